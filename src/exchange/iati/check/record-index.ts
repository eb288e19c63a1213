import type { Element } from '../../xml/element.ts';

const none: readonly Element[] = [];

/** Who stands where in one record: each part is found out when it is first asked. */
export class RecordIndex {
  readonly record: Element;
  #children: Map<string, Element[]> | undefined;
  readonly #named = new Map<string, readonly Element[]>();
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
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const found: Element[] = [];
    collect(this.record, name, found);
    this.#named.set(name, found);
    return found;
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

/** A few names are asked for: to go through the record for each takes less than noting down where every element stands. */
function collect({ children }: Element, name: string, found: Element[]): void {
  for (let i = 0; i < children.length; i += 1) {
    const child = children[i];
    if (child === undefined) continue;
    if (child.name === name) found.push(child);
    if (child.children.length > 0) collect(child, name, found);
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
