import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Post } from '../../lifecycle/post.ts';
import type { Office } from '../../operations/house.ts';
import { type ApiKey, type KeyScope, keyScopes } from '../../operations/ports/api-keys.ts';
import { keysOf, makeCalendarKey, makeKey, revokeKey } from '../../operations/posts/api-keys.ts';
import { getPost } from '../../operations/posts/keep-post.ts';
import type { Actor } from '../../policy/actor.ts';
import { mayEndKeys, mayMakeKey } from '../../policy/may-keep-keys.ts';
import { faultText } from '../../wording/fault-text.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { getVisitor, type Visitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { shownText } from '../pieces/texts.ts';
import { actorsOf } from '../review/acting.ts';
import { done, line, problem, ticks } from './inputs.ts';

/** Somebody at the keys of a post. */
interface AtKeys {
  readonly visitor: Visitor;
  readonly post: Post;
  /** The visitor as who may see the keys. */
  readonly actor: Actor;
  /** As who may make one, if so. */
  readonly maker: Actor | undefined;
}

/** What has just happened. */
interface Came {
  readonly refused?: string;
  readonly typed?: URLSearchParams;
  readonly made?: { readonly key: ApiKey; readonly secret: string };
  /** Address of a calendar. */
  readonly calendar?: string;
}

/** The keys of a post: a list, forms for a new one and for the address of a calendar, and a secret when it was just made. */
export async function keysPage(office: Office, c: Context, came: Came = {}): Promise<Response> {
  const t = wordsOf(c);
  const { visitor, post, actor, maker } = await atKeys(office, c);
  const keys = await keysOf(office, actor, post.id);
  const said = c.req.query('done') === 'revoked' ? t('keys.revoked') : undefined;
  const { refused, made, calendar, typed = new URLSearchParams() } = came;
  const token = visitor.session.formToken;
  const body = html`<p><a href="${pageAddress(t.lang, maker === undefined ? '/posts' : `/posts/${post.id}`)}">${shownText(t, post.title)}</a></p><h1>${t('keys.title')}</h1>${done(said)}${problem(refused)}${made && secretOnce(t, made)}${calendar !== undefined && calendarOnce(t, calendar)}<p>${t('keys.about')}</p><p><a href="${pageAddress(t.lang, '/api')}">${t('apiDocs.title')}</a></p>${
    keys.length === 0
      ? html`<p class=note>${t('keys.none')}</p>`
      : html`<ul class=acts>${keys.map((key) => keyLine(t, key, post.id, token))}</ul>`
  }${maker && newKeyForm(t, post.id, token, typed)}${maker && calendarForm(t, maker, keys, token)}`;
  const status = refused === undefined ? 200 : 400;
  return deskPage(c, { title: t('keys.title'), path: `/posts/${post.id}/keys`, body, visitor, status });
}

/** A new key, shown on the page that answers, and never again. */
export async function doMakeKey(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const { post, maker } = await atKeys(office, c);
  if (maker === undefined) throw new Fault('notAllowed', { step: 'makeKey', right: post.id });
  const chosen = form.getAll('scope');
  const scopes = keyScopes.filter((scope) => chosen.includes(scope));
  try {
    const made = await makeKey(office, maker, post.id, { name: form.get('name') ?? '', scopes });
    return await keysPage(office, c, { made });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return keysPage(office, c, { refused: refusalText(t, error), typed: form });
  }
}

/** A new address of the calendar of the post, shown on the page that answers, and never again. */
export async function doMakeCalendar(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  await readPost(office, c);
  const { post, maker } = await atKeys(office, c);
  if (maker === undefined) throw new Fault('notAllowed', { step: 'makeKey', right: post.id });
  try {
    const { secret } = await makeCalendarKey(office, maker, post.id);
    const origin = office.publicAddress === '' ? new URL(c.req.url).origin : office.publicAddress;
    return await keysPage(office, c, { calendar: `${origin}/${t.lang}/calendar/${secret}.ics` });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return keysPage(office, c, { refused: refusalText(t, error) });
  }
}

