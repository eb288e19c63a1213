import { holdersOn, type Post, type Tenure } from '../../lifecycle/post.ts';
import { type Office, today } from '../../operations/house.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html, joined } from '../html.ts';

/** What people are called, by account; those who were erased are absent. */
export type Names = ReadonlyMap<string, string>;

/** The names of those who hold the posts today: for keepers' eyes. */
export async function namesOf(
  office: Office,
  posts: readonly Post[],
  more: readonly string[] = [],
): Promise<Names> {
  const day = today(office);
  const ids = posts.flatMap((post) => holdersOn(post, day).map(({ account }) => account));
  const accounts = await office.accounts.named([...new Set([...ids, ...more])]);
  return new Map([...accounts].map(([id, { name }]) => [id, name]));
}

export function personName(t: Translate, names: Names, account: string): string {
  return names.get(account) ?? t('post.personGone');
}

/** Who holds a post, the holder before deputies, and since when; or that nobody does. */
export function holdersLine(
  t: Translate,
  { closedAt }: Post,
  holders: readonly Tenure[],
  names: Names,
): Html {
  if (closedAt !== undefined)
    return html`${t('post.closedOn', { date: formatDate(t.lang, closedAt.slice(0, 10)) })}`;
  if (holders.length === 0) return html`<b>${t('post.vacant')}</b>`;
  return html`${joined(
    holders.map((tenure) => tenureLine(t, tenure, names)),
    ' · ',
  )}`;
}

export function tenureLine(t: Translate, { account, deputy, from }: Tenure, names: Names): Html {
  const since = t(deputy ? 'post.deputySince' : 'post.holderSince', { date: formatDate(t.lang, from) });
  return html`<bdi>${personName(t, names, account)}</bdi> (${since})`;
}
