import { type MeasureState, measureStates } from '../../followup/entry.ts';
import { kaplanMeier, medianDays, type Step } from '../../followup/survival.ts';
import { type Timeliness, timeliness } from '../../followup/timeliness.ts';
import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import type { Tracked } from '../ports/tracking.ts';
import type { FacetCount } from '../ports.ts';
import { type BoardFacet, type BoardLine, boardFacets, boardLines } from './board-lines.ts';
import { type Change, changesSince, type SaidSince, saidSince } from './changes-between.ts';
import { countStates } from './count-states.ts';
import { doneDayOf, type MeasureRow } from './measure-row.ts';

export interface BoardRequest {
  /** The day as of which states are reckoned, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** For each facet the values of which one must hold. */
  readonly filters: Partial<Record<BoardFacet, readonly string[]>>;
  readonly page: number;
  readonly pageSize: number;
  /** What changed since this day is told too. */
  readonly since?: string;
  /** The measures that the filters leave are also counted by this and by state. */
  readonly by?: BoardFacet;
  /** Of the instrument only these measures, as if it had no others; absent: all. */
  readonly only?: ReadonlySet<RecordId>;
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

/** The measures of an instrument as of a day, with counts that add up. */
export interface InstrumentBoard {
  readonly instrument: Tracked;
  readonly asOf: string;
  /** Those that the filters leave, on this page. */
  readonly rows: readonly MeasureRow[];
  readonly total: number;
  readonly pages: number;
  /** All measures of the instrument, whatever the filters. */
  readonly measures: number;
  /** Each counted with all filters but its own. Of `state` every state is there, with 0 too. */
  readonly facets: Readonly<Record<BoardFacet, readonly FacetCount[]>>;
  /** Of the measures that the filters leave. */
  readonly timeliness: Timeliness;
  readonly survival: readonly Step[];
  /** How many of them the survival is reckoned over, how many of these were completed, and for how many days the longest was watched. */
  readonly watched: { readonly all: number; readonly completed: number; readonly days: number };
  /** Measures with a limit or an end, of those that the filters leave, by planned day: planned against real. */
  readonly timed: readonly MeasureRow[];
  /** Where a day was named: what stands otherwise than it stood then. */
  readonly changes?: readonly Change[];
  /** And what was said since. */
  readonly said?: readonly SaidSince[];
  readonly groups?: readonly BoardGroup[];
}

/**
 * The board of an instrument. @throws Fault `notFound`.
 */
export async function instrumentBoard(
  house: House,
  instrumentId: string,
  { asOf, filters, page, pageSize, since, by, only }: BoardRequest,
): Promise<InstrumentBoard> {
  await followForReading(house);
  const { tracking } = house.board;
  const instrument = tracking.find(instrumentId);
  if (instrument?.tracked.role !== 'instrument') throw new Fault('notFound', { id: instrumentId });
  const all = boardLines(tracking, instrumentId, asOf).filter(
    ({ row }) => only === undefined || only.has(row.measure.recordId),
  );
  const counted = countFacets(all, filters);
  const kept = counted.kept.map(({ row }) => row);
  const watched = counted.kept.flatMap(({ observation }) => observation ?? []);
  return {
    instrument,
    asOf,
    rows: kept.slice((page - 1) * pageSize, page * pageSize),
    total: kept.length,
    pages: Math.max(1, Math.ceil(kept.length / pageSize)),
    measures: all.length,
    facets: counted.facets,
    timeliness: timeliness(kept.flatMap(timedOf), asOf),
    survival: kaplanMeier(watched),
    watched: {
      all: watched.length,
      completed: watched.filter(({ completed }) => completed).length,
      days: watched.reduce((most, { days }) => Math.max(most, days), 0),
    },
    timed: timedRows(kept),
    ...(since === undefined
      ? {}
      : {
          changes: changesSince(tracking, kept, since),
          said: saidSince(tracking, kept, since, asOf),
        }),
    ...(by === undefined ? {} : { groups: grouped(counted.kept, by, asOf) }),
  };
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
  const observed = lines.flatMap(({ observation }) => observation ?? []);
  const half = medianDays(kaplanMeier(observed));
  return {
    value,
    count: lines.length,
    states: countStates(lines.map(({ row }) => row.standing.state)),
    timeliness: timeliness(
      lines.flatMap(({ row }) => timedOf(row)),
      asOf,
    ),
    watched: { all: observed.length, completed: observed.filter(({ completed }) => completed).length },
    ...(half === undefined ? {} : { medianDays: half }),
  };
}

/** One pass: a row that fails one filter alone still counts for that facet, so that a reader sees what one more choice would give. */
function countFacets(all: readonly BoardLine[], filters: BoardRequest['filters']) {
  const counts = Object.fromEntries(boardFacets.map((facet) => [facet, new Map<string, number>()])) as Record<
    BoardFacet,
    Map<string, number>
  >;
  for (const state of measureStates) counts.state.set(state, 0);
  const active = boardFacets.filter((facet) => (filters[facet]?.length ?? 0) > 0);
  const kept: BoardLine[] = [];
  for (const line of all) {
    const { values } = line;
    const failed = active.filter((facet) => !values[facet].some((value) => filters[facet]?.includes(value)));
    if (failed.length > 1) continue;
    const [only] = failed;
    if (only === undefined) kept.push(line);
    for (const facet of only === undefined ? boardFacets : [only]) {
      for (const value of values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  const facets = Object.fromEntries(
    boardFacets.map((facet) => [facet, sorted(counts[facet], facet === 'state')]),
  ) as Record<BoardFacet, readonly FacetCount[]>;
  return { kept, facets };
}

function sorted(counts: ReadonlyMap<string, number>, asDeclared: boolean): readonly FacetCount[] {
  const list = [...counts].map(([value, count]) => ({ value, count }));
  return asDeclared ? list : list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function timedOf(row: MeasureRow) {
  const { deadline } = row;
  const doneOn = doneDayOf(row);
  return deadline === undefined ? [] : [{ ...deadline, ...(doneOn === undefined ? {} : { doneOn }) }];
}
