import { type MeasureState, measureStates } from '../../followup/entry.ts';

/** How often each state occurs; every state is there, with 0 too. */
export function countStates(states: Iterable<MeasureState>): Readonly<Record<MeasureState, number>> {
  const counts = Object.fromEntries(measureStates.map((state) => [state, 0])) as Record<MeasureState, number>;
  for (const state of states) counts[state] += 1;
  return counts;
}
