import { Hono } from 'hono';
import { languages } from '../desk/desk-page.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { askChange, askClose, doChange, doClose } from './change-post.ts';
import { askHandOver, doHandOver } from './hand-over.ts';
import { doMakeCalendar, doMakeKey, doRevokeKey, keysPage } from './keys-page.ts';
import { askOpen, doOpen } from './open-post.ts';
import { postPage } from './post-page.ts';
import { postsPage } from './posts-page.ts';
import { askReservation, doLift, doReserve } from './reservation-form.ts';
import { doRelieve, doResetFactor, doWithdraw, staff } from './staffing.ts';

/** Keeping posts, and what a focal point says about labels and words. */
export const postRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  const post = `${languages}/posts/:id` as const;
  app.get(`${languages}/posts`, (c) => postsPage(office, c));
  app.get(`${languages}/posts/new`, (c) => askOpen(office, c));
  app.post(`${languages}/posts/new`, (c) => doOpen(office, c));
  app.get(post, (c) => postPage(office, c));
  app.get(`${post}/keys`, (c) => keysPage(office, c));
  app.post(`${post}/keys`, (c) => doMakeKey(office, c));
  app.post(`${post}/calendar`, (c) => doMakeCalendar(office, c));
  app.post(`${post}/keys/revoke`, (c) => doRevokeKey(office, c));
  app.get(`${post}/edit`, (c) => askChange(office, c));
  app.post(`${post}/edit`, (c) => doChange(office, c));
  app.post(`${post}/staff`, (c) => staff(office, c));
  app.post(`${post}/withdraw-invitation`, (c) => doWithdraw(office, c));
  app.post(`${post}/relieve`, (c) => doRelieve(office, c));
  app.post(`${post}/reset-factor`, (c) => doResetFactor(office, c));
  app.get(`${post}/hand-over`, (c) => askHandOver(office, c));
  app.post(`${post}/hand-over`, (c) => doHandOver(office, c));
  app.get(`${post}/close`, (c) => askClose(office, c));
  app.post(`${post}/close`, (c) => doClose(office, c));
  app.get(`${languages}/reservations/new`, (c) => askReservation(office, c));
  app.post(`${languages}/reservations`, (c) => doReserve(office, c));
  app.post(`${languages}/reservations/lift`, (c) => doLift(office, c));
  return app;
};
