import { type MeasureState, measureStates } from '../../followup/entry.ts';
import { kaplanMeier, medianDays, type Observation, type Step } from '../../followup/survival.ts';
import { type Timed, type Timeliness, timeliness } from '../../followup/timeliness.ts';
import { RecentlyUsed } from '../../kernel/recently-used.ts';
import type { FacetCount } from '../ports.ts';
import { type BoardFacet, type BoardLine, boardFacets } from './board-lines.ts';
import { countStates } from './count-states.ts';
import { doneDayOf, type MeasureRow } from './measure-row.ts';

/** Which lines are counted, and as of which day. */
export interface LinesAsked {
  /** For each facet the values of which one must hold. */
  readonly filters: Partial<Record<BoardFacet, readonly string[]>>;
  readonly asOf: string;
}

/** What is counted of the lines of a board. */
export interface LinesCounted {
  /** Those that the filters leave, in order. */
  readonly kept: readonly MeasureRow[];
  /** Each counted with all filters but its own. Of `state` every state is there, with 0 too. */
  readonly facets: Readonly<Record<BoardFacet, readonly FacetCount[]>>;
  /** Of the measures that the filters leave. */
  readonly timeliness: Timeliness;
  readonly survival: readonly Step[];
  /** How many of them the survival is reckoned over, how many of these were completed, and for how many days the longest was watched. */
  readonly watched: { readonly all: number; readonly completed: number; readonly days: number };
  /** Measures with a limit or an end, of those that the filters leave, by planned day: planned against real. */
  readonly timed: readonly MeasureRow[];
}

/** How many measures of one value of a facet stand how. A measure of several themes counts for each. */
export interface BoardGroup {
  readonly value: string;
  readonly count: number;
  readonly states: Readonly<Record<MeasureState, number>>;
  readonly timeliness: Timeliness;
  /** What time to completion is reckoned over, and after how many days half was completed; absent while more than half are open. */
  readonly watched: { readonly all: number; readonly completed: number };
  readonly medianDays?: number;
}

/**
 * What was counted of the last lines asked for, by filters: readers turn the pages of one board, and many open it at once.
 * Lines that were reckoned anew are another list, with nothing kept.
 */
const counted = new WeakMap<readonly BoardLine[], RecentlyUsed<string, Counting>>();
const mostKept = 24;

interface Counting {
  readonly lines: LinesCounted;
  readonly kept: readonly BoardLine[];
  readonly groups: Map<BoardFacet, readonly BoardGroup[]>;
}

/** Counts the lines that filters leave; in one pass, however many there are. */
export function countLines(all: readonly BoardLine[], asked: LinesAsked): LinesCounted {
  return countingOf(all, asked).lines;
}

/** The lines that filters leave, by the values of one facet and by state; those with most first. */
export function countGroups(
  all: readonly BoardLine[],
  asked: LinesAsked,
  by: BoardFacet,
): readonly BoardGroup[] {
  const { kept, groups } = countingOf(all, asked);
  const known = groups.get(by);
  if (known !== undefined) return known;
  const made = grouped(kept, by, asked.asOf);
  groups.set(by, made);
  return made;
}

function countingOf(all: readonly BoardLine[], { filters, asOf }: LinesAsked): Counting {
  const key = JSON.stringify(boardFacets.map((facet) => filters[facet] ?? []));
  const known = counted.get(all) ?? new RecentlyUsed<string, Counting>(mostKept);
  counted.set(all, known);
  const found = known.find(key);
  if (found !== undefined) return found;
  const { kept, facets } = countFacets(all, filters);
  const made = { lines: linesCounted(kept, facets, asOf), kept, groups: new Map() };
  known.keep(key, made);
  return made;
}

function linesCounted(
  kept: readonly BoardLine[],
  facets: LinesCounted['facets'],
  asOf: string,
): LinesCounted {
  const rows = kept.map(({ row }) => row);
  const watched = watchedOf(kept);
  return {
    kept: rows,
    facets,
    timeliness: timeliness(timedOf(rows), asOf),
    survival: kaplanMeier(watched),
    watched: {
      all: watched.length,
      completed: watched.filter(({ completed }) => completed).length,
      days: watched.reduce((most, { days }) => Math.max(most, days), 0),
    },
    timed: timedRows(rows),
  };
}

