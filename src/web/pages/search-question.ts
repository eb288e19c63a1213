import { type FacetName, facetNames } from '../../fields/facet.ts';
import type { FindRequest } from '../../operations/find.ts';
import { findParameters, findRequest } from '../../operations/find-request.ts';
import { countedValue } from './facet-values.ts';

export const views = ['list', 'map', 'table'] as const;
export type View = (typeof views)[number];

type Filters = FindRequest['filters'];

/** What a reader asks for, as an address carries it. */
export interface Question {
  readonly request: FindRequest;
  readonly view: View;
  /** The one facet whose values are all listed. */
  readonly listed?: FacetName;
  /** Values that stand for nothing: left out, and the page says so. */
  readonly dropped: readonly { readonly facet: FacetName; readonly value: string }[];
}

/** Reads an address. Unknown parameters are passed over; unknown values are dropped and named in `dropped`. */
export function readQuestion(parameters: URLSearchParams, lang: string, pageSize: number): Question {
  const asked = findRequest(parameters, lang, pageSize);
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  const dropped: { facet: FacetName; value: string }[] = [];
  for (const facet of facetNames) {
    const counted = new Set<string>();
    for (const value of asked.filters[facet] ?? []) {
      const known = countedValue(facet, value);
      if (known === undefined) dropped.push({ facet, value });
      else counted.add(known);
    }
    if (counted.size > 0) filters[facet] = [...counted];
  }
  const listed = facetNames.find((facet) => facet === parameters.get('facet'));
  return {
    request: { ...asked, filters },
    view: views.find((view) => view === parameters.get('view')) ?? 'list',
    ...(listed === undefined ? {} : { listed }),
    dropped,
  };
}

/** What is different in a link from the page that carries it. A change of words or filters leads to the first page. */
export interface Change extends Partial<Pick<FindRequest, 'words' | 'sort' | 'page'>> {
  readonly filters?: Filters;
  readonly view?: View;
  readonly listed?: FacetName;
}

/** The query of an address (`?q=…`), with everything that the page was asked for but the change; empty without any. */
export function queryOf({ request, view }: Question, change: Change = {}): string {
  const { words, filters, sort } = request;
  const parameters = findParameters({ words, filters, sort, page: 1, ...change });
  const shown = change.view ?? view;
  if (shown !== 'list') parameters.set('view', shown);
  if (change.listed !== undefined) parameters.set('facet', change.listed);
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

/** The query for a download or another page: words, filters and order only. */
export function bareQueryOf({ request }: Question): string {
  return queryOf({ request, view: 'list', dropped: [] });
}

export function withValue(filters: Filters, facet: FacetName, value: string): Filters {
  return { ...filters, [facet]: [...new Set([...(filters[facet] ?? []), value])] };
}

export function withoutValue(filters: Filters, facet: FacetName, value: string): Filters {
  const { [facet]: values = [], ...others } = filters;
  const left = values.filter((one) => one !== value);
  return left.length === 0 ? others : { ...others, [facet]: left };
}

/** Every value that is on, in the order of the facets. */
export function chosen(filters: Filters): readonly { readonly facet: FacetName; readonly value: string }[] {
  return facetNames.flatMap((facet) => (filters[facet] ?? []).map((value) => ({ facet, value })));
}
