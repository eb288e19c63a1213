/** An element of which somebody wants to know more: a small tree, built only for what is wanted. */
export interface Element {
  readonly name: string;
  /** Names and values by turns; read them with `attribute`. */
  readonly attributes: readonly string[];
  readonly children: readonly Element[];
  /** All text directly inside, as it stands. */
  readonly text: string;
  /** Line on which the element begins, from 1. */
  readonly line: number;
}

/** The attribute's value without white space around; undefined where it is absent or blank. */
export function attribute(element: Element, name: string): string | undefined {
  const { attributes } = element;
  for (let i = 0; i < attributes.length; i += 2) {
    if (attributes[i] === name) return attributes[i + 1]?.trim() || undefined;
  }
  return undefined;
}

/** The first child of that name. */
export function child(element: Element, name: string): Element | undefined {
  return element.children.find((each) => each.name === name);
}

/** All children of that name, in the order of the document. */
export function childrenNamed(element: Element, name: string): readonly Element[] {
  return element.children.filter((each) => each.name === name);
}

/** The text of the first child of that name without white space around; undefined where it says nothing. */
export function textOfChild(element: Element, name: string): string | undefined {
  return child(element, name)?.text.trim() || undefined;
}
