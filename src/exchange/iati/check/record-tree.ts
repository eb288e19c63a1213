import type { Element } from '../../xml/element.ts';

interface Growing extends Element {
  children: Growing[];
  text: string;
}

/** What an element takes in memory besides its characters, in characters. */
const elementCounts = 20;

/** Shared by all elements without any inside; nothing is ever added to it. */
const none: Growing[] = [];

/** Builds the whole tree of one record, unless it grows too large to be held. */
export class RecordTree {
  readonly #limit: number;
  readonly #open: Growing[] = [];
  #record: Growing | undefined;
  #size = 0;

  /** @param limit characters of a record, where every element counts for 20 more. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The record, once it has ended; undefined where it was too large. */
  get record(): Element | undefined {
    return this.#size > this.#limit ? undefined : this.#record;
  }

  /** Starts with the next record. */
  clear(): void {
    this.#record = undefined;
    this.#open.length = 0;
    this.#size = 0;
  }

  open(name: string, attributes: readonly string[], line: number): void {
    this.#size += elementCounts;
    for (const part of attributes) this.#size += part.length;
    if (this.#isFull()) return;
    const element: Growing = { name, attributes, children: none, text: '', line };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#record = element;
    else if (parent.children === none) parent.children = [element];
    else parent.children.push(element);
    this.#open.push(element);
  }

  text(piece: string): void {
    this.#size += piece.length;
    const element = this.#isFull() ? undefined : this.#open.at(-1);
    if (element !== undefined) element.text += piece;
  }

  close(): void {
    this.#open.pop();
  }

  /** Past the limit nothing is kept, not even what was. */
  #isFull(): boolean {
    if (this.#size <= this.#limit) return false;
    this.#record = undefined;
    this.#open.length = 0;
    return true;
  }
}
