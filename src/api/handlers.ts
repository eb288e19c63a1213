import type { Asked } from './asked.ts';
import { desk, reconfirmMany } from './handlers/desk.ts';
import { health } from './handlers/health.ts';
import { appoint, handOver, invite, relieve } from './handlers/holders.ts';
import { openApi } from './handlers/open-api.ts';
import { changePost, closePost, openPost, posts } from './handlers/posts.ts';
import { record, recordFile } from './handlers/records.ts';
import { liftWords, reservations, reserveWords } from './handlers/reservations.ts';
import { search, searchFile } from './handlers/searches.ts';
import { showCode, signIn, signOut } from './handlers/sign-in.ts';
import { stepHandlers } from './handlers/steps.ts';
import { edit } from './handlers/write.ts';
import type { KnownRoute } from './route-table.ts';
import type { Body, BodyName } from './schemas.ts';

/** What answers at a route of the table: gets the body that the table names, checked. */
export type HandlerOf<R> = R extends { readonly body: infer B extends BodyName }
  ? (asked: Asked, body: Body<B>) => Promise<Response>
  : (asked: Asked) => Promise<Response>;

type Handlers = { readonly [R in KnownRoute as R['name']]: HandlerOf<R> };

export const handlers: Handlers = {
  health,
  openApi,
  search,
  searchFile,
  record,
  recordFile,
  edit,
  signIn,
  showCode,
  signOut,
  desk,
  reconfirmMany,
  posts,
  openPost,
  changePost,
  closePost,
  invite,
  appoint,
  relieve,
  handOver,
  reservations,
  reserveWords,
  liftWords,
  ...stepHandlers,
};
