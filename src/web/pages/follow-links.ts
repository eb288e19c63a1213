import { calendarRegisters } from '../../exchange/calendars/dates-of.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';

/** What can be followed: a page whose address, with an ending before its query, is a feed or a calendar. */
export interface Followed {
  /** Without language. */
  readonly path: string;
  /** With its question mark; empty without any. */
  readonly query: string;
  /** Registers that it is about; absent for all. */
  readonly kinds?: readonly string[] | undefined;
}

const feeds = [
  { ending: 'rss', type: 'application/rss+xml', key: 'follow.rss' },
  { ending: 'atom', type: 'application/atom+xml', key: 'follow.atom' },
  { ending: 'feed.json', type: 'application/feed+json', key: 'follow.json' },
] as const;

/** For the head of a page, where feed readers look. */
export function followForms(followed: Followed): NonNullable<Page['otherForms']> {
  const { path, query } = followed;
  const calendar = hasDates(followed) ? [{ type: 'text/calendar', path: `${path}.ics${query}` }] : [];
  return [...feeds.map(({ ending, type }) => ({ type, path: `${path}.${ending}${query}` })), ...calendar];
}

/** For people. `node`: the address of the node, so that calendars on telephones can take the link as it is. */
export function followLinks(t: Translate, followed: Followed, node: string): Html {
  const { path, query } = followed;
  const calendar = `${node.replace(/^https?:/, 'webcal:')}${pageAddress(t.lang, `${path}.ics${query}`)}`;
  return html`<p class=sort><span>${t('follow.label')}</span>${feeds.map(
    ({ ending, key }) =>
      html`<a href="${pageAddress(t.lang, `${path}.${ending}${query}`)}" rel=nofollow>${t(key)}</a>`,
  )}${hasDates(followed) && html`<a href="${calendar}" rel=nofollow>${t('follow.calendar')}</a>`}</p>`;
}

function hasDates({ kinds = calendarRegisters }: Followed): boolean {
  return kinds.some((kind) => calendarRegisters.includes(kind));
}
