import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { textIn } from '../../kernel/lang-text.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import { follow } from '../../operations/follow.ts';
import { type Office, today } from '../../operations/house.ts';
import { mayKeepPost } from '../../policy/may-keep-post.ts';
import { countryName } from '../../vocabulary/countries.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { getVisitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { pager } from '../pieces/pager.ts';
import { shownText } from '../pieces/texts.ts';
import { actorsOf } from '../review/acting.ts';
import { holdersLine, type Names, namesOf } from './holders.ts';
import { kindsOpenTo } from './open-post.ts';

const pageSize = 50;

/** The posts that the visitor may keep, with who holds them. */
export async function postsPage(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  await follow(office);
  const actors = await actorsOf(office, visitor);
  if (actors.length === 0) throw new Fault('noHolder', { post: '' });
  const all = [...office.board.posts().values()]
    .filter((post) => actors.some((actor) => mayKeepPost(actor, 'change', post)))
    .sort(byPlace(t));
  const asked = Number(c.req.query('page') ?? '1');
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
  const shown = all.slice((page - 1) * pageSize, page * pageSize);
  const names = await namesOf(office, shown);
  const opens = actors.some((actor) => kindsOpenTo(actor).length > 0);
  const body = html`<h1>${t('posts.title')}</h1><p class=sum>${t('posts.about')}</p>${
    opens &&
    html`<p class=acts><a class=btn href="${pageAddress(t.lang, '/posts/new')}">${t('posts.new')}</a>`
  }<ul class="res calm">${shown.map((post) => entry(t, post, names, today(office)))}</ul>${pager(
    t,
    page,
    pages,
    (one) => pageAddress(t.lang, `/posts?page=${one}`),
  )}`;
  return deskPage(c, {
    title: t('posts.title'),
    path: page > 1 ? `/posts?page=${page}` : '/posts',
    body,
    visitor,
  });
}

function entry(t: Translate, post: Post, names: Names, day: string): Html {
  return html`<li><p class=kind>${postFacts(t, post)}</p><div><b><a href="${pageAddress(t.lang, `/posts/${post.id}`)}">${shownText(t, post.title)}</a></b></div><p class=soft>${holdersLine(t, post, holdersOn(post, day), names)}`;
}

/** Of what kind a post is, of which country and organisation. */
export function postFacts(t: Translate, { kind, country, organisation, closedAt }: Post): Html {
  const facts = [
    html`<span>${t(`postKind.${kind}`)}</span>`,
    country !== undefined && html`<span>${countryLabel(t, country)}</span>`,
    organisation !== undefined && html`<span dir=auto>${organisation}</span>`,
    closedAt !== undefined && html`<span>${t('post.closed')}</span>`,
  ];
  return html`${facts}`;
}

/** Open ones first, those of no country before countries by name. */
function byPlace(t: Translate): (a: Post, b: Post) => number {
  const { compare } = new Intl.Collator(t.lang);
  const place = ({ country }: Post) => (country === undefined ? '' : countryName(country, t.lang));
  const name = ({ title }: Post) => textIn(title, t.lang).text;
  return (a, b) =>
    Number(a.closedAt !== undefined) - Number(b.closedAt !== undefined) ||
    compare(place(a), place(b)) ||
    compare(name(a), name(b));
}
