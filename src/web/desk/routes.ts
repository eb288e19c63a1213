import { Hono } from 'hono';
import type { Office } from '../../operations/house.ts';

/** A group of addresses for people who sign in or have signed in. */
export type DeskRoutes = (office: Office) => Hono;

const groups: readonly DeskRoutes[] = [];

/** Everything that changes with who asks: signing in, the workspace, forms, posts. Nothing of it is cached. */
export function deskApp(office: Office): Hono {
  const app = new Hono();
  for (const group of groups) app.route('/', group(office));
  return app;
}
