import { type Context, Hono } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import {
  confirmInterest,
  endInterestOfPost,
  endInterests,
  interestsOfLetter,
  interestsOfPosts,
  subscribe,
  subscribePost,
} from '../../operations/requests/subscribe.ts';
import { pageAddress } from '../address.ts';
import { deskPage, languages, wordsOf } from '../desk/desk-page.ts';
import { readPost, readTyped } from '../desk/form.ts';
import { refusedWords } from '../desk/refused-words.ts';
import type { DeskRoutes } from '../desk/routes.ts';
import { getVisitor, type Visitor, visitorOf } from '../desk/visitor.ts';
import { statusFor } from '../errors.ts';
import { type Html, html } from '../html.ts';
import { submit } from '../sign-in/inputs.ts';
import { isolated } from '../sign-in/isolated.ts';
import { changeChoice, choicePage } from './choice-page.ts';
import { choiceWords } from './choice-words.ts';
import { askedIn, followBody, followPath as path } from './follow-page.ts';

/**
 * To be told of new needs, offers and calls by mail: asked for by anybody, confirmed by the mailbox, ended by one press; asked
 * for a post by whoever holds it.
 */
export const followRoutes: DeskRoutes = (office) => {
  const app = new Hono();
  app.get(`${languages}${path}`, (c) => form(office, c, new URL(c.req.url).searchParams));
  app.post(`${languages}${path}`, (c) => ask(office, c));
  app.post(`${languages}${path}/end`, async (c) => {
    const typed = await readPost(office, c);
    const { session } = await getVisitor(office, c);
    await endInterestOfPost(office, session, typed.get('interest') ?? '');
    return c.redirect(pageAddress(wordsOf(c).lang, `${path}#own`), 303);
  });
  app.get(`${languages}${path}/choice`, (c) => choicePage(office, c));
  app.post(`${languages}${path}/choice`, (c) => changeChoice(office, c));
  app.get(`${languages}${path}/confirm`, (c) => pressed(c, 'confirm'));
  app.post(`${languages}${path}/confirm`, async (c) => {
    const typed = await readTyped(c);
    await confirmInterest(office, typed.get('secret') ?? '');
    return said(c, 'interest.confirmed');
  });
  app.get(`${languages}${path}/stop`, async (c) => pressed(c, 'stop', await toBeEnded(office, c)));
  app.post(`${languages}${path}/stop`, async (c) => {
    // A mail program presses by itself, with the secret in the address (RFC 8058).
    const ended = await endInterests(office, secretIn(c));
    return said(c, ended.some(({ to }) => 'post' in to) ? 'interest.endedOfPost' : 'interest.ended');
  });
  return app;
};

async function ask(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const typed = await readPost(office, c);
  const email = (typed.get('email') ?? '').trim();
  const post = typed.get('post') ?? '';
  const { words, profile, filters } = askedIn(typed);
  const wanted = { language: t.lang, words, profile, filters };
  try {
    if (post !== '') {
      const visitor = await getVisitor(office, c);
      await subscribePost(office, visitor.session, post, wanted);
      return said(c, 'interest.toPost', visitor);
    }
    await subscribe(office, email, wanted);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return form(office, c, typed, error);
  }
  const { intoFiles } = office.outbox;
  const title = t(intoFiles ? 'interest.ask' : 'interest.asked');
  const sent = t(intoFiles ? 'interest.keptText' : 'interest.askedText', { email: isolated(email) });
  const body = html`<h1>${title}</h1><p>${sent}${intoFiles && html`<p>${t('outbox.kept')}`}`;
  return deskPage(c, { title, path, body });
}

async function form(office: Office, c: Context, given: URLSearchParams, fault?: Fault): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await visitorOf(office, c);
  const body = followBody(t, {
    asked: askedIn(given),
    email: given.get('email') ?? visitor?.session.account.email ?? '',
    post: given.get('post') ?? '',
    node: office.publicAddress,
    ...(fault === undefined ? {} : { refused: refusedWords(t, fault) }),
    ...(visitor === undefined
      ? {}
      : { own: { visitor, interests: await interestsOfPosts(office, visitor.posts) } }),
  });
  return deskPage(c, {
    title: t('interest.ask'),
    path,
    body,
    status: fault === undefined ? 200 : statusFor(fault),
    ...(visitor === undefined ? {} : { visitor }),
  });
}

/** Looking at a link does nothing: programs that check mail follow links before their reader does. */
function pressed(c: Context, what: 'confirm' | 'stop', about?: Html): Response | Promise<Response> {
  const t = wordsOf(c);
  const secret = secretIn(c);
  const title = t(`interest.${what}`);
  const to = `${path}/${what}?${new URLSearchParams({ secret })}`;
  const body = html`<h1>${title}</h1>${about}<form method=post action="${pageAddress(t.lang, to)}"><input type=hidden name=secret value="${secret}">${submit(title)}</form>`;
  return deskPage(c, { title, path: `${path}/${what}`, body });
}

/** What the press ends, and that it does for everybody who holds the post. @throws Fault `linkExpired`. */
async function toBeEnded(office: Office, c: Context): Promise<Html> {
  const t = wordsOf(c);
  const interests = await interestsOfLetter(office, secretIn(c));
  const ofPost = interests.some(({ to }) => 'post' in to);
  return html`<ul>${interests.map((one) => html`<li>${choiceWords(t, one)}`)}</ul>${
    ofPost && html`<p class=help>${t('interest.forAllHolders')}`
  }`;
}

function secretIn(c: Context): string {
  return new URL(c.req.url).searchParams.get('secret') ?? '';
}

function said(
  c: Context,
  what: 'interest.confirmed' | 'interest.ended' | 'interest.endedOfPost' | 'interest.toPost',
  visitor?: Visitor,
): Response | Promise<Response> {
  const t = wordsOf(c);
  const title = t(what);
  const own =
    visitor !== undefined &&
    html`<p><a href="${pageAddress(t.lang, `${path}#own`)}">${t('interest.ofPosts')}</a>`;
  const body = html`<h1>${title}</h1>${own}<p><a href="${pageAddress(t.lang, '/needs')}">${t('needs.title')}</a>`;
  return deskPage(c, { title, path, body, ...(visitor === undefined ? {} : { visitor }) });
}
