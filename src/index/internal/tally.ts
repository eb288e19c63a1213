import { type FacetName, facetNames } from '../../fields/facet.ts';
import type { FacetCount, IndexQuery } from '../../operations/ports.ts';
import type { Contents } from './contents.ts';
import type { FacetRows } from './facet-rows.ts';
import { highest } from './top.ts';

/** What filtering and counting left: the documents that pass every filter, and how often each value was counted. */
export interface Tally {
  readonly passing: Int32Array;
  /** By value number. */
  readonly counts: Int32Array;
  /** For facets that are filtered by: counted with all filters but their own. */
  readonly own: ReadonlyMap<FacetName, Int32Array>;
}

/**
 * Filters and counts. Each facet is counted with all filters but its own; what nobody wants counted is not, since
 * counting is most of the work.
 * @param docs ascending document numbers.
 */
export function tally(
  { facets, documents }: Pick<Contents, 'facets' | 'documents'>,
  docs: Int32Array,
  { filters, count }: Pick<IndexQuery, 'filters' | 'count'>,
): Tally {
  const named = facetNames.filter((name) => (filters[name] ?? []).length > 0);
  const passed = (names: readonly FacetName[]): Int32Array =>
    names.reduce((left, name) => having(facets, left, name, filters[name] ?? []), docs);
  // How many of all documents have a value is known without counting.
  const counted = (some: Int32Array, only?: FacetName): Int32Array => {
    if (some === documents.all()) return facets.living.data;
    return only === undefined ? countRows(facets, some) : countFacet(facets, some, facetNames.indexOf(only));
  };
  const passing = passed(named);
  const own = named
    .filter((name) => count.includes(name))
    .map((name) => [name, counted(passed(named.filter((other) => other !== name)), name)] as const);
  const rest = count.some((name) => !named.includes(name));
  return { passing, counts: rest ? counted(passing) : new Int32Array(0), own: new Map(own) };
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

/** The counts of one facet, highest first, then by value; at most `most`. */
export function countsOf(
  facets: FacetRows,
  { counts, own }: Tally,
  name: FacetName,
  most = Number.POSITIVE_INFINITY,
): readonly FacetCount[] {
  const counted = own.get(name) ?? counts;
  const found = foundIn(counted, facets.inOrder(name));
  const size = found.length;
  const keys = new Float64Array(size);
  for (let place = 0; place < size; place += 1) keys[place] = counted[found[place] ?? 0] ?? 0;
  const told = (place: number): FacetCount => ({
    value: facets.values[found[place] ?? 0] ?? '',
    count: keys[place] ?? 0,
  });
  if (size > most) return highest(keys, most, (place) => -place).map(told);
  return sorted(keys).map(told);
}

/** The places of all keys (whole numbers), highest first; of equal keys the earlier place. Numbers sort ten times as quickly as objects. */
function sorted(keys: Float64Array): readonly number[] {
  const room = 2 ** 21;
  const ordered = keys.map((key, place) => key * room + (room - 1 - place)).sort();
  return Array.from(ordered, (one) => room - 1 - (one % room)).reverse();
}

/** The value numbers that were counted at all. Most facets have few values, one has tens of thousands. */
function foundIn(counted: Int32Array, numbers: Int32Array): Int32Array {
  let size = 0;
  for (let i = 0; i < numbers.length; i += 1) if ((counted[numbers[i] ?? 0] ?? 0) > 0) size += 1;
  const found = new Int32Array(size);
  for (let i = 0, place = 0; place < size; i += 1) {
    const number = numbers[i] ?? 0;
    if ((counted[number] ?? 0) > 0) found[place++] = number;
  }
  return found;
}

function countRows({ start, row, values }: FacetRows, docs: Int32Array): Int32Array {
  const counts = new Int32Array(values.length);
  const starts = start.data;
  const numbers = row.data;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    const end = starts[doc + 1] ?? 0;
    for (let place = starts[doc] ?? 0; place < end; place += 1) {
      const value = numbers[place] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts;
}

/** The values of one facet alone: they stand in each row in the order of the facets. */
function countFacet({ start, row, values, facetOf }: FacetRows, docs: Int32Array, facet: number): Int32Array {
  const counts = new Int32Array(values.length);
  const facetOfValue = facetOf.data;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    const end = start.data[doc + 1] ?? 0;
    for (let place = start.data[doc] ?? 0; place < end; place += 1) {
      const value = row.data[place] ?? 0;
      const of = facetOfValue[value] ?? 0;
      if (of > facet) break;
      if (of === facet) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts;
}
