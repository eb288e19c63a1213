import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { NodeStanding } from '../operations/node-standing.ts';

/** Figures of a running node in the form that Prometheus reads. */
export interface Figures {
  answered(request: { method: string; route: string; status: number; seconds: number }): void;
  refused(): void;
  /** Requests that are being answered. */
  underWay(count: number): void;
  text(): Promise<string>;
  readonly contentType: string;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** `standing` is asked each time the figures are read. */
export function openFigures(standing: () => Promise<NodeStanding>): Figures {
  const registers = [new Registry()];
  const [registry] = registers;
  if (registry === undefined) throw new RangeError('no registry');
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `southbridge_${name}`, help, labelNames: [...labelNames], registers });
  const requests = new Counter({
    name: 'southbridge_requests_total',
    help: 'Requests answered, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const times = new Histogram({
    name: 'southbridge_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['route'],
    buckets: seconds,
    registers,
  });
  const refused = new Counter({
    name: 'southbridge_requests_refused_total',
    help: 'Requests turned away because there were too many',
    registers,
  });
  const underWay = gauge('requests_under_way', 'Requests that are being answered');
  const head = gauge('log_entries', 'Entries in the log');
  const position = gauge('index_entries', 'Entries of the log that the index has taken in');
  const behind = gauge('index_behind', 'Entries by which the index is behind the log');
  const mails = gauge('mails', 'Letters that have not left, by where they stand', ['standing']);
  const disk = gauge('disk_free_bytes', 'Room on the disk of the data folder');
  return {
    answered: ({ method, route, status, seconds: took }) => {
      requests.inc({ method, route, status });
      times.observe({ route }, took);
    },
    refused: () => refused.inc(),
    underWay: (count) => underWay.set(count),
    text: async () => {
      const now = await standing();
      head.set(now.head);
      position.set(now.position);
      behind.set(now.head - now.position);
      for (const [name, count] of Object.entries(now.mails)) mails.set({ standing: name }, count);
      disk.set(now.disk.free);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
