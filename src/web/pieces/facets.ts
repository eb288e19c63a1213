import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

/** One value of a facet as a reader sees it. */
export interface FacetOption {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

export interface FacetGroup {
  /** The name of the parameter. */
  readonly name: string;
  readonly label: string;
  readonly open: boolean;
  readonly options: readonly FacetOption[];
  /** Where all its values are listed, when not all are shown. */
  readonly all?: string;
}

/** Things that a form carries along unseen: the words, the order. */
export type Carried = Readonly<Record<string, string>>;

/** The facets as one form that needs no script: boxes, counts, bars in nine steps of the largest count. */
export function facetForm(
  t: Translate,
  action: string,
  groups: readonly FacetGroup[],
  carried: Carried,
  resultsId = 'results',
): Html {
  return html`<form id=filters action="${action}"><h2>${t('search.filters')}</h2>${Object.entries(
    carried,
  ).map(
    ([name, value]) => html`<input type=hidden name="${name}" value="${value}">`,
  )}${groups.map((group) => facetGroup(t, group))}<div class=btns><button>${t('search.apply')}</button><a class=close href="#${resultsId}">${t('search.closeFilters')}</a></div></form>`;
}

/** What opens the filters on a narrow screen, with how many are in force. */
export function filtersLink(t: Translate, inForce: number): Html {
  return html`<a class="btn quiet open" href="#filters">${inForce === 0 ? t('search.filters') : t('search.filtersOn', { n: inForce })}</a>`;
}

function facetGroup(t: Translate, { name, label, open, options, all }: FacetGroup): Html {
  if (options.length === 0) return html``;
  const largest = Math.max(1, ...options.map(({ count }) => count));
  return html`<details${open && html` open`}><summary>${label}</summary><ul>${options.map(
    ({ value, name: shown, count, chosen }) =>
      html`<li><label><input type=checkbox name=${name} value="${value}"${chosen && html` checked`}>${shown}<b>${formatNumber(t.lang, count)}</b></label><i class=b${barOf(count, largest)}></i>`,
  )}</ul>${all !== undefined && html`<a href="${all}">${t('search.showAll')}</a>`}</details>`;
}

/** 0 to 9: the width of the bar by class, so that no style stands in the page. */
function barOf(count: number, largest: number): number {
  return Math.min(9, Math.floor((count / largest) * 9.99));
}
