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
  { facets, documents, workspace }: Pick<Contents, 'facets' | 'documents' | 'workspace'>,
  docs: Int32Array,
  { filters, count }: Pick<IndexQuery, 'filters' | 'count'>,
): Tally {
  const named = facetNames.filter((name) => (filters[name] ?? []).length > 0);
  // How many of all documents have a value is known without counting.
  const ofAll = docs === documents.all() ? facets.living.data : undefined;
  if (named.length === 0) {
    const counts = count.length === 0 ? noCounts : (ofAll ?? countRows(facets, docs));
    return { passing: docs, counts, own: new Map() };
  }
  const wanted = named.filter((name) => count.includes(name));
  const known = named.length === 1 ? ofAll : undefined;
  const { passing, almost } = sift({ facets, workspace }, docs, {
    names: named,
    filters,
    counted: known === undefined ? wanted : [],
  });
  const rest = count.some((name) => !named.includes(name));
  const counts = rest || almost.size > 0 ? countRows(facets, passing) : noCounts;
  for (const counted of almost.values()) addTo(counted, counts);
  const own = known === undefined ? almost : new Map(wanted.map((name) => [name, known]));
  return { passing, counts, own };
}

const noCounts = new Int32Array(0);

interface Sieve {
  readonly names: readonly FacetName[];
  readonly filters: IndexQuery['filters'];
  /** Facets for which it is counted what their own filter alone keeps out. */
  readonly counted: readonly FacetName[];
}

/**
 * Goes once through the documents: those that pass every filter, and the values of those that pass all filters but one,
 * counted for the facet of that one. A bit for each filter says whether a document passes it.
 */
function sift(
  { facets, workspace }: Pick<Contents, 'facets' | 'workspace'>,
  docs: Int32Array,
  { names, filters, counted }: Sieve,
) {
  const size = facets.start.length;
  const passed = names.length <= 8 ? new Uint8Array(size) : new Int32Array(size);
  names.forEach((name, place) => {
    for (const value of filters[name] ?? []) {
      const number = facets.find(name, value);
      if (number !== undefined) mark(passed, facets.documentsWith(number), 1 << place);
    }
  });
  const all = 2 ** names.length - 1;
  const almost = new Map<FacetName, Int32Array>();
  // By the bits of a document that lacks one alone: what it is counted for.
  const counters: (((doc: number) => void) | undefined)[] = [];
  names.forEach((name, place) => {
    if (!counted.includes(name)) return;
    const counts = new Int32Array(facets.values.length);
    almost.set(name, counts);
    counters[place] = counterOf(facets, facetNames.indexOf(name), counts);
  });
  const passing = workspace.numbers(docs.length);
  let found = 0;
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] ?? 0;
    const lacks = all ^ (passed[doc] ?? 0);
    if (lacks === 0) passing[found++] = doc;
    else if ((lacks & (lacks - 1)) === 0) counters[31 - Math.clz32(lacks)]?.(doc);
  }
  return { passing: passing.subarray(0, found), almost };
}

function mark(passed: Uint8Array | Int32Array, documents: Int32Array, bit: number): void {
  for (let i = 0; i < documents.length; i += 1) {
    const doc = documents[i] ?? 0;
    passed[doc] = (passed[doc] ?? 0) | bit;
  }
}

function addTo(sums: Int32Array, counts: Int32Array): void {
  for (let value = 0; value < sums.length; value += 1)
    sums[value] = (sums[value] ?? 0) + (counts[value] ?? 0);
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

/** What counts the values of one facet of a document: they stand in each row in the order of the facets. */
function counterOf(
  { start, row, facetOf }: FacetRows,
  facet: number,
  counts: Int32Array,
): (doc: number) => void {
  const facetOfValue = facetOf.data;
  const starts = start.data;
  const numbers = row.data;
  return (doc) => {
    const end = starts[doc + 1] ?? 0;
    for (let place = starts[doc] ?? 0; place < end; place += 1) {
      const value = numbers[place] ?? 0;
      const of = facetOfValue[value] ?? 0;
      if (of > facet) return;
      if (of === facet) counts[value] = (counts[value] ?? 0) + 1;
    }
  };
}
