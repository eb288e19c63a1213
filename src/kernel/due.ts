import { lastDayOf, type PartialDate } from './partial-date.ts';

/** How precisely a text says by when: to the day, the half-year, the year, at an event whose date may come later, not at all. */
export const duePrecisions = ['day', 'halfYear', 'year', 'event', 'none'] as const;
export type DuePrecision = (typeof duePrecisions)[number];

/** By when something is to be done, as precisely as was said. */
export interface Due {
  readonly precision: DuePrecision;
  /** The last date on which it is still on time; absent where nobody set one. */
  readonly date?: PartialDate;
  /** The first date of a window that was set. */
  readonly start?: PartialDate;
  /** The earliest moment, where no limit exists. */
  readonly notBefore?: PartialDate;
}

/**
 * The last day on which it is on time: of what is due at an event the day on which the event ended, once that is known,
 * else what the text expected. Undefined where there is no limit: then nothing is ever late.
 * @param eventEndedOn when the event was really over.
 */
export function limitOf(due: Due | undefined, eventEndedOn?: PartialDate): string | undefined {
  if (due === undefined || due.precision === 'none') return undefined;
  const date = due.precision === 'event' ? (eventEndedOn ?? due.date) : due.date;
  return date === undefined ? undefined : lastDayOf(date);
}
