import type { Element } from '../../../../xml/element.ts';

/** An attribute of an element, or its text, as something that a path leads to. */
export interface Leaf {
  readonly element: Element;
  /** Undefined where it is the text. */
  readonly attribute: string | undefined;
  readonly value: string;
}

/** What a path leads to: an element, one of its attributes, or its text. */
export type Found = Element | Leaf;

/** What it says: the value, or all text in the element. */
export function textOf(found: Found): string {
  return isLeaf(found) ? found.value : textIn(found);
}

/** The element itself, or the one that has the attribute or text. */
export function elementOf(found: Found): Element {
  return isLeaf(found) ? found.element : found;
}

export function attributeOf(found: Found): string | undefined {
  return isLeaf(found) ? found.attribute : undefined;
}

function isLeaf(found: Found): found is Leaf {
  return 'value' in found;
}

function textIn(element: Element): string {
  return element.children.length === 0 ? element.text : element.text + element.children.map(textIn).join('');
}
