import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Attempt } from '../../operations/ports/accounts.ts';

/** From where somebody tries to sign in, by the socket: what a request says of itself anybody can make up. */
export function attemptOf(c: Context): Attempt {
  return { network: addressOf(c) ?? 'unknown' };
}

/** Undefined for a request that came over no socket. */
function addressOf(c: Context): string | undefined {
  return c.env?.incoming === undefined ? undefined : getConnInfo(c).remote.address;
}
