import type { MeasureState } from '../../followup/entry.ts';
import { lastDayOf } from '../../kernel/partial-date.ts';
import type { Tracked, TrackedRole, Tracking } from '../ports/tracking.ts';
import { type MeasureRow, measureRow } from './measure-row.ts';

/** A measure whose state is another than it was. */
export interface Change {
  readonly row: MeasureRow;
  readonly before: MeasureState;
}

/** What changed between an earlier day and that of the rows; the latest word first. */
export function changesSince(
  tracking: Tracking,
  rows: readonly MeasureRow[],
  since: string,
): readonly Change[] {
  return rows
    .flatMap((row): Change[] => {
      // Who was not heard of since then stands as it stood.
      if ((row.standing.heardOn ?? '') <= since) return [];
      const before = measureRow(tracking, row.measure, since).standing.state;
      return before === row.standing.state ? [] : [{ row, before }];
    })
    .sort((a, b) => ((a.row.standing.since ?? '') < (b.row.standing.since ?? '') ? 1 : -1));
}

/** A report or a decision, with the measure of which it speaks. */
export interface SaidSince {
  readonly row: MeasureRow;
  readonly said: Tracked;
}

const saying: ReadonlySet<TrackedRole> = new Set(['report', 'review', 'outcome']);

/**
 * Reports, decisions of reviews and outcomes of consultations that speak of a day after an earlier one, until that of the
 * rows; the latest first. As everywhere on a board the day of which something is said counts, not that of its filing.
 */
export function saidSince(
  tracking: Tracking,
  rows: readonly MeasureRow[],
  since: string,
  asOf: string,
): readonly SaidSince[] {
  const dayOf = ({ tracked: { on } }: Tracked) => (on === undefined ? '' : lastDayOf(on));
  return rows
    .flatMap((row) => tracking.about(row.measure.recordId).map((said) => ({ row, said })))
    .filter(({ said }) => saying.has(said.tracked.role) && dayOf(said) > since && dayOf(said) <= asOf)
    .sort((a, b) => (dayOf(a.said) < dayOf(b.said) ? 1 : -1));
}