function watchedOf(lines: readonly BoardLine[]): readonly Observation[] {
  const watched: Observation[] = [];
  for (const { observation } of lines) if (observation !== undefined) watched.push(observation);
  return watched;
}

/** Most of tens of thousands of recommendations have no limit. */
function timedOf(rows: readonly MeasureRow[]): readonly Timed[] {
  const timed: Timed[] = [];
  for (const row of rows) {
    if (row.deadline === undefined) continue;
    const doneOn = doneDayOf(row);
    timed.push({ ...row.deadline, ...(doneOn === undefined ? {} : { doneOn }) });
  }
  return timed;
}

function timedRows(kept: readonly MeasureRow[]): readonly MeasureRow[] {
  const first = (row: MeasureRow) => row.deadline?.planned ?? doneDayOf(row) ?? '';
  return kept
    .filter((row) => row.deadline !== undefined || doneDayOf(row) !== undefined)
    .toSorted((a, b) => (first(a) < first(b) ? -1 : 1));
}

function grouped(kept: readonly BoardLine[], by: BoardFacet, asOf: string): readonly BoardGroup[] {
  const groups = Map.groupBy(
    kept.flatMap((line) => line.values[by].map((value) => ({ value, line }))),
    ({ value }) => value,
  );
  return [...groups]
    .map(([value, all]) =>
      groupOf(
        value,
        all.map(({ line }) => line),
        asOf,
      ),
    )
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function groupOf(value: string, lines: readonly BoardLine[], asOf: string): BoardGroup {
  const observed = watchedOf(lines);
  const half = medianDays(kaplanMeier(observed));
  return {
    value,
    count: lines.length,
    states: countStates(lines.map(({ row }) => row.standing.state)),
    timeliness: timeliness(timedOf(lines.map(({ row }) => row)), asOf),
    watched: { all: observed.length, completed: observed.filter(({ completed }) => completed).length },
    ...(half === undefined ? {} : { medianDays: half }),
  };
}

/** One pass: a row that fails one filter alone still counts for that facet, so that a reader sees what one more choice would give. */
function countFacets(all: readonly BoardLine[], filters: LinesAsked['filters']) {
  const counters = boardFacets.map((facet) => new Counter(facet));
  const state = counters[boardFacets.indexOf('state')];
  for (const one of measureStates) state?.add(one, 0);
  const active = counters.filter(({ facet }) => (filters[facet]?.length ?? 0) > 0);
  const kept: BoardLine[] = [];
  for (const line of all) {
    const failed = active.filter(
      ({ facet }) => !line.values[facet].some((one) => filters[facet]?.includes(one)),
    );
    if (failed.length > 1) continue;
    if (failed.length === 0) kept.push(line);
    for (const counter of failed.length === 0 ? counters : failed)
      for (const value of line.values[counter.facet]) counter.add(value, 1);
  }
  const facets = Object.fromEntries(
    counters.map((counter) => [counter.facet, sorted(counter, counter.facet === 'state')]),
  ) as Record<BoardFacet, readonly FacetCount[]>;
  return { kept, facets };
}

/** How many lines have each value of a facet. Neighbours often have the same: the last value is kept at hand. */
class Counter {
  readonly facet: BoardFacet;
  readonly #counts = new Map<string, { value: string; count: number }>();
  #last: { readonly value: string; count: number } | undefined;

  constructor(facet: BoardFacet) {
    this.facet = facet;
  }

  add(value: string, count: number): void {
    const counter = this.#last?.value === value ? this.#last : this.#counterOf(value);
    counter.count += count;
    this.#last = counter;
  }

  #counterOf(value: string) {
    const known = this.#counts.get(value);
    if (known !== undefined) return known;
    const fresh = { value, count: 0 };
    this.#counts.set(value, fresh);
    return fresh;
  }

  list(): readonly FacetCount[] {
    return [...this.#counts.values()];
  }
}

function sorted(counter: Counter, asDeclared: boolean): readonly FacetCount[] {
  const list = counter.list();
  return asDeclared ? list : list.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
