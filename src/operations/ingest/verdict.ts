import type { Place } from '../../exchange/incoming.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { RecordId } from '../../kernel/ids.ts';

/** What can become of a row. `setAside`: a country has made the record its own; what the row says waits beside its word. */
export const outcomes = ['created', 'updated', 'unchanged', 'setAside', 'merged', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of one row, and why. Every row gets exactly one. */
export interface Verdict {
  readonly file: string;
  readonly place: Place;
  readonly outcome: Outcome;
  readonly register?: string;
  readonly recordId?: RecordId;
  readonly title?: string;
  readonly findings: readonly Finding[];
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

export const noOutcomes: OutcomeCounts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  setAside: 0,
  merged: 0,
  refused: 0,
};
