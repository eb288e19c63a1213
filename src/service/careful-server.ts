import type { Server } from 'node:http';

/** Milliseconds within which a client has to have sent the head of a request, and all of it. */
const headersWithin = 15_000;
const requestWithin = 300_000;
/** Milliseconds in which nothing moved on a line, in either direction, after which it is cut. */
const stillFor = 30_000;
const mostConnections = 4_000;

/** How often it is looked for requests that take too long; given to the server when it is made. */
export const lookingEvery = { connectionsCheckingInterval: 5_000 };

/** So that nobody holds the doors by being slow: heads, bodies and reading have their time, lines their number. */
export function beCareful(server: Server): void {
  server.headersTimeout = headersWithin;
  server.requestTimeout = requestWithin;
  server.maxConnections = mostConnections;
  server.setTimeout(stillFor);
}
