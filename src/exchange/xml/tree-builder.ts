import type { Element } from './element.ts';
import type { XmlListener } from './xml-listener.ts';

/** Which elements are kept: by name, with what of them is kept in turn. A leaf keeps attributes and text. */
export type Wanted = ReadonlyMap<string, Wanted>;

/** What a tree builder asks about what is wanted. */
interface Asked {
  /** 0 for a leaf. */
  readonly size: number;
  has(name: string): boolean;
  get(name: string): Asked | undefined;
}

/** Every element, and everything in it. */
export const everything: Asked = { size: 1, has: () => true, get: () => everything };

/** Declares what is wanted: `wanted({ title: wanted({ narrative: leaf }) })`. */
export function wanted(elements: Readonly<Record<string, Wanted>>): Wanted {
  return new Map(Object.entries(elements));
}

export const leaf: Wanted = new Map();

interface Growing extends Element {
  readonly children: Growing[];
  text: string;
}

/** Shared by all leaves, of which there are very many; nothing is ever added to it. */
const none: Growing[] = [];

/** What a tree builder tells of. */
export interface TreeEvents {
  /** The root begins: its own attributes are known. */
  rootBegun(root: Element): void;
  /** A child of the root begins. */
  recordBegun(): void;
  /** An element directly inside a child of the root begins, wanted or not; may be told twice. */
  partBegun?(name: string): void;
  /** A child of the root is complete. */
  recordEnded(record: Element): void;
}

/** Builds the tree of each child of the root, of the elements that are wanted, and lets go of it when it is told of. */
export class TreeBuilder implements XmlListener {
  readonly #events: TreeEvents;
  readonly #roots: Asked;
  readonly #path: Growing[] = [];
  readonly #wanted: Asked[] = [];

  /** @param roots by the root's name the records wanted in it. A root of another name is told of all the same. */
  constructor(roots: Asked, events: TreeEvents) {
    this.#roots = roots;
    this.#events = events;
  }

  wants(name: string): boolean {
    const depth = this.#path.length;
    if (depth === 2) this.#events.partBegun?.(name);
    return depth === 0 || this.#wanted[depth - 1]?.has(name) === true;
  }

  open(name: string, attributes: readonly string[], line: number): void {
    const depth = this.#path.length;
    const inside = (depth === 0 ? this.#roots : this.#wanted[depth - 1])?.get(name) ?? leaf;
    this.#wanted.push(inside);
    const element: Growing = { name, attributes, children: inside.size === 0 ? none : [], text: '', line };
    // The root does not keep its records: they would fill the memory.
    if (depth > 1) this.#path[depth - 1]?.children.push(element);
    this.#path.push(element);
    if (depth === 0) this.#events.rootBegun(element);
    if (depth === 1) this.#events.recordBegun();
  }

  text(piece: string): void {
    const element = this.#path.at(-1);
    if (element !== undefined && this.#path.length > 1) element.text += piece;
  }

  close(): void {
    const element = this.#path.pop();
    this.#wanted.pop();
    if (element !== undefined && this.#path.length === 1) this.#events.recordEnded(element);
  }
}
