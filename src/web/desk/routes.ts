import { Hono } from 'hono';
import type { Office } from '../../operations/house.ts';
import { onWords, withReservations } from '../../wording/reserved.ts';
import { checkRoutes } from '../check/routes.ts';
import { reportClosingRoutes } from '../follow-up/close-report.ts';
import { matchingRoutes } from '../matching/routes.ts';
import { answersFileRoutes } from '../needs/answers-file.ts';
import { followRoutes } from '../needs/follow-routes.ts';
import { postRoutes } from '../posts/routes.ts';
import { reviewRoutes } from '../review/routes.ts';
import { roundRoutes } from '../rounds/routes.ts';
import { whenSessionEnded } from '../sign-in/ended-session.ts';
import { signInRoutes } from '../sign-in/routes.ts';
import { uploadRoutes } from '../upload/routes.ts';
import { workspaceRoutes } from '../workspace/routes.ts';
import { languages, wordsOf } from './desk-page.ts';

/** A group of addresses for people who sign in or have signed in. */
export type DeskRoutes = (office: Office) => Hono;

const groups: readonly DeskRoutes[] = [
  signInRoutes,
  workspaceRoutes,
  postRoutes,
  uploadRoutes,
  checkRoutes,
  matchingRoutes,
  roundRoutes,
  answersFileRoutes,
  followRoutes,
  reviewRoutes,
  reportClosingRoutes,
];

/** Everything that changes with who asks: signing in, the workspace, forms, posts. Nothing of it is cached. */
export function deskApp(office: Office): Hono {
  const app = new Hono();
  app.use(`${languages}/*`, async (c, next) => {
    c.set('words', withReservations(wordsOf(c), onWords(office.board.reservations())));
    await next();
  });
  for (const group of groups) app.route('/', group(office));
  app.onError(async (error, c) => {
    const mended = await whenSessionEnded(office, c, error);
    if (mended === undefined) throw error;
    return mended;
  });
  return app;
}
