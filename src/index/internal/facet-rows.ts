import { type FacetName, type FacetValues, facetNames } from '../../fields/facet.ts';
import { Column, int32 } from './column.ts';

/**
 * The facet values of every document in one row of value numbers, row after row. A value number stands for a facet
 * and a value together, so that one loop over a row counts all facets at once.
 */
export class FacetRows {
  /** Where each document's row begins, and where the last one ends. */
  readonly start: Column = new Column(int32);
  readonly row: Column;
  /** Of each value number: which facet (place in `facetNames`) and which value. */
  readonly facetOf: Column = new Column(int32);
  readonly values: string[] = [];
  readonly #numberOf = facetNames.map(() => new Map<string, number>());
  readonly #inOrder: (readonly (readonly [value: string, number: number])[])[] = [];
  /** By value number, of the documents before `#upTo`. */
  readonly #documentsWith: Column[] = [];
  #upTo = 0;

  constructor(start: Int32Array = new Int32Array(1), row: Int32Array = new Int32Array(0)) {
    this.start = Column.from(int32, start);
    this.row = Column.from(int32, row);
  }

  addRow(facets: FacetValues): void {
    facetNames.forEach((name, facet) => {
      const values = facets[name] ?? [];
      const distinct = values.length > 1 ? new Set(values) : values;
      for (const value of distinct) this.row.push(this.numberOf(facet, value));
    });
    this.start.push(this.row.length);
  }

  /** Answers what copies the row of one document of another index. */
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
      this.start.push(this.row.length);
    };
  }

  numberOf(facet: number, value: string): number {
    const known = this.#numberOf[facet]?.get(value);
    if (known !== undefined) return known;
    const number = this.values.length;
    this.values.push(value);
    this.facetOf.push(facet);
    this.#numberOf[facet]?.set(value, number);
    return number;
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

  /** All values of one facet in their order: [value, its number]. */
  valuesOf(name: FacetName): readonly (readonly [value: string, number: number])[] {
    const facet = facetNames.indexOf(name);
    const known = this.#inOrder[facet] ?? [];
    const numbers = this.#numberOf[facet];
    if (numbers === undefined || numbers.size === known.length) return known;
    const ordered = [...numbers].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#inOrder[facet] = ordered;
    return ordered;
  }
}
