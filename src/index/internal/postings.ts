import { ByteLists } from './byte-lists.ts';
import { widestVarint, widthOfVarint, writeVarint } from './varint.ts';

/** Documents that a clause matches, ascending, each with its weighted frequency. */
export interface Hits {
  readonly docs: Int32Array;
  readonly weights: Int32Array;
  /** Where the documents are many: the same weights by number of document, 0 where the clause does not match. */
  readonly byDocument?: Int32Array;
}

export const noHits: Hits = { docs: new Int32Array(0), weights: new Int32Array(0) };

/**
 * For each word form, the documents it stands in and where, as two lists of bytes. The first holds for each document
 * varint(distance from the one before × 2 + 1 if the weight is 1), then the weight if it is not 1; its mark is the last
 * document. The second holds for each document varint(bytes that follow), then the distances between word positions;
 * its mark is the number of documents.
 */
export class Postings {
  readonly lists: ByteLists;
  #scratch: Uint8Array = new Uint8Array(256);

  constructor(lists = new ByteLists()) {
    this.lists = lists;
  }

  get forms(): number {
    return this.lists.length / 2;
  }

  addForm(): void {
    this.lists.addList(-1);
    this.lists.addList(0);
  }

  /** Documents of a form, removed ones included. */
  count(form: number): number {
    return this.lists.mark(form * 2 + 1);
  }

  /** The positions of a form: what they lie in, and where they begin there. */
  placesOf(form: number): { readonly bytes: Uint8Array; readonly start: number } {
    return { bytes: this.lists.bytes(form * 2 + 1), start: this.lists.start(form * 2 + 1) };
  }

  /** Adds a document, which must be newer than all of the form's; its positions are the first `count`, ascending. */
  add(form: number, doc: number, weight: number, positions: Int32Array, count: number): void {
    this.#addDoc(form, doc, weight);
    const body = widestVarint;
    const most = (count + 2) * widestVarint;
    if (this.#scratch.length < most) this.#scratch = new Uint8Array(most * 2);
    const scratch = this.#scratch;
    let end = body;
    let before = 0;
    for (let i = 0; i < count; i += 1) {
      const position = positions[i] ?? 0;
      end = writeVarint(scratch, end, position - before);
      before = position;
    }
    // The number of bytes goes right before them: how wide it is was not known until now.
    const size = end - body;
    const head = body - widthOfVarint(size);
    writeVarint(scratch, head, size);
    this.lists.append(form * 2 + 1, scratch, head, end - head);
  }

  #addDoc(form: number, doc: number, weight: number): void {
    const end = writeDoc(this.#scratch, 0, doc - this.lists.mark(form * 2), weight);
    this.lists.append(form * 2, this.#scratch, 0, end);
    this.lists.setMark(form * 2, doc);
    this.lists.setMark(form * 2 + 1, this.count(form) + 1);
  }

  /** All documents of one form, removed ones included, in arrays of their own. */
  hits(form: number): Hits {
    const count = this.count(form);
    const hits = { docs: new Int32Array(count), weights: new Int32Array(count) };
    this.read(form, hits);
    return hits;
  }

  /** As `hits`, into the beginning of arrays that have room for `count`. */
  read(form: number, { docs, weights }: Hits): void {
    const count = this.count(form);
    const bytes = this.lists.bytes(form * 2);
    let place = this.lists.start(form * 2);
    let doc = -1;
    for (let i = 0; i < count; i += 1) {
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
  }
}

/** Writes one document of the first list; answers the place after it. */
export function writeDoc(bytes: Uint8Array, at: number, distance: number, weight: number): number {
  if (weight === 1) return writeVarint(bytes, at, distance * 2 + 1);
  return writeVarint(bytes, writeVarint(bytes, at, distance * 2), weight);
}
