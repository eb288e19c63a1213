import { daysBetween } from '../kernel/partial-date.ts';

/** One measure with a limit. */
export interface Timed {
  /** The day for which it was planned. */
  readonly planned: string;
  /** The last day on which it was not late itself: later than planned only where its event was. */
  readonly limit: string;
  /** The day on which it was done; absent while it is not. */
  readonly doneOn?: string;
}

/** What can be said of keeping to time, with what it is counted over: `onTime`, `atLateEvent`, `late` and `open` add up to `due`. */
export interface Timeliness {
  /** With a planned day that has passed. */
  readonly due: number;
  /** Done by the planned day. */
  readonly onTime: number;
  /** Done after the planned day, by the end of an event that was itself late: neither on time nor late by its own doing. */
  readonly atLateEvent: number;
  /** Done after the limit: these are the measures that stand as done late. */
  readonly late: number;
  readonly open: number;
  /** Of those due how many had an event that was itself late. */
  readonly lateEvents: number;
  /** Of those due; undefined where none is. */
  readonly onTimeShare?: number;
  /**
   * Days between the planned day and completion, negative before it: the lateness of the event and that of the measure
   * together. Those still open count as later than any that is done, so that the median is not made of the completed
   * alone. Undefined where it lies among the open ones.
   */
  readonly medianDelay?: number;
  /** The same, counted from the limit: what is left where the lateness of events themselves is taken off. */
  readonly medianAfterEvent?: number;
}

/** How those that were due by a day kept to time. */
export function timeliness(all: readonly Timed[], asOf: string): Timeliness {
  const due = all.filter(({ planned }) => planned < asOf);
  const done = due.flatMap(({ planned, limit, doneOn }) =>
    doneOn === undefined ? [] : [{ planned, limit, doneOn }],
  );
  const onTime = done.filter(({ planned, doneOn }) => doneOn <= planned).length;
  const late = done.filter(({ limit, doneOn }) => doneOn > limit).length;
  const medianDelay = medianOf(
    done.map(({ planned, doneOn }) => daysBetween(planned, doneOn)),
    due.length,
  );
  const medianAfterEvent = medianOf(
    done.map(({ limit, doneOn }) => daysBetween(limit, doneOn)),
    due.length,
  );
  return {
    due: due.length,
    onTime,
    atLateEvent: done.length - onTime - late,
    late,
    open: due.length - done.length,
    lateEvents: due.filter(({ planned, limit }) => planned < limit).length,
    ...(due.length === 0 ? {} : { onTimeShare: onTime / due.length }),
    ...(medianDelay === undefined ? {} : { medianDelay }),
    ...(medianAfterEvent === undefined ? {} : { medianAfterEvent }),
  };
}

/** Of so many, of which those without a delay count as later than all others. */
function medianOf(delays: readonly number[], among: number): number | undefined {
  return among === 0 ? undefined : delays.toSorted((a, b) => a - b)[Math.ceil(among / 2) - 1];
}
