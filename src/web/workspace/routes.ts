import { type Context, Hono } from 'hono';
import { type Office, today } from '../../operations/house.ts';
import { taskKinds } from '../../operations/ports/board.ts';
import { actorFor } from '../../operations/posts/actor.ts';
import { pageAddress } from '../address.ts';
import { deskPage, languages, wordsOf } from '../desk/desk-page.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { getVisitor, type Visitor } from '../desk/visitor.ts';
import { html } from '../html.ts';
import { confirmChecked, previewChecked } from './confirm-checked.ts';
import { askDuplicate, decideDuplicate } from './decide-duplicate.ts';
import { deskBody, deskPath } from './desk-page.ts';
import { type DeskQuestion, deskView } from './desk-view.ts';
import { decideObserved, previewObserved } from './observed-checked.ts';
import { outboxPage, sendAgain } from './outbox-page.ts';
import { statusPage } from './status-page.ts';

/** The workspace of whoever holds a post. */
export const workspaceRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}/desk`, (c) => desk(office, c));
  app.get(`${languages}/desk/confirm`, (c) => previewChecked(office, c));
  app.post(`${languages}/desk/confirm`, (c) => confirmChecked(office, c));
  app.get(`${languages}/desk/observed`, (c) => previewObserved(office, c));
  app.post(`${languages}/desk/observed`, (c) => decideObserved(office, c));
  app.get(`${languages}/desk/duplicate`, (c) => askDuplicate(office, c));
  app.post(`${languages}/desk/duplicate`, (c) => decideDuplicate(office, c));
  app.get(`${languages}/desk/status`, (c) => statusPage(office, c));
  app.get(`${languages}/desk/outbox`, (c) => outboxPage(office, c));
  app.post(`${languages}/desk/outbox`, (c) => sendAgain(office, c));
  return app;
};

async function desk(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const { posts, session } = visitor;
  const wanted = c.req.query('post') ?? posts[0]?.id;
  if (wanted === undefined) return withoutPost(c, visitor);
  const actor = await actorFor(office, session, wanted);
  const question = questionOf(c);
  const view = await deskView(office, actor, question);
  return deskPage(c, {
    title: t('nav.desk'),
    path: deskPath(wanted, question),
    body: deskBody(t, { actor, posts, question, view, day: today(office) }),
    visitor,
  });
}

/** Somebody who signed in and holds nothing: what that means, and whom to ask. */
function withoutPost(c: Context, visitor: Visitor): Response | Promise<Response> {
  const t = wordsOf(c);
  const body = html`<h1>${t('nav.desk')}</h1><p class=note>${t('desk.noPost')}</p><p class=sort><a href="${pageAddress(t.lang, '/focal-points')}">${t('focal.title')}</a><a href="${pageAddress(t.lang, '/account')}">${t('desk.account')}</a>`;
  return deskPage(c, { title: t('nav.desk'), path: '/desk', body, visitor });
}

/** What an address cannot ask for is not asked. */
function questionOf(c: Context): DeskQuestion {
  const wanted = c.req.query('show');
  const number = c.req.query('page') ?? '';
  const show = wanted === 'sent' ? wanted : taskKinds.find((kind) => kind === wanted);
  return { show, page: /^[1-9]\d{0,4}$/.test(number) ? Number(number) : 1 };
}
