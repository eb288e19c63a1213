import type { Feed, FeedEntry } from '../../exchange/feeds/feed.ts';
import { feedFormatOf, feedFormats } from '../../exchange/feeds/feed-formats.ts';
import { stableUuid } from '../../exchange/feeds/stable-uuid.ts';
import { Fault } from '../../kernel/fault.ts';
import { type LangText, textIn } from '../../kernel/lang-text.ts';
import type { FindRequest } from '../../operations/find.ts';
import { findParameters, findRequest } from '../../operations/find-request.ts';
import { type FoundNews, type News, news } from '../../operations/news.ts';
import type { Presented } from '../../policy/present.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import { registerLabel } from '../../wording/labels.ts';
import { type Translate, translator } from '../../wording/messages.ts';
import { addressOf, originOf } from '../address.ts';
import { type Asked, languageOf } from '../asked.ts';
import { countryLabel, markedWords, markNotes, reservationNotes } from '../reservation-notes.ts';
import { searchName } from '../search-name.ts';
import { textAnswer } from '../text-answer.ts';

const pageSize = 50;
/** Longest summary of an entry, in characters. */
const longest = 2_000;

/** News of a search in one of the forms of feeds. */
export function searchFeed(asked: Asked): Promise<Response> {
  const { searchParams } = new URL(asked.context.req.url);
  return feed(asked, findRequest(searchParams, languageOf(asked.context), pageSize), '/search');
}

/** News of one country. @throws Fault `notFound`. */
export function countryFeed(asked: Asked): Promise<Response> {
  const { searchParams } = new URL(asked.context.req.url);
  const code = countryIn(asked);
  const request = findRequest(searchParams, languageOf(asked.context), pageSize);
  return feed(asked, { ...request, filters: { ...request.filters, country: [code] } }, `/countries/${code}`);
}

/** The country at the end of an address. @throws Fault `notFound`. */
export function countryIn({ context }: Asked): string {
  const [code = ''] = (context.req.param('code') ?? '').split('.');
  if (!isCountry(code)) throw new Fault('notFound', { got: code });
  return code;
}

async function feed(asked: Asked, request: FindRequest, path: string): Promise<Response> {
  const { context } = asked;
  const { pathname } = new URL(context.req.url);
  const format = feedFormatOf(pathname);
  if (format === undefined)
    throw new Fault('unknownFormat', { file: pathname, right: 'rss, atom, feed.json' });
  const made = feedOf(asked, request, path, await news(asked.office, request));
  const { mediaType, write } = feedFormats[format];
  return textAnswer(context, { mediaType, body: write(made), ...lastChange(asked) });
}

/** Whatever is told may have taken something out: only what changed the house last is surely not older than the answer. */
export function lastChange({ office }: Asked): { readonly changedAt?: string } {
  const last = office.board.toldSpan()?.last;
  return last === undefined ? {} : { changedAt: last };
}

function feedOf(asked: Asked, request: FindRequest, path: string, found: FoundNews): Feed {
  const { context, options, office } = asked;
  const t = markedWords(asked);
  const start = originOf(context, options);
  const { pathname, search } = new URL(context.req.url);
  const name = searchName(t, request);
  const site = t('site.name');
  const bare = findParameters({ ...request, sort: request.words === '' ? 'newest' : 'best', page: 1 });
  const query = path === '/search' && bare.size > 0 ? `?${bare}` : '';
  const newest = found.news
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const title = name === '' ? t('feed.title', { site }) : t('feed.titleFor', { site, what: name });
  const description = t('site.description');
  return {
    id: `urn:uuid:${stableUuid(`feed ${t.lang} ${start}${path}${query}`)}`,
    title,
    about: [description, ...markNotes(t)].join('\n'),
    publisher: site,
    lang: t.lang,
    updatedAt: newest ?? office.clock.now().toISOString(),
    self: `${start}${pathname}${search}`,
    page: `${start}/${t.lang}${path}${query}`,
    pages: pagesOf(`${start}${pathname}`, search, found),
    entries: found.news.map((one) =>
      entryOf(markedWords(asked), one, addressOf(context, options)(one.record)),
    ),
  };
}

function pagesOf(address: string, search: string, { page, pages }: FoundNews): Feed['pages'] {
  const to = (number: number): string => {
    const parameters = new URLSearchParams(search);
    parameters.delete('page');
    if (number > 1) parameters.set('page', String(number));
    return parameters.size === 0 ? address : `${address}?${parameters}`;
  };
  return {
    first: to(1),
    last: to(pages),
    ...(page > 1 ? { previous: to(page - 1) } : {}),
    ...(page < pages ? { next: to(page + 1) } : {}),
  };
}

function entryOf(t: Translate, { record, at }: News, address: string): FeedEntry {
  const { register, id, values, review } = record;
  // The title and summary of a register are texts in languages (checked by the contract tests of registers).
  const title = textIn(values[register.title] as LangText, t.lang);
  const said = values[register.summary] as LangText | undefined;
  const summary = said === undefined ? undefined : textIn(said, t.lang);
  const categories = [
    categoryOf(t, (words) => registerLabel(words, register.name)),
    ...countriesOf(record).map((code) => categoryOf(t, (words) => countryLabel(words, code))),
  ];
  const standing = t(`confirmation.${review.confirmation}`);
  return {
    id: `urn:uuid:${stableUuid(`${register.name}/${id}`)}`,
    title,
    address,
    ...(summary === undefined ? {} : { summary: { text: cut(summary.text), lang: summary.lang } }),
    notes: [standing, ...reservationNotes(t, record)],
    updatedAt: at,
    categories,
  };
}

function categoryOf(t: Translate, name: (words: Translate) => string): FeedEntry['categories'][number] {
  return { term: name(translator(t.lang)), label: name(t) };
}

function countriesOf({ register, values }: Presented): readonly string[] {
  const found = Object.entries(register.fields).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined) return [];
    const { provider = [], host = [] } = field.facets(value);
    return [...provider, ...host];
  });
  return [...new Set(found)];
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}
