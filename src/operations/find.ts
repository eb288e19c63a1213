import { type FacetName, shownFacets } from '../fields/facet.ts';
import type { Presented } from '../policy/present.ts';
import { followForReading } from './follow.ts';
import type { House } from './house.ts';
import { askIndex } from './internal/ask-index.ts';
import { inForce } from './internal/in-force.ts';
import type { FacetCount, SortOrder } from './ports.ts';
import { type Recognised, recognise } from './recognise.ts';

/** A search as the doors give it. */
export interface FindRequest {
  readonly words: string;
  /** Language of the reader. */
  readonly lang: string;
  readonly filters: Partial<Record<FacetName, readonly string[]>>;
  readonly sort: SortOrder;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Facets to count; the eight shown ones unless said. */
  readonly count?: readonly FacetName[];
  /** At most so many values of a facet; all where nothing is said. */
  readonly most?: Partial<Record<FacetName, number>>;
}

export interface Found {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly records: readonly Presented[];
  readonly facets: Partial<Record<FacetName, readonly FacetCount[]>>;
  /** Word forms to mark in titles and summaries. */
  readonly terms: ReadonlySet<string>;
  /** Names in the words that could be filters instead. */
  readonly recognised: readonly Recognised[];
}

/** The deepest page: past it a reader narrows the search or downloads it. */
export const lastPage = 500;

/** Finds what the public may see. */
export async function find(house: House, request: FindRequest): Promise<Found> {
  await followForReading(house);
  const { words, lang, filters, sort, pageSize } = request;
  const page = Math.min(Math.max(1, Math.trunc(request.page)), lastPage);
  const answer = askIndex(house, {
    words,
    lang,
    filters,
    sort,
    offset: (page - 1) * pageSize,
    limit: pageSize,
    count: request.count ?? shownFacets,
    most: request.most ?? {},
  });
  const records = await inForce(
    house,
    answer.hits.map((hit) => hit.recordId),
  );
  return {
    total: answer.total,
    page,
    pages: Math.max(1, Math.min(lastPage, Math.ceil(answer.total / pageSize))),
    records,
    facets: answer.facets,
    terms: new Set(answer.terms),
    recognised: recognise(words, filters),
  };
}