export async function doRevokeKey(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const { post, actor } = await atKeys(office, c);
  await revokeKey(office, actor, post.id, form.get('key') ?? '');
  return c.redirect(pageAddress(t.lang, `/posts/${post.id}/keys?done=revoked`), 303);
}

/** @throws Fault `signInNeeded`, `notFound` also for a post whose keys the visitor may not see. */
async function atKeys(office: Office, c: Context): Promise<AtKeys> {
  const visitor = await getVisitor(office, c);
  const actors = await actorsOf(office, visitor);
  const post = getPost(office, c.req.param('id') ?? '');
  const actor = actors.find((one) => mayEndKeys(one, post));
  if (actor === undefined) throw new Fault('notFound', { register: 'post', id: post.id });
  const open = post.closedAt === undefined;
  return { visitor, post, actor, maker: actors.find((one) => open && mayMakeKey(one, post)) };
}

function secretOnce(t: Translate, { key, secret }: NonNullable<Came['made']>): Html {
  return html`<div class=summary role=status><p>${t('keys.made')}</p><p><bdi>${key.name}</bdi>: <code dir=ltr>${secret}</code></p></div>`;
}

function calendarOnce(t: Translate, address: string): Html {
  return html`<div class=summary role=status><p>${t('keys.calendar.made')}</p><p><code dir=ltr>${address}</code></p></div>`;
}

/** Makes the address of the calendar, or another one in the place of what the same person had. */
function calendarForm(t: Translate, maker: Actor, keys: readonly ApiKey[], token: string): Html {
  const had = keys.some(({ calendar, account }) => calendar === true && account === maker.account);
  return html`<h2 id=calendar>${t('keys.calendar')}</h2><p>${t('keys.calendar.about')}</p><form method=post action="${pageAddress(t.lang, `/posts/${maker.post.id}/calendar`)}">${formFields(token)}<p><button>${t(had ? 'keys.calendar.renew' : 'keys.calendar.make')}</button></form>`;
}

function keyLine(t: Translate, key: ApiKey, post: string, token: string): Html {
  const { id, name, scopes, calendar, madeAt, endsAt, usedOn } = key;
  const date = (instant: string) => formatDate(t.lang, instant.slice(0, 10));
  const may =
    calendar === true
      ? t('keys.calendar.only')
      : scopes.length === 0
        ? t('keys.onlyReads')
        : scopes.map((scope) => scopeName(t, scope)).join(' · ');
  const used = usedOn === undefined ? t('keys.unused') : t('keys.used', { date: date(usedOn) });
  return html`<li><b><bdi>${name}</bdi></b> <small>${may}<br>${t('keys.dates', { made: date(madeAt), ends: date(endsAt) })} · ${used}</small><form method=post action="${pageAddress(t.lang, `/posts/${post}/keys/revoke`)}">${formFields(token, { key: id })}<button class=quiet aria-label="${t('keys.revoke')}${colon(t)}${name}">${t('keys.revoke')}</button></form>`;
}

function newKeyForm(t: Translate, post: string, token: string, typed: URLSearchParams): Html {
  const scopes = keyScopes.map((value) => ({ value, label: scopeName(t, value) }));
  return html`<h2>${t('keys.make')}</h2><form method=post action="${pageAddress(t.lang, `/posts/${post}/keys`)}">${formFields(token)}${line({ name: 'name', label: t('keys.name'), help: t('keys.name.help'), value: typed.get('name') ?? '', needed: true })}${ticks(t('keys.scopes'), 'scope', scopes, typed.getAll('scope'))}<p><button>${t('keys.make')}</button></form>`;
}

function scopeName(t: Translate, scope: KeyScope): string {
  return t(`keys.scope.${scope}`);
}

function refusalText(t: Translate, fault: Fault): string {
  if (fault.code === 'secondFactorNeeded') return t('keys.needs.factor');
  if (fault.code !== 'invalid') return faultText(t, fault);
  return t(fault.params['place'] === 'keys' ? 'keys.needs.fewer' : 'keys.needs.name');
}
