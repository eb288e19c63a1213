import type { MeasureState } from '../../followup/entry.ts';
import { measureStates } from '../../followup/entry.ts';
import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import type { Tracked } from '../ports/tracking.ts';
import { measureRow } from './measure-row.ts';

/** An instrument with how many of its measures stand how. */
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
  const lines = tracking.instruments().map((instrument): InstrumentLine => {
    const states = Object.fromEntries(measureStates.map((state) => [state, 0])) as Record<
      MeasureState,
      number
    >;
    const measures = tracking.measuresOf(instrument.recordId);
    let overdue = 0;
    for (const measure of measures) {
      const { standing } = measureRow(tracking, measure, asOf);
      states[standing.state] += 1;
      if (standing.overdue) overdue += 1;
    }
    return { instrument, measures: measures.length, states, overdue };
  });
  return lines.toSorted((a, b) => Math.sign(b.measures) - Math.sign(a.measures));
}
