import type { Element } from '../../xml/element.ts';

const none: readonly Element[] = [];

/** Who stands where in one record: each part is found out when it is first asked. */
export class RecordIndex {
  readonly record: Element;
  #children: Map<string, Element[]> | undefined;
  #all: Map<string, Element[]> | undefined;
  #parents: Map<Element, Element> | undefined;

  constructor(record: Element) {
    this.record = record;
  }

  /** Children of the record itself of that name. */
  children(name: string): readonly Element[] {
    if (this.#children === undefined) {
      this.#children = new Map();
      for (const child of this.record.children) add(this.#children, child);
    }
    return this.#children.get(name) ?? none;
  }

  /** All elements of that name in the record, itself apart. */
  named(name: string): readonly Element[] {
    if (this.#all === undefined) {
      this.#all = new Map();
      collect(this.record, this.#all);
    }
    return this.#all.get(name) ?? none;
  }

  parentOf(element: Element): Element | undefined {
    this.#parents ??= parentsIn(this.record, new Map());
    return this.#parents.get(element);
  }
}

/** Names from the record down to each of the elements asked for, with slashes between. */
export function pathsIn(record: Element, wanted: ReadonlySet<Element>): ReadonlyMap<Element, string> {
  const paths = new Map<Element, string>();
  if (wanted.size > 0) collectPaths(record, '', wanted, paths);
  return paths;
}

function collectPaths(
  element: Element,
  above: string,
  wanted: ReadonlySet<Element>,
  paths: Map<Element, string>,
): void {
  const path = `${above}${element.name}`;
  if (wanted.has(element)) paths.set(element, path);
  if (element.children.length === 0 || paths.size === wanted.size) return;
  for (const child of element.children) collectPaths(child, `${path}/`, wanted, paths);
}

function collect(element: Element, all: Map<string, Element[]>): void {
  for (const child of element.children) {
    add(all, child);
    if (child.children.length > 0) collect(child, all);
  }
}

function add(all: Map<string, Element[]>, element: Element): void {
  const known = all.get(element.name);
  if (known === undefined) all.set(element.name, [element]);
  else known.push(element);
}

function parentsIn(element: Element, parents: Map<Element, Element>): Map<Element, Element> {
  for (const child of element.children) {
    parents.set(child, element);
    parentsIn(child, parents);
  }
  return parents;
}
