import { type NeedClock, openStates } from '../../requests/need-clock.ts';
import { followForReading } from '../follow.ts';
import { type House, today } from '../house.ts';
import type { RequestRecord } from '../ports/asked-and-offered.ts';
import { groupsAsking, type NeedLine, needLines } from './need-line.ts';
import { type NeedNumbers, needNumbers } from './need-numbers.ts';

/** By what needs can be narrowed; values of one facet are alternatives. */
export const needFacets = ['state', 'help', 'country', 'group', 'sector', 'language'] as const;
export type NeedFacet = (typeof needFacets)[number];

export interface NeedsQuestion {
  readonly filters: Partial<Record<NeedFacet, readonly string[]>>;
  /** Only those whose answers are due within so many days. */
  readonly within?: number;
}

export interface NeedsBoard {
  readonly asOf: string;
  /** Where no state is asked for: those that can still be answered. Whose answers are due first stands first. */
  readonly lines: readonly NeedLine[];
  /** Counted with all filters but the facet's own; a state is counted whether it is shown or not. */
  readonly facets: Readonly<Record<NeedFacet, readonly { readonly value: string; readonly count: number }[]>>;
  /** Of all released needs, whatever the filters. */
  readonly numbers: NeedNumbers;
  /** Told by third parties: without a clock, since nobody who asks has spoken. */
  readonly observed: number;
}

/** Released needs as they stand today. */
export async function needsBoard(house: House, question: NeedsQuestion): Promise<NeedsBoard> {
  await followForReading(house);
  const asOf = today(house);
  const all = needLines(house, asOf);
  const { within, filters } = question;
  const timely = within === undefined ? all : all.filter(({ clock }) => isWithin(clock, within));
  const state = filters.state ?? [...openStates];
  const lines = timely.filter((line) =>
    needFacets.every((facet) => fits(line, facet, { ...filters, state })),
  );
  return {
    asOf,
    lines: lines.sort(byDue),
    facets: facetsOf(timely, { ...filters, state }),
    numbers: needNumbers(house, all),
    observed: house.board.requests.of('need').filter((record) => isObserved(record)).length,
  };
}

function isObserved({ state }: RequestRecord): boolean {
  return state.standing === 'thirdParty' && state.withdrawn === undefined && state.archived === undefined;
}

function isWithin({ daysLeft, state }: NeedClock, days: number): boolean {
  return openStates.has(state) && daysLeft >= 0 && daysLeft <= days;
}

/** What can still be answered by when it is due; what is late stands after it, the latest first. */
function byDue(a: NeedLine, b: NeedLine): number {
  const place = ({ clock, record }: NeedLine) =>
    `${openStates.has(clock.state) ? 0 : 1}${clock.daysLeft < 0 ? 1 : 0}${clock.answersDue} ${record.recordId}`;
  return place(a) < place(b) ? -1 : 1;
}

function valuesOf({ record, clock }: NeedLine, facet: NeedFacet): readonly string[] {
  const { asking = [], help = [], languages = [] } = record.request;
  switch (facet) {
    case 'state':
      return [clock.state];
    case 'help':
      return help;
    case 'country':
      return asking;
    case 'group':
      return groupsAsking(record);
    case 'sector':
      return record.sectors;
    case 'language':
      return languages;
  }
}

function fits(line: NeedLine, facet: NeedFacet, filters: NeedsQuestion['filters']): boolean {
  const wanted = filters[facet] ?? [];
  if (wanted.length === 0) return true;
  const has = valuesOf(line, facet);
  return wanted.some((value) => has.includes(value));
}

function facetsOf(lines: readonly NeedLine[], filters: NeedsQuestion['filters']): NeedsBoard['facets'] {
  const counted = needFacets.map((facet) => {
    const others = needFacets.filter((one) => one !== facet);
    const left = lines.filter((line) => others.every((one) => fits(line, one, filters)));
    const counts = new Map<string, number>();
    for (const line of left)
      for (const value of valuesOf(line, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts].map(([value, count]) => ({ value, count }));
    return [facet, values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))] as const;
  });
  // One entry for each facet.
  return Object.fromEntries(counted) as unknown as NeedsBoard['facets'];
}
