import type { PartialDate } from '../kernel/partial-date.ts';

/** What a report can claim of a measure, or a review accept. Whether something done was done late is reckoned, never claimed. */
export const claimableStates = [
  'notStarted',
  'underWay',
  'done',
  'lapsed',
  'superseded',
  'noInformation',
] as const;
export type ClaimableState = (typeof claimableStates)[number];

/** How a measure can stand. `noInformation` is a state of its own: nobody said anything, or the last word is that nothing is known, which is not the same as under way. */
export const measureStates = [
  'notStarted',
  'underWay',
  'done',
  'doneLate',
  'lapsed',
  'superseded',
  'noInformation',
  'disputed',
] as const;
export type MeasureState = (typeof measureStates)[number];

/** What one report, or one decision of a review, says of a measure. */
export interface Entry {
  /** Record that says it. */
  readonly id: string;
  /** The date of which it speaks. */
  readonly on: PartialDate;
  readonly state: ClaimableState;
  /** A decision of a review outweighs reports of the same day. */
  readonly by: 'report' | 'review';
  /** Whether it names something that shows it. */
  readonly evidenced: boolean;
  /** A country concerned says that it is not so, and nobody has settled it. */
  readonly disputed: boolean;
}

/** Whether a text that came from outside is one of `measureStates`. */
export function isMeasureState(text: string): text is MeasureState {
  return measureStates.some((state) => state === text);
}
