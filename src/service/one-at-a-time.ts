import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Requests that a client sends on one line without waiting for answers (pipelining, RFC 9112, section 9.3.2) are begun one
 * after the other, each when the answer before has gone out: answers go in that order anyway, and whoever asks for much and
 * reads nothing takes one place among those who are served, not all of them.
 */
export function oneAtATime(
  handle: Handle,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const last = new WeakMap<Socket, Promise<void>>();
  return async (request, response) => {
    const { socket } = request;
    const before = last.get(socket);
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    last.set(socket, gone);
    if (before !== undefined) await before;
    if (!socket.destroyed) await handle(request, response);
  };
}
