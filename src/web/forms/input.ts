import type { Suggested } from '../../operations/suggest.ts';
import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';
import type { Html } from '../html.ts';
import type { Note } from './notes.ts';
import type { TypedPart } from './typed-part.ts';

/** What every input of one form needs to know to show itself. */
export interface Showing {
  readonly t: Translate;
  /** What is to be said at the element of this name. */
  notesAt(name: string): readonly Note[];
  /** Whether anything is to be said at this name or at a part of it: then it must not stand folded away. */
  hasNotesWithin(name: string): boolean;
  /** Empty rows asked for, by the name of the list or text. */
  readonly more: Readonly<Record<string, number>>;
  /** The list or text in which a button just asked for another row. */
  readonly asked: string | undefined;
  /** What was suggested for a field, by its name; absent where this node suggests nothing. */
  readonly suggested?: ReadonlyMap<string, Suggested>;
  /** The titles of the record's own sources by position, rows still empty included. */
  readonly sources: readonly string[];
  /** Records that the values name, as far as everybody may see them. */
  readonly named: readonly Presented[];
  /** Suggestions that inputs lean on; rendered once, after all inputs. */
  readonly suggestions: Set<'country' | 'currency'>;
}

/** Where an input stands. */
export interface Place {
  /** Dotted path of the value within the record: `participants.0.country`. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly needed?: boolean | undefined;
  /** The person is led here when the page opens. */
  readonly focus?: boolean | undefined;
  /** One of the parts of a row, where space is scarce. */
  readonly inRow?: boolean | undefined;
  /** One of so many alike that large lists of choices would not be carried by an old phone. */
  readonly crowded?: boolean | undefined;
}

/** What is to be known while reading: rows move up where others were emptied or taken out. */
export interface Reading {
  /** The name on the button that asked for another row. */
  readonly asked: string | undefined;
  /** Where a source of the record stands now; undefined where it was taken out. */
  sourceNow(position: number): number | undefined;
  /** Notes how many rows of a list or text came back empty, where that is more than the `least` that it always has. */
  emptyRows(came: string, name: string, empty: number, least: number): void;
}

/** The element at which something about a part of a value is said. */
export interface Located {
  /** Names below that of the input itself. */
  readonly name: readonly string[];
  /** What the parts on the way are called. */
  readonly labels: readonly string[];
  /** Names below that of the input, where the first thing to type in is another element. */
  readonly focus?: readonly string[];
  /** An example of what would be right. */
  readonly right?: string;
  /** What is wrong, where the form knows it better than the schema. */
  readonly says?: string;
  /** What to do where the thing is there and what it needs most is not. */
  readonly lacks?: string;
}

/** One way of typing a value: `show` and `read` are a pair, so that what is shown and sent back unchanged is the same value. */
export interface Input {
  show(form: Showing, at: Place, value: unknown): Html;
  /** What was typed, still to be checked: what cannot be the value stays the text that it is. Undefined when nothing was typed. */
  read(typed: TypedPart, reading: Reading, name: string): unknown;
  /** Follows a path within the value, as findings name it, as far as there are elements. */
  locate(t: Translate, path: readonly string[]): Located;
}

/** An input without parts. */
export const itself: Located = { name: [], labels: [] };
