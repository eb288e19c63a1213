import { type FacetName, facetNames } from '../fields/facet.ts';
import type { FindRequest } from './find.ts';
import type { SortOrder } from './ports.ts';

const sorts: ReadonlySet<string> = new Set<SortOrder>(['best', 'newest', 'year', 'oldest']);
/** Longest search that is looked at, in characters; most values of one facet. */
const longestWords = 500;
const mostValues = 50;

/**
 * A search as addresses carry it: `q`, `sort`, `page` and one parameter a facet, repeated for several values.
 * What is not understood is left out: a search never fails on an odd address.
 */
export function findRequest(parameters: URLSearchParams, lang: string, pageSize: number): FindRequest {
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  for (const facet of facetNames) {
    const values = [
      ...new Set(parameters.getAll(facet).filter((value) => value !== '' && value.length <= 100)),
    ];
    if (values.length > 0) filters[facet] = values.slice(0, mostValues);
  }
  const words = (parameters.get('q') ?? '').slice(0, longestWords).trim();
  const sort = parameters.get('sort') ?? '';
  const page = Number(parameters.get('page') ?? 1);
  return {
    words,
    lang,
    filters,
    // Membership was just checked.
    sort: sorts.has(sort) ? (sort as SortOrder) : words === '' ? 'newest' : 'best',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    pageSize,
  };
}

/** The same search as an address carries it, facets in their order: equal searches have equal addresses. */
export function findParameters(
  request: Pick<FindRequest, 'words' | 'filters' | 'sort' | 'page'>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  if (request.words !== '') parameters.set('q', request.words);
  for (const facet of facetNames)
    for (const value of request.filters[facet] ?? []) parameters.append(facet, value);
  if (request.sort !== (request.words === '' ? 'newest' : 'best')) parameters.set('sort', request.sort);
  if (request.page > 1) parameters.set('page', String(request.page));
  return parameters;
}
