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
 * Filters and counts. Each facet is counted with all filters but its own; what nobody wants counted is not, since
 * counting is most of the work.
 * @param docs ascending document numbers.
 */
export function tally(
  facets: FacetRows,
  docs: Int32Array,
  { filters, count }: Pick<IndexQuery, 'filters' | 'count'>,
): Tally {
  const named = facetNames.filter((name) => (filters[name] ?? []).length > 0);
  if (named.some((name) => count.includes(name))) return tallyByRow(facets, docs, { filters, count }, named);
  const passing = named.reduce((left, name) => having(facets, left, name, filters[name] ?? []), docs);
  const counts = new Int32Array(facets.values.length);
  if (count.length > 0) {
    for (let i = 0; i < passing.length; i += 1) countRow(facets, passing[i] ?? 0, counts);
  }
  return { passing, counts };
}

/**
 * In one pass, where a facet is both filtered by and counted. Each filter is a bit; a document that passes all is
 * counted for every facet, one that fails a single filter is counted for that filter's facet alone.
 */
function tallyByRow(
  facets: FacetRows,
  docs: Int32Array,
  { filters, count }: Pick<IndexQuery, 'filters' | 'count'>,
  named: readonly FacetName[],
): Tally {
  const counts = new Int32Array(facets.values.length);
  const bits = wantedBits(facets, filters, named);
  const all = 2 ** named.length - 1;
  const facetOfBit = new Map(
    named.flatMap((name, place): [number, number][] =>
      count.includes(name) ? [[2 ** place, facetNames.indexOf(name)]] : [],
    ),
  );
  const passing = new Int32Array(docs.length);
  let size = 0;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    const failed = all & ~bitsOfRow(facets, doc, bits);
    if (failed === 0) {
      countRow(facets, doc, counts);
      passing[size++] = doc;
    } else {
      const facet = facetOfBit.get(failed);
      if (facet !== undefined) countFacet(facets, doc, facet, counts);
    }
  }
  return { passing: passing.subarray(0, size), counts };
}

/** Of some documents those with any of the values: without a look at the rows of the others. */
function having(facets: FacetRows, docs: Int32Array, name: FacetName, values: readonly string[]): Int32Array {
  const has = new Uint8Array(facets.start.length);
  for (const value of values) {
    const number = facets.find(name, value);
    const documents = number === undefined ? [] : facets.documentsWith(number);
    for (let i = 0; i < documents.length; i += 1) has[documents[i] ?? 0] = 1;
  }
  const left = new Int32Array(docs.length);
  let size = 0;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    if (has[doc] === 1) left[size++] = doc;
  }
  return left.subarray(0, size);
}

/** The counts of one facet, highest first, then by value. */
export function countsOf(facets: FacetRows, { counts }: Tally, name: FacetName): readonly FacetCount[] {
  const found: FacetCount[] = [];
  for (const [value, number] of facets.valuesOf(name)) {
    const count = counts[number] ?? 0;
    if (count > 0) found.push({ value, count });
  }
  // Sorting keeps the order of values that are counted alike.
  return found.sort((a, b) => b.count - a.count);
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
