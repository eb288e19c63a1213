import { ByteLists } from './byte-lists.ts';
import { Column, int32 } from './column.ts';
import { widestVarint, writeVarint } from './varint.ts';

/** Documents that a clause matches, ascending, each with its weighted frequency. */
export interface Hits {
  readonly docs: Int32Array;
  readonly weights: Int32Array;
}

export const noHits: Hits = { docs: new Int32Array(0), weights: new Int32Array(0) };

/**
 * For each word form, the documents it stands in and where. Two lists of bytes per form:
 * `docs` holds for each document varint(distance from the one before × 2 + 1 if the weight is 1), then the weight if
 * it is not 1; `places` holds for each document varint(bytes that follow), then the distances between word positions.
 */
export class Postings {
  readonly docs: ByteLists;
  readonly places: ByteLists;
  /** Documents per form, removed ones included. */
  readonly count: Column;
  readonly #last: Column;
  #scratch: Uint8Array = new Uint8Array(256);

  constructor(docs = new ByteLists(), places = new ByteLists(), count = new Column(int32), last = new Column(int32)) {
    this.docs = docs;
    this.places = places;
    this.count = count;
    this.#last = last;
  }

  get last(): Column {
    return this.#last;
  }

  addForm(): void {
    this.docs.addList();
    this.places.addList();
    this.count.push(0);
    this.#last.push(-1);
  }

  /** Adds a document, which must be newer than all of the form's; positions are `keys[from..to) - base`, ascending. */
  add(form: number, doc: number, weight: number, keys: Float64Array, from: number, to: number, base: number): void {
    this.#addDoc(form, doc, weight);
    const body = widestVarint;
    const most = (to - from) * widestVarint + 2 * widestVarint;
    if (this.#scratch.length < most) this.#scratch = new Uint8Array(most * 2);
    let end = body;
    let before = 0;
    for (let i = from; i < to; i += 1) {
      const position = (keys[i] ?? 0) - base;
      end = writeVarint(this.#scratch, end, position - before);
      before = position;
    }
    const head = writeVarint(this.#scratch, 0, end - body);
    this.#scratch.copyWithin(head, body, end);
    this.places.append(form, this.#scratch, 0, head + end - body);
  }

  /** Adds a document whose positions are copied as they stand in another index. */
  addCopy(form: number, doc: number, weight: number, places: Uint8Array, from: number, to: number): void {
    this.#addDoc(form, doc, weight);
    this.places.append(form, places, from, to - from);
  }

  #addDoc(form: number, doc: number, weight: number): void {
    const distance = doc - this.#last.at(form);
    let end = writeVarint(this.#scratch, 0, distance * 2 + (weight === 1 ? 1 : 0));
    if (weight !== 1) end = writeVarint(this.#scratch, end, weight);
    this.docs.append(form, this.#scratch, 0, end);
    this.#last.put(form, doc);
    this.count.put(form, this.count.at(form) + 1);
  }

  /** All documents of one form, removed ones included. */
  hits(form: number): Hits {
    const docs = new Int32Array(this.count.at(form));
    const weights = new Int32Array(docs.length);
    const { bytes } = this.docs;
    let place = this.docs.start.at(form);
    let doc = -1;
    for (let i = 0; i < docs.length; i += 1) {
      let byte = bytes[place++] ?? 0;
      let head = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[place++] ?? 0;
        head |= (byte & 127) << shift;
      }
      doc += head >>> 1;
      let weight = 1;
      if ((head & 1) === 0) {
        byte = bytes[place++] ?? 0;
        weight = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[place++] ?? 0;
          weight |= (byte & 127) << shift;
        }
      }
      docs[i] = doc;
      weights[i] = weight;
    }
    return { docs, weights };
  }
}
