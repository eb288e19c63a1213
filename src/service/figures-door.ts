import { createServer } from 'node:http';
import { Fault } from '../kernel/fault.ts';
import type { Figures } from './figures.ts';

/** Shows the figures at `/metrics` on a port of their own, for the machine or the private network. @throws Fault `addressInUse`. */
export function openFiguresDoor(
  figures: Figures,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ close(): Promise<void> }> {
  const server = createServer(async (asked, answer) => {
    if (asked.url !== '/metrics') {
      answer.writeHead(404).end();
      return;
    }
    try {
      const text = await figures.text();
      answer.writeHead(200, { 'content-type': figures.contentType }).end(text);
    } catch {
      // What stands behind a figure cannot be read just now: the collector asks again.
      answer.writeHead(503).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.on('error', (error) => reject(new Fault('addressInUse', { place: `${host}:${port}` }, error)));
    server.listen(port, host, () =>
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      }),
    );
  });
}
