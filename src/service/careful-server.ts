import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds within which a client has to have sent the head of a request, and all of it. */
const headersWithin = 15_000;
const requestWithin = 300_000;
/** Milliseconds in which nothing moved on a line, in either direction, after which it is cut. */
const stillFor = 30_000;
const mostConnections = 4_000;

/** How often it is looked for requests that take too long; given to the server when it is made. */
export const lookingEvery = { connectionsCheckingInterval: 5_000 };

/**
 * So that nobody holds the doors by being slow: heads, bodies and reading have their time, lines their number. A line on
 * which the client waits for us, as for a long report, stays.
 */
export function beCareful(server: Server, still = stillFor): void {
  server.headersTimeout = headersWithin;
  server.requestTimeout = requestWithin;
  server.maxConnections = mostConnections;
  const underWay = new WeakMap<Socket, Set<ServerResponse>>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const here = underWay.get(socket) ?? new Set();
    underWay.set(socket, here.add(response));
    response.once('close', () => here.delete(response));
  });
  server.setTimeout(still, (socket: Socket) => {
    // Of several that were sent at once the first is the one whose answer is due.
    const [first] = underWay.get(socket) ?? [];
    if (isOurTurn(first)) socket.setTimeout(still);
    else socket.destroy();
  });
}

/** The request is here as a whole and its answer has not begun. */
function isOurTurn(response: ServerResponse | undefined): boolean {
  return response?.headersSent === false && response.req.complete;
}
