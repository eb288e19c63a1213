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
  return rows
    .flatMap((row) =>
      saidBetween(tracking.about(row.measure.recordId), since, asOf).map((one) => ({ row, ...one })),
    )
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .map(({ row, said }) => ({ row, said }));
}

/** Of what speaks of a measure, by date, that of days after one and until another. */
function saidBetween(about: readonly Tracked[], since: string, asOf: string) {
  const between: { readonly said: Tracked; readonly day: string }[] = [];
  for (let at = about.length - 1; at >= 0; at -= 1) {
    const said = about[at];
    const on = said?.tracked.on;
    const day = on === undefined ? '' : lastDayOf(on);
    if (day <= since) break;
    if (said !== undefined && day <= asOf && saying.has(said.tracked.role)) between.push({ said, day });
  }
  return between.reverse();
}
