import { type FacetName, type FacetValues, facetNames } from '../../fields/facet.ts';
import { Column, int32, uint16 } from './column.ts';

/** Rows of narrow numbers are counted nearly twice as quickly: most values of most rows have to be fetched from memory. */
export type RowNumbers = Uint16Array | Int32Array;
/** The first value number that narrow rows cannot hold. */
const firstWide = 2 ** 16;

/**
 * The facet values of every document in one row of value numbers, row after row. A value number stands for a facet
 * and a value together, so that one loop over a row counts all facets at once.
 */
export class FacetRows {
  /** Where each document's row begins, and where the last one ends. */
  readonly start: Column = new Column(int32);
  /** Narrow until there are too many values. */
  row: Column<RowNumbers>;
  /** Of each value number: which facet (place in `facetNames`) and which value. */
  readonly facetOf: Column = new Column(int32);
  readonly values: string[] = [];
  /** Of each value number: how many living documents have it. */
  readonly living: Column = new Column(int32);
  readonly #numberOf = facetNames.map(() => new Map<string, number>());
  readonly #inOrder: Int32Array[] = [];
  /** By value number, of the documents before `#upTo`. */
  readonly #documentsWith: Column[] = [];
  #upTo = 0;

  constructor(start: Int32Array = new Int32Array(1), row: RowNumbers = new Uint16Array(0)) {
    this.start = Column.from(int32, start);
    this.row = columnOf(row);
  }

  /** The row of one more document, which is living. */
  addRow(facets: FacetValues): void {
    facetNames.forEach((name, facet) => {
      const values = facets[name] ?? [];
      const distinct = values.length > 1 ? new Set(values) : values;
      for (const value of distinct) {
        // May widen the row.
        const number = this.numberOf(facet, value);
        this.row.push(number);
      }
    });
    this.#endRow();
  }

  #endRow(): void {
    this.start.push(this.row.length);
    this.addToLiving(this.start.length - 2, 1);
  }

  /** Counts a document among the living, or no longer. */
  addToLiving(doc: number, by: 1 | -1): void {
    const living = this.living.data;
    for (let place = this.start.at(doc); place < this.start.at(doc + 1); place += 1) {
      const value = this.row.at(place);
      living[value] = (living[value] ?? 0) + by;
    }
  }

  /** Answers what copies the row of one living document of another index. */
  copierOf(from: FacetRows): (doc: number) => void {
    const numbers = new Int32Array(from.values.length).fill(-1);
    return (doc) => {
      for (let place = from.start.at(doc); place < from.start.at(doc + 1); place += 1) {
        const value = from.row.at(place);
        if (numbers[value] === -1) {
          numbers[value] = this.numberOf(from.facetOf.at(value), from.values[value] ?? '');
        }
        this.row.push(numbers[value] ?? 0);
      }
      this.#endRow();
    };
  }

  numberOf(facet: number, value: string): number {
    const known = this.#numberOf[facet]?.get(value);
    if (known !== undefined) return known;
    const number = this.values.length;
    if (number === firstWide) this.#widen();
    this.values.push(value);
    this.facetOf.push(facet);
    this.living.push(0);
    this.#numberOf[facet]?.set(value, number);
    return number;
  }

  #widen(): void {
    if (this.row.data instanceof Uint16Array) this.row = columnOf(Int32Array.from(this.row.copy()));
  }

  /** The number of a value; `undefined` when no document has had it. */
  find(name: FacetName, value: string): number | undefined {
    return this.#numberOf[facetNames.indexOf(name)]?.get(value);
  }

  /** The documents whose row holds a value number, ascending. Rows are gone through when first asked, then only new ones. */
  documentsWith(value: number): Int32Array {
    const { data: row } = this.row;
    const { data: start, length } = this.start;
    for (; this.#upTo < length - 1; this.#upTo += 1) {
      const end = start[this.#upTo + 1] ?? 0;
      for (let place = start[this.#upTo] ?? 0; place < end; place += 1) {
        const number = row[place] ?? 0;
        const documents = this.#documentsWith[number];
        if (documents !== undefined) documents.push(this.#upTo);
        else this.#documentsWith[number] = Column.from(int32, Int32Array.of(this.#upTo));
      }
    }
    const documents = this.#documentsWith[value];
    return documents === undefined ? new Int32Array(0) : documents.data.subarray(0, documents.length);
  }

  /** The numbers of all values of one facet, in the order of the values. */
  inOrder(name: FacetName): Int32Array {
    const facet = facetNames.indexOf(name);
    const numbers = this.#numberOf[facet];
    const known = this.#inOrder[facet] ?? new Int32Array(0);
    if (numbers === undefined || numbers.size === known.length) return known;
    const byValue = (a: number, b: number) => ((this.values[a] ?? '') < (this.values[b] ?? '') ? -1 : 1);
    const fresh = [...numbers.values()].slice(known.length).sort(byValue);
    const ordered = new Int32Array(numbers.size);
    for (let place = 0, old = 0, added = 0; place < ordered.length; place += 1) {
      const next = fresh[added];
      const before = known[old];
      if (before === undefined || (next !== undefined && byValue(next, before) < 0)) {
        ordered[place] = next ?? 0;
        added += 1;
      } else {
        ordered[place] = before;
        old += 1;
      }
    }
    this.#inOrder[facet] = ordered;
    return ordered;
  }
}

function columnOf(row: RowNumbers): Column<RowNumbers> {
  return Column.from<RowNumbers>(row instanceof Uint16Array ? uint16 : int32, row);
}
