import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Fault } from './kernel/fault.ts';
import { followTo } from './operations/follow.ts';
import type { House } from './operations/house.ts';
import { anyErrorResponse } from './web/errors.ts';

/** Where the log ended after somebody wrote; a number, and nothing about the person. */
export const writtenCookie = 'written';

const patienceMs = 10_000;
const lastsSeconds = 3_600;

/**
 * Where several nodes answer: whoever has written is shown nothing older than that, whichever node is asked next. The
 * browser carries the number of the last entry, and a node that has not come so far waits:
 * ten seconds, then the answer is 503 with `Retry-After`.
 */
export function ownWrites(house: House): MiddlewareHandler {
  return async (context, next) => {
    const wanted = Number(getCookie(context, writtenCookie));
    if (Number.isSafeInteger(wanted) && wanted > 0) {
      try {
        // A number that is beyond the log was made up, or is of another log.
        const seq = Math.min(wanted, await house.log.head());
        if (!(await followTo(house, seq, patienceMs))) throw new Fault('overloaded', { seconds: 5 });
      } catch (error) {
        if (error instanceof Fault) return anyErrorResponse(error, context);
        throw error;
      }
    }
    await next();
    if (['GET', 'HEAD', 'OPTIONS'].includes(context.req.method) || context.res.status >= 400) return;
    setCookie(context, writtenCookie, String(Math.max(house.index.position(), house.board.position())), {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: lastsSeconds,
    });
  };
}
