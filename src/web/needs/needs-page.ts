import type { NeedLine } from '../../operations/requests/need-line.ts';
import {
  type NeedFacet,
  type NeedsBoard,
  type NeedsQuestion,
  needFacets,
} from '../../operations/requests/needs-board.ts';
import { needStates, openStates } from '../../requests/need-clock.ts';
import { nameOf } from '../../vocabulary/code-list.ts';
import { countryGroups } from '../../vocabulary/country-groups.ts';
import { languageName } from '../../vocabulary/languages.ts';
import { helpKinds } from '../../vocabulary/request-lists.ts';
import { sectors } from '../../vocabulary/sectors.ts';
import { formatDate, formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html, joined } from '../html.ts';
import { followForms, followLinks } from '../pages/follow-links.ts';
import { anyRecord, type PageParts } from '../pages/page-parts.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { countryLinks } from '../pieces/countries.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { type FacetGroup, facetForm, filtersLink } from '../pieces/facets.ts';
import { kindLine } from '../pieces/kind-line.ts';
import { shownText } from '../pieces/texts.ts';
import { needMark } from './need-mark.ts';
import { numbersTable } from './need-numbers.ts';

/** Needs in the list, and values of a facet, at falling levels of detail. */
const levels = [
  { lines: 40, values: 8 },
  { lines: 20, values: 5 },
  { lines: 8, values: 3 },
];

const needsPath = '/needs';
const followed = { path: '/search', query: '?kind=need', kinds: ['need'] };

export interface NeedsView {
  readonly board: NeedsBoard;
  readonly question: NeedsQuestion;
  readonly node: string;
  /** The visitor's posts that may write a need, an offer or a call. */
  readonly writes: readonly { readonly register: 'need' | 'offer' | 'call'; readonly post: string }[];
}

/** Needs that can still be answered, with the days that are left; and what became of all of them. */
export function needsPage(t: Translate, view: NeedsView): PageParts {
  const { question } = view;
  return {
    title: t('needs.title'),
    description: t('need.lead'),
    path: needsPath,
    current: 'needs',
    unlisted: isNarrowed(question),
    otherForms: followForms(followed),
    shows: [anyRecord],
    bodies: levels.map((level) => () => body(t, view, level)),
  };
}

function body(t: Translate, view: NeedsView, level: (typeof levels)[number]): Html {
  const { board, node, writes, question } = view;
  const inForce = Object.values(question.filters).flat().length + (question.within === undefined ? 0 : 1);
  const shown = board.lines.slice(0, level.lines);
  return html`<h1>${t('needs.title')}</h1><p class=sum>${t('need.lead')}</p>${
    writes.length > 0 &&
    html`<p class=acts>${writes.map(
      ({ register, post }) =>
        html`<a class=btn href="${pageAddress(t.lang, `/${register}/new?${new URLSearchParams({ post })}`)}">${t(`need.write.${register}`)}</a> `,
    )}</p>`
  }<p class=sort>${filtersLink(t, inForce)}<a href="${pageAddress(t.lang, '/search?kind=offer')}">${t('register.offer.plural')}</a><a href="${pageAddress(t.lang, '/search?kind=call')}">${t('register.call.plural')}</a></p><div class=cols>${filters(
    t,
    view,
    level.values,
  )}<div id=results><h2>${isNoneOpen(view) ? t('need.noneOpen') : t('register.need.count', { n: board.lines.length })}</h2>${
    board.lines.length === 0
      ? noNeed(t, view)
      : html`<ul class=res>${shown.map((line) => entry(t, line))}</ul>`
  }${
    board.lines.length > shown.length &&
    html`<p><a href="${pageAddress(t.lang, '/search?kind=need')}">${t('common.moreCount', { n: board.lines.length - shown.length })}</a>`
  }${
    board.observed > 0 &&
    html`<p class=note><a href="${pageAddress(t.lang, '/search?kind=need&confirmation=observed')}">${t('need.observed', { n: board.observed })}</a>`
  }${numbersTable(t, board)}${followLinks(t, followed, node)}<p><a class="btn quiet" href="${pageAddress(t.lang, '/follow')}">${t('interest.ask')}</a></div></div>`;
}

/** Whoever chose no filter is told what the list is of. */
function isNoneOpen({ board, question }: NeedsView): boolean {
  return board.lines.length === 0 && !isNarrowed(question);
}

/** That nothing fits what was chosen; where nothing was, the ways to the needs that are over. */
function noNeed(t: Translate, view: NeedsView): Html {
  if (!isNoneOpen(view)) return html`<p class=note>${t('need.none')}`;
  const over = needStates.flatMap((state) => {
    const n = openStates.has(state) ? 0 : countOf(view.board, 'state', state);
    if (n === 0) return [];
    const path = pageAddress(t.lang, `${needsPath}?${new URLSearchParams({ state })}`);
    const label = t(`need.state.${state}`);
    return [html`<a href="${path}">${t('common.colon', { label, value: formatNumber(t.lang, n) })}</a>`];
  });
  return html`${over.length > 0 && html`<p class=note>${joined(over, ' · ')}`}`;
}

function isNarrowed({ filters, within }: NeedsQuestion): boolean {
  return Object.keys(filters).length > 0 || within !== undefined;
}

function entry(t: Translate, { record, clock }: NeedLine): Html {
  const { asking = [], help = [], neededBy } = record.request;
  const facts = [
    ...help.map((kind) => codeLabel(t, helpKinds, kind)),
    ...(neededBy === undefined ? [] : [t('need.by', { date: formatDate(t.lang, neededBy) })]),
  ];
  return html`<li>${kindLine(t, 'need', [countryLinks(t, asking)])}<h3><a href="${pageAddress(t.lang, recordPath(record.register, record.recordId))}">${shownText(t, record.title)}</a></h3><p>${needMark(t, clock)}</p>${
    facts.length > 0 && html`<p class=soft>${joined(facts, comma(t))}`
  }`;
}

/** The state and what is counted stand open; within how many days answers are due is one choice among few. */
function filters(t: Translate, { board, question }: NeedsView, most: number): Html {
  const groups = needFacets.flatMap((facet): FacetGroup[] => {
    const chosen = question.filters[facet] ?? [];
    const counts =
      facet === 'state'
        ? needStates.map((value) => ({ value, count: countOf(board, facet, value) }))
        : board.facets[facet].filter(({ value }, at) => at < most || chosen.includes(value));
    if (counts.length === 0) return [];
    return [
      {
        name: facet,
        label: t(`need.facet.${facet}`),
        open: facet === 'state' || facet === 'help' || chosen.length > 0,
        options: counts.map(({ value, count }) => ({
          value,
          count,
          name: valueName(t, facet, value),
          chosen: chosen.includes(value),
        })),
      },
    ];
  });
  const within = question.within === undefined ? {} : { within: String(question.within) };
  return facetForm(t, pageAddress(t.lang, needsPath), groups, within);
}

function countOf(board: NeedsBoard, facet: NeedFacet, value: string): number {
  return board.facets[facet].find((one) => one.value === value)?.count ?? 0;
}

function valueName(t: Translate, facet: NeedFacet, value: string): string {
  switch (facet) {
    case 'state': {
      const state = needStates.find((one) => one === value);
      return state === undefined ? value : t(`need.state.${state}`);
    }
    case 'help':
      return codeLabel(t, helpKinds, value);
    case 'country':
      return countryLabel(t, value);
    case 'group':
      return codeLabel(t, countryGroups, value);
    case 'sector':
      return nameOf(sectors, value, t.lang);
    case 'language':
      return languageName(value, t.lang);
  }
}
