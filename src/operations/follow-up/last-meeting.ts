import { lastDayOf } from '../../kernel/partial-date.ts';
import type { Tracked, Tracking } from '../ports/tracking.ts';

/**
 * The last meeting, over by a day, of the series that the instrument reports to; where it names none, or none has met, the
 * last one at which one of its measures was due.
 */
export function lastMeetingOf(tracking: Tracking, instrument: string, asOf: string): Tracked | undefined {
  const { series } = tracking.find(instrument)?.tracked ?? {};
  const reportedTo = series === undefined ? undefined : lastOf(tracking.meetingsOf(series), asOf);
  if (reportedTo !== undefined) return reportedTo;
  const ids = new Set(tracking.measuresOf(instrument).flatMap(({ tracked }) => tracked.dueAt ?? []));
  return lastOf(
    [...ids].flatMap((id) => tracking.find(id) ?? []),
    asOf,
  );
}

function lastOf(meetings: readonly Tracked[], asOf: string): Tracked | undefined {
  const endOf = ({ tracked: { endedOn } }: Tracked) => (endedOn === undefined ? '' : lastDayOf(endedOn));
  return meetings
    .filter((meeting) => endOf(meeting) !== '' && endOf(meeting) < asOf)
    .sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0];
}
