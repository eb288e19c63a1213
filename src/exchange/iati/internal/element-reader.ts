import type { Element } from '../../xml/element.ts';
import { leaf, type Wanted, wanted } from '../../xml/tree-builder.ts';
import type { Reading } from './reading.ts';

/** How one element of the standard becomes values: one file each in `elements/`. */
export interface ElementReader {
  /** What of the record it looks at. */
  readonly wants: Readonly<Record<string, Wanted>>;
  /** Puts what it understands into the reading, and what is wrong with the rest into its findings. */
  read(record: Element, reading: Reading): void;
}

/** An element whose text stands in narratives. */
export const narratives: Wanted = wanted({ narrative: leaf });

/** Everything that the readers look at, as one. */
export function wantedBy(readers: readonly ElementReader[]): Wanted {
  const all = new Map<string, Wanted>();
  for (const reader of readers) {
    for (const [name, inside] of Object.entries(reader.wants)) {
      all.set(name, new Map([...(all.get(name) ?? []), ...inside]));
    }
  }
  return all;
}
