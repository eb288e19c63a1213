import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tied } from '../tests/fixtures/at-exit.ts';
import { LoadClient } from './load-client.ts';

export interface Rate {
  readonly perSecond: number;
  /** Milliseconds of the server's processor time a request. */
  readonly processorMs: number;
}

/** A server's process, and over how many connections it is asked. */
interface Asked {
  readonly pid: number;
  readonly connections: number;
  /** How often it is asked; 4,000 times unless said. */
  readonly count?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How many of the same answers a server gives: what its frame and this client allow at most. */
export async function rateOf(client: LoadClient, path: string, server: Asked): Promise<Rate> {
  const { pid, connections, count = 4_000, headers = {} } = server;
  let left = count;
  const before = processorSeconds(pid);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (; left > 0; left -= 1) await client.ask({ method: 'GET', path, headers });
    }),
  );
  const perSecond = count / ((performance.now() - start) / 1_000);
  return { perSecond, processorMs: ((processorSeconds(pid) - before) / count) * 1_000 };
}

/** Node's own HTTP server in a process of its own, which does nothing but send so many bytes. */
export async function bareServer(
  bytes: number,
  connections: number,
  asked: Omit<Asked, 'pid' | 'connections'> = {},
): Promise<Rate> {
  const code = `const body = Buffer.alloc(${bytes}, 'x');
    require('node:http').createServer((_, answer) => answer.writeHead(200, { 'content-length': body.length }).end(body))
      .listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
  const child = tied(spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line) => resolve(`${line}`)),
  );
  const client = new LoadClient(`http://127.0.0.1:${port.trim()}`, connections);
  const server = { ...asked, pid: child.pid ?? 0, connections };
  await rateOf(client, '/', server);
  const rate = await rateOf(client, '/', server);
  client.close();
  child.kill();
  return rate;
}

/** Seconds of processor time that a process has had, of all its threads (Linux, in ticks of 10 ms); NaN elsewhere. */
export function processorSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
