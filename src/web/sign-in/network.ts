import type { Context } from 'hono';
import type { Attempt } from '../../operations/ports/accounts.ts';

/** From where somebody tries to sign in, as the node's door says it: past its own proxies, never as the request says. */
export function attemptOf(c: Context): Attempt {
  const network: unknown = c.get('network');
  return { network: typeof network === 'string' ? network : 'unknown' };
}
