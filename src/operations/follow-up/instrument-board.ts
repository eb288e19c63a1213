import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import type { Tracked } from '../ports/tracking.ts';
import { type BoardFacet, boardLines } from './board-lines.ts';
import { type Change, changesSince, type SaidSince, saidSince } from './changes-between.ts';
import { type BoardGroup, countGroups, countLines, type LinesCounted } from './count-lines.ts';
import type { MeasureRow } from './measure-row.ts';

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

/** The measures of an instrument as of a day, with counts that add up. */
export interface InstrumentBoard extends Omit<LinesCounted, 'kept'> {
  readonly instrument: Tracked;
  readonly asOf: string;
  /** Those that the filters leave, on this page. */
  readonly rows: readonly MeasureRow[];
  readonly total: number;
  readonly pages: number;
  /** All measures of the instrument, whatever the filters. */
  readonly measures: number;
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
  const lines = boardLines(tracking, instrumentId, asOf);
  const all = only === undefined ? lines : lines.filter(({ row }) => only.has(row.measure.recordId));
  const { kept, ...counted } = countLines(all, { filters, asOf });
  const groups = by === undefined ? undefined : countGroups(all, { filters, asOf }, by);
  return {
    instrument,
    asOf,
    rows: kept.slice((page - 1) * pageSize, page * pageSize),
    total: kept.length,
    pages: Math.max(1, Math.ceil(kept.length / pageSize)),
    measures: all.length,
    ...counted,
    ...(since === undefined
      ? {}
      : {
          changes: changesSince(tracking, kept, since),
          said: saidSince(tracking, kept, since, asOf),
        }),
    ...(groups === undefined ? {} : { groups }),
  };
}
