import { type LangText, textIn } from '../../kernel/lang-text.ts';
import type { Reservation } from '../../lifecycle/state.ts';
import { formatDayOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { formFields } from '../desk/form.ts';
import type { Visitor } from '../desk/visitor.ts';
import { type Html, html } from '../html.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { countryLink } from '../pieces/countries.ts';
import { pager } from '../pieces/pager.ts';
import { langAttributes } from '../pieces/texts.ts';
import { listName, thingName } from './reserved-thing.ts';

const pageSize = 30;

/** How much of each text is shown: all, or so many characters where the page would grow too large. */
const cuts = [Number.POSITIVE_INFINITY, 500, 150];

export interface ReservationsOptions {
  /** From 1. */
  readonly page: number;
  readonly visitor?: Visitor | undefined;
}

/** The page that an address asks for; the first where it asks for none that could be. */
export function pageIn(parameters: URLSearchParams): number {
  const asked = parameters.get('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}

/** All reservations of countries on labels and words, the newest first; a focal point lifts its country's own. */
export function reservationsPage(
  t: Translate,
  reservations: readonly Reservation[],
  { page, visitor }: ReservationsOptions,
): PageParts {
  const sorted = reservations.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const now = Math.min(page, pages);
  const shown = sorted.slice((now - 1) * pageSize, now * pageSize);
  const focal = visitor?.posts.find(({ kind }) => kind === 'focalPoint');
  const link = pageAddress(t.lang, `/reservations/new?post=${focal?.id}`);
  return {
    title: t('reservations.title'),
    description: t('reservations.about'),
    path: now > 1 ? `/reservations?page=${now}` : '/reservations',
    unlisted: now > 1,
    shows: [anyRecord],
    bodies: cuts.map(
      (cut) => () =>
        html`<h1>${t('reservations.title')}</h1><p class=sum>${t('reservations.about')}</p>${
          focal !== undefined && html`<p class=acts><a class=btn href="${link}">${t('reservations.make')}</a>`
        }${
          shown.length === 0
            ? html`<p class=note>${t('reservations.none')}`
            : html`<ul class="res calm">${shown.map((one) => entry(t, one, cut, visitor))}</ul>`
        }${pager(t, now, pages, (one) => pageAddress(t.lang, `/reservations?page=${one}`))}`,
    ),
  };
}

function entry(t: Translate, one: Reservation, cut: number, visitor: Visitor | undefined): Html {
  const { id, country, on, text, at } = one;
  const kind = on.kind === 'label' ? listName(t, on.list) : t('reservations.word');
  const own = visitor?.posts.find((post) => post.kind === 'focalPoint' && post.country === country);
  return html`<li><p class=kind><span>${countryLink(t, country)}</span><span>${formatDayOf(t.lang, at)}</span></p><div><b><bdi>${thingName(t, on)}</bdi></b> <small>(${kind})</small></div>${shownCut(t, text, cut)}${
    own !== undefined &&
    visitor !== undefined &&
    html`<form method=post action="${pageAddress(t.lang, '/reservations/lift')}">${formFields(visitor.session.formToken, { post: own.id, reservation: id })}<p><button class=quiet>${t('reservations.lift')}</button></form>`
  }`;
}

function shownCut(t: Translate, langText: LangText, cut: number): Html {
  const { text, lang } = textIn(langText, t.lang);
  const signs = Array.from(text);
  const words = signs.length > cut ? `${signs.slice(0, cut).join('')}…` : text;
  return html`<p class=prose${langAttributes(t, lang)}>${words}`;
}
