import type { NeedClock } from '../../requests/need-clock.ts';
import { groupsOf } from '../../vocabulary/country-groups.ts';
import type { House } from '../house.ts';
import type { RequestRecord } from '../ports/asked-and-offered.ts';
import { clockOf } from './clock-of.ts';

/** A released need with its clock. */
export interface NeedLine {
  readonly record: RequestRecord;
  readonly clock: NeedClock;
}

/** Every need that a country has released, also those that are over. */
export function needLines({ board }: House, day: string): NeedLine[] {
  return board.requests.of('need').flatMap((record) => {
    const clock = clockOf(record, day);
    return clock === undefined ? [] : [{ record, clock }];
  });
}

/** Groups of the asking countries in the year in which the need was released: membership changes. */
export function groupsAsking({ request, state }: RequestRecord): readonly string[] {
  const year = Number((state.firstReleasedAt ?? '').slice(0, 4)) || undefined;
  return [...new Set((request.asking ?? []).flatMap((country) => groupsOf(country, year)))];
}
