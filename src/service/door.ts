import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { Fault } from '../kernel/fault.ts';
import type { Quickly } from './at-hand.ts';
import { beCareful, lookingEvery } from './careful-server.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type Turns, takeTurns } from './turns.ts';

/** How long answers that are under way may take once the node is told to stop, in milliseconds. */
const finishWithin = 10_000;

/** A port that is taken; what is asked there before the house stands ready waits. */
export interface Door {
  readonly port: number;
  /** When what goes to the app may begin. */
  readonly turns: Turns;
  /** `quick` is asked before the app, which answers what it leaves. */
  serve(app: Hono, quick?: Quickly): void;
  close(): Promise<void>;
}

/**
 * Takes the port first: where any free one is taken, mails and passkeys must name the one that it is. Until the app is
 * there, and from the moment it closes, `/ready` answers 503, so that a proxy sends people elsewhere.
 * @throws Fault `addressInUse`.
 */
export function openDoor({ host, port }: { readonly host: string; readonly port: number }): Promise<Door> {
  const ready = Promise.withResolvers<Hono>();
  let app: Hono | undefined;
  let quick: Quickly | undefined;
  let closing = false;
  const turns = takeTurns();
  const answer: Hono['fetch'] = (request, ...rest) => {
    if ((app === undefined || closing) && new URL(request.url).pathname === '/ready')
      return Response.json({ ready: false }, { status: 503 });
    return app === undefined
      ? ready.promise.then(({ fetch }) => fetch(request, ...rest))
      : app.fetch(request, ...rest);
  };
  const throughApp = getRequestListener(answer, { hostname: host });
  const server = createServer(
    lookingEvery,
    oneAtATime(async (request: IncomingMessage, response: ServerResponse) => {
      const answered = quick?.(request, response) ?? false;
      if (answered === false || !(await answered)) await throughApp(request, response);
    }),
  );
  beCareful(server);
  server.on('connection', turns.connected);
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new Fault('addressInUse', { place: `${host}:${port}` }, error) : error,
      );
    });
    server.listen(port, host, () =>
      resolve({
        port: portOf(server),
        turns,
        serve: (made, quickly) => {
          app = made;
          quick = quickly;
          ready.resolve(made);
        },
        close: () => {
          closing = true;
          return closed(server);
        },
      }),
    );
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Ends with the answers that are under way, and at last without them. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), finishWithin).unref();
  });
}
