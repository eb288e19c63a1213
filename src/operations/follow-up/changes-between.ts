import type { MeasureState } from '../../followup/entry.ts';
import type { Tracking } from '../ports/tracking.ts';
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
