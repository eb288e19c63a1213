import type { Words } from './frame.ts';

/** Why a record stands in a letter. The order is the one in which they are listed. */
export const noteKinds = [
  'reportOverdue',
  'toReport',
  'toReview',
  'toConfirm',
  'positionWanted',
  'disputed',
  'returned',
  'linkProposed',
  'duplicate',
  'due',
  'stale',
  'released',
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** One record that a post hears of. */
export interface NoteLine {
  readonly title: Words;
  readonly what: NoteKind;
  /** Day (YYYY-MM-DD) until when it should be done; of what is `stale`, since when it has been due. */
  readonly dueOn?: string;
  /** Who answers whom, in the reader's language, where titles can be alike. */
  readonly between?: string;
  /** Of a round of reporting: measures still to be reported on. */
  readonly measures?: number;
  /** Where to do it. */
  readonly address: string;
}

/** A record that wants confirming again by a day (YYYY-MM-DD). */
export type DueLine = Omit<NoteLine, 'what'> & { readonly dueOn: string };
