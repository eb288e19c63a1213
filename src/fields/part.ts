import type { CodeList } from '../vocabulary/code-list.ts';

/** What one part of an entry holds. Closed: a spreadsheet reads and writes each in one way. */
export type PartHolds =
  /** A text in one or more languages. */
  | { readonly shape: 'text' }
  /** A word or line that is the same in every language. */
  | { readonly shape: 'word' }
  | { readonly shape: 'number' }
  /** A position in the record's list of sources, from 0. */
  | { readonly shape: 'position' }
  | { readonly shape: 'yesNo' }
  | { readonly shape: 'date' }
  | { readonly shape: 'period' }
  | { readonly shape: 'country' }
  | { readonly shape: 'code'; readonly list: CodeList }
  /** One of a few words of ours, called `<words>.<code>` in messages. */
  | { readonly shape: 'oneOf'; readonly words: string; readonly codes: readonly string[] };

/** One part of the entries that a list field holds: the country of a participant, the unit of a figure. */
export interface Part {
  readonly name: string;
  readonly holds: PartHolds;
}

/** Parts by name to what they hold, in the order in which they are shown. */
export function parts(holds: Readonly<Record<string, PartHolds>>): readonly Part[] {
  return Object.entries(holds).map(([name, one]) => ({ name, holds: one }));
}

export const text: PartHolds = { shape: 'text' };
export const word: PartHolds = { shape: 'word' };
export const number: PartHolds = { shape: 'number' };
export const position: PartHolds = { shape: 'position' };
export const date: PartHolds = { shape: 'date' };
export const country: PartHolds = { shape: 'country' };
