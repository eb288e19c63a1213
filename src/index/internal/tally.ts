import { type FacetName, facetNames } from '../../fields/facet.ts';
import type { FacetCount, IndexQuery } from '../../operations/ports.ts';
import type { FacetRows } from './facet-rows.ts';

/** What filtering and counting left: the documents that pass every filter, and how often each value was counted. */
export interface Tally {
  readonly passing: Int32Array;
  /** By value number. */
  readonly counts: Int32Array;
}

/**
 * Filters and counts in one pass. Each filter is a bit; a document that passes all is counted for every facet, one
 * that fails a single filter is counted for that filter's facet alone: so each facet is counted with all filters
 * but its own. Where no count is wanted none is taken: it is most of the work.
 * @param docs ascending document numbers.
 */
export function tally(
  facets: FacetRows,
  docs: Int32Array,
  { filters, count }: Pick<IndexQuery, 'filters' | 'count'>,
): Tally {
  const named = facetNames.filter((name) => (filters[name] ?? []).length > 0);
  const counts = new Int32Array(facets.values.length);
  const counting = count.length > 0;
  if (named.length === 0) {
    if (!counting) return { passing: docs, counts };
    for (let i = 0; i < docs.length; i += 1) countRow(facets, docs[i] ?? 0, counts);
    return { passing: docs, counts };
  }
  const bits = wantedBits(facets, filters, named);
  const all = 2 ** named.length - 1;
  const facetOfBit = new Map(named.map((name, place) => [2 ** place, facetNames.indexOf(name)]));
  const passing = new Int32Array(docs.length);
  let size = 0;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    const failed = all & ~bitsOfRow(facets, doc, bits);
    if (failed === 0) {
      if (counting) countRow(facets, doc, counts);
      passing[size++] = doc;
    } else if (counting && (failed & (failed - 1)) === 0) {
      countFacet(facets, doc, facetOfBit.get(failed) ?? -1, counts);
    }
  }
  return { passing: passing.subarray(0, size), counts };
}

/** The counts of one facet, highest first, then by value. */
export function countsOf(facets: FacetRows, { counts }: Tally, name: FacetName): readonly FacetCount[] {
  const found: FacetCount[] = [];
  for (const [value, number] of facets.valuesOf(name)) {
    const count = counts[number] ?? 0;
    if (count > 0) found.push({ value, count });
  }
  return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** For each value number the bit of the filter that asks for it, 0 for the others. */
function wantedBits(
  facets: FacetRows,
  filters: IndexQuery['filters'],
  named: readonly FacetName[],
): Int32Array {
  const bits = new Int32Array(facets.values.length);
  named.forEach((name, place) => {
    for (const value of filters[name] ?? []) {
      const number = facets.find(name, value);
      if (number !== undefined) bits[number] = 2 ** place;
    }
  });
  return bits;
}

function bitsOfRow({ start, row }: FacetRows, doc: number, bits: Int32Array): number {
  const values = row.data;
  const end = start.data[doc + 1] ?? 0;
  let found = 0;
  for (let place = start.data[doc] ?? 0; place < end; place += 1) found |= bits[values[place] ?? 0] ?? 0;
  return found;
}

function countRow({ start, row }: FacetRows, doc: number, counts: Int32Array): void {
  const values = row.data;
  const end = start.data[doc + 1] ?? 0;
  for (let place = start.data[doc] ?? 0; place < end; place += 1) {
    const value = values[place] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
}

function countFacet(
  { start, row, facetOf }: FacetRows,
  doc: number,
  facet: number,
  counts: Int32Array,
): void {
  const end = start.data[doc + 1] ?? 0;
  for (let place = start.data[doc] ?? 0; place < end; place += 1) {
    const value = row.data[place] ?? 0;
    if (facetOf.data[value] === facet) counts[value] = (counts[value] ?? 0) + 1;
  }
}
