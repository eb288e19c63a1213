import type { MeasureState } from '../../followup/entry.ts';
import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import type { Tracked, Tracking } from '../ports/tracking.ts';
import { boardLines } from './board-lines.ts';
import { countStates } from './count-states.ts';
import { type MeasureRow, measureRow } from './measure-row.ts';

/** An instrument with how many of its measures, or of some of them, stand how. */
export interface InstrumentLine {
  readonly instrument: Tracked;
  readonly measures: number;
  readonly states: Readonly<Record<MeasureState, number>>;
  readonly overdue: number;
}

/** All instruments, those with measures first. */
export async function instruments(house: House, asOf: string): Promise<readonly InstrumentLine[]> {
  await followForReading(house);
  const { tracking } = house.board;
  return tracking
    .instruments()
    .map((instrument) =>
      counted(
        instrument,
        boardLines(tracking, instrument.recordId, asOf).map(({ row }) => row),
      ),
    )
    .toSorted((a, b) => Math.sign(b.measures) - Math.sign(a.measures));
}

/** These measures of an instrument, counted by state as of a day. */
export function lineOf(
  tracking: Tracking,
  instrument: Tracked,
  measures: readonly Tracked[],
  asOf: string,
): InstrumentLine {
  return counted(
    instrument,
    measures.map((measure) => measureRow(tracking, measure, asOf)),
  );
}

function counted(instrument: Tracked, rows: readonly MeasureRow[]): InstrumentLine {
  return {
    instrument,
    measures: rows.length,
    states: countStates(rows.map(({ standing }) => standing.state)),
    overdue: rows.filter(({ standing }) => standing.overdue).length,
  };
}
