import { daysBetween } from '../kernel/partial-date.ts';

/** One measure with a limit. */
export interface Timed {
  /** The last day on which it was on time. */
  readonly limit: string;
  /** The day on which it was done; absent while it is not. */
  readonly doneOn?: string;
}

/** What can be said of keeping to time, with what it is counted over. */
export interface Timeliness {
  /** With a limit that has passed. */
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly open: number;
  /** Of those due; undefined where none is. */
  readonly onTimeShare?: number;
  /**
   * Days between limit and completion, negative before it; those still open count as later than any that is done, so that
   * the median is not made of the completed alone. Undefined where it lies among the open ones.
   */
  readonly medianDelay?: number;
}

/** How those that were due by a day kept to time. */
export function timeliness(all: readonly Timed[], asOf: string): Timeliness {
  const due = all.filter(({ limit }) => limit < asOf);
  const delays = due
    .flatMap(({ limit, doneOn }) => (doneOn === undefined ? [] : [daysBetween(limit, doneOn)]))
    .sort((a, b) => a - b);
  const onTime = delays.filter((days) => days <= 0).length;
  const median = due.length === 0 ? undefined : delays[Math.ceil(due.length / 2) - 1];
  return {
    due: due.length,
    onTime,
    late: delays.length - onTime,
    open: due.length - delays.length,
    ...(due.length === 0 ? {} : { onTimeShare: onTime / due.length }),
    ...(median === undefined ? {} : { medianDelay: median }),
  };
}
