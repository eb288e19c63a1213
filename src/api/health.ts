import { Hono } from 'hono';
import type { House } from '../operations/house.ts';

/** `/health` answers 200 when the log can be read, with how far the index is behind it. */
export function healthRoutes(house: House, { version }: { readonly version: string }): Hono {
  return new Hono().get('/health', async (context) => {
    const head = await house.log.head();
    const position = house.index.position();
    const { records } = house.index.size();
    return context.json({
      status: 'ok',
      version,
      log: head,
      index: position,
      behind: head - position,
      records,
    });
  });
}
