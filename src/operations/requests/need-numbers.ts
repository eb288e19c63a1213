import { openStates } from '../../requests/need-clock.ts';
import type { House } from '../house.ts';
import { standing } from './came-of.ts';
import { groupsAsking, type NeedLine } from './need-line.ts';

/** Groups for which the numbers are told besides all: they overlap and are never added up. */
export const toldGroups = ['all', 'LDC', 'LLDC', 'SIDS'] as const;
export type ToldGroup = (typeof toldGroups)[number];

/** Upper ends of the ages of open needs, in days since their release; the last has none. */
export const ageEnds = [30, 60, 120] as const;

/** What became of the needs of one group of countries. All are counted from the log, as of today. */
export interface NeedCounts {
  readonly released: number;
  readonly open: number;
  /** Of the open ones, by age: up to each end of `ageEnds`, then older. */
  readonly byAge: readonly number[];
  /** With answers due or given: how many there are, and how many had a first answer in time. */
  readonly due: number;
  readonly inTime: number;
  /** Agreed by both sides, as a whole or in part. */
  readonly agreed: number;
  /** Of which an activity came that its country has released. */
  readonly activities: number;
  /** Of which something was taken up elsewhere, with a record that says so. */
  readonly adopted: number;
  readonly notMet: number;
}

export type NeedNumbers = Readonly<Record<ToldGroup, NeedCounts>>;

/** Of the lines given, for all countries and for each group whose members asked; a need of two groups counts in both. */
export function needNumbers(house: House, lines: readonly NeedLine[]): NeedNumbers {
  const told = toldGroups.map((group) => {
    const of = group === 'all' ? lines : lines.filter(({ record }) => groupsAsking(record).includes(group));
    return [group, countsOf(house, of)] as const;
  });
  // One entry for each group.
  return Object.fromEntries(told) as unknown as NeedNumbers;
}

function countsOf(house: House, lines: readonly NeedLine[]): NeedCounts {
  const open = lines.filter(({ clock }) => openStates.has(clock.state));
  const due = lines.filter(({ clock }) => clock.inTime !== undefined);
  const came = (register: string) => lines.filter((line) => ledTo(house, line, register)).length;
  return {
    released: lines.length,
    open: open.length,
    byAge: byAge(open),
    due: due.length,
    inTime: due.filter(({ clock }) => clock.inTime === true).length,
    agreed: lines.filter(({ clock }) => clock.state === 'agreed' || clock.state === 'partlyMet').length,
    activities: came('activity'),
    adopted: came('adoption'),
    notMet: lines.filter(({ clock }) => clock.state === 'notMet').length,
  };
}

function byAge(open: readonly NeedLine[]): readonly number[] {
  const place = (age: number) => {
    const at = ageEnds.findIndex((end) => age <= end);
    return at === -1 ? ageEnds.length : at;
  };
  return [...ageEnds, undefined].map((_, i) => open.filter(({ clock }) => place(clock.age) === i).length);
}

/** Whether anything of a register came of its answers and stands; of those that only two sides know it is counted, too. */
function ledTo(house: House, { record }: NeedLine, register: string): boolean {
  const ids = (record.state.matches ?? []).map(({ match }) => match);
  return [...house.board.records(ids).values()].some((match) => standing(house, match, register).length > 0);
}
