import { lastDayOf } from '../../kernel/partial-date.ts';
import type { Tracked, Tracking } from '../ports/tracking.ts';

/** The last meeting at which a measure of the instrument was due and that is over by a day. */
export function lastMeetingOf(tracking: Tracking, instrument: string, asOf: string): Tracked | undefined {
  const ids = new Set(tracking.measuresOf(instrument).flatMap(({ tracked }) => tracked.dueAt ?? []));
  const endOf = ({ tracked: { endedOn } }: Tracked) => (endedOn === undefined ? '' : lastDayOf(endedOn));
  return [...ids]
    .flatMap((id) => tracking.find(id) ?? [])
    .filter((meeting) => endOf(meeting) !== '' && endOf(meeting) < asOf)
    .sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0];
}
