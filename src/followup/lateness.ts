import { type Due, limitOf } from '../kernel/due.ts';
import { daysBetween, lastDayOf, type PartialDate } from '../kernel/partial-date.ts';

/** The two days from which lateness is told; they differ only where the event at which a measure was due was itself late. */
export interface Deadline {
  /** The day for which it was planned, or the end of the event where that came sooner. After it a measure is on time no more. */
  readonly planned: string;
  /** The last day on which it is not late itself: the real end of the event, once that is known; else as planned. */
  readonly limit: string;
  /** When the event was really over; absent where it is due at none, or nothing is known of its having been held. */
  readonly eventEndedOn?: string;
  /** Due at an event: its own lateness counts too. */
  readonly atEvent: boolean;
}

/** How late a measure is, or was when it was done, in days. */
export interface Lateness {
  /** From the planned day to completion, or to the day of the board; negative before it. */
  readonly total: number;
  /** Days by which the event itself was late: to its end, or to the day of the board while it is not over. */
  readonly event: number;
  /** From the end of the event, or from the limit where there is none; negative before it. Absent while the event is not over. */
  readonly own?: number;
}

/** Undefined where no limit exists: then nothing is ever late. */
export function deadlineOf(due: Due | undefined, eventEndedOn?: PartialDate): Deadline | undefined {
  const limit = limitOf(due, eventEndedOn);
  if (limit === undefined) return undefined;
  const atEvent = due?.precision === 'event';
  const expected = limitOf(due) ?? limit;
  return {
    planned: expected < limit ? expected : limit,
    limit,
    atEvent,
    ...(atEvent && eventEndedOn !== undefined ? { eventEndedOn: lastDayOf(eventEndedOn) } : {}),
  };
}

/**
 * The lateness of a measure as of a day. Whoever postpones an event forgives nothing: its own lateness and that of the
 * measure after it are told apart, and add up to the total once the event is over.
 * @param doneOn the day on which the measure was done; absent while it is not.
 */
export function latenessOf(
  { planned, limit, eventEndedOn, atEvent }: Deadline,
  doneOn: string | undefined,
  asOf: string,
): Lateness {
  const until = doneOn ?? asOf;
  const total = daysBetween(planned, until);
  const isOver = !atEvent || (eventEndedOn !== undefined && eventEndedOn <= asOf);
  if (!isOver) return { total, event: Math.max(0, daysBetween(planned, asOf)) };
  return { total, event: daysBetween(planned, limit), own: daysBetween(limit, until) };
}
