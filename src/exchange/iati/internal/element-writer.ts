import type { Element } from '../../xml/element.ts';
import type { Reading } from './reading.ts';
import type { Spoken } from './spoken.ts';

/** One element to be written, with what tells it from the others of its name. */
export interface Item {
  readonly key: string;
  readonly element: Element;
}

/** How values become one element of the standard: beside its reader, one file each in `elements/`. */
export interface ElementWriter {
  readonly name: string;
  /** What of the element our fields hold: the other attributes and children of a kept one stay as they came. */
  readonly attributes: readonly string[];
  readonly children: readonly string[];
  write(spoken: Spoken): readonly Item[];
  /** Brings what the elements say together in order: shares that have to sum up. */
  settle?(elements: readonly Element[]): readonly Element[];
  /** The key of a kept element; undefined for one that no field holds: it always stays. */
  keyOf(element: Element, record: Element, reading: Reading): string | undefined;
}

/** For elements that stand once: the same key for all. */
export const theOnly = () => '';

/** One item under the key of what stands once; none where there is nothing to say. */
export function once(element: Element | undefined): readonly Item[] {
  return element === undefined ? [] : [{ key: '', element }];
}
