import type { Observation } from '../../followup/survival.ts';
import { daysBetween } from '../../kernel/partial-date.ts';
import type { Tracked, Tracking } from '../ports/tracking.ts';
import { adoptionOf, doneDayOf, groundsOf, type MeasureRow, measureRow } from './measure-row.ts';

/** What a board of measures is filtered and counted by. */
export const boardFacets = [
  'state',
  'due',
  'theme',
  'kind',
  'beneficiary',
  'actor',
  'country',
  'response',
] as const;
export type BoardFacet = (typeof boardFacets)[number];

/** A measure as of a day with all that a board counts of it. */
export interface BoardLine {
  readonly row: MeasureRow;
  readonly values: Readonly<Record<BoardFacet, readonly string[]>>;
  /** From the adoption of the instrument to completion, or to the day of the board. */
  readonly observation?: Observation;
}

interface Kept {
  readonly version: number;
  readonly lines: Map<string, readonly BoardLine[]>;
  size: number;
}

/** Lines kept, some half a kilobyte each: many take longer to reckon than to filter, and readers turn pages of one board. */
export const mostLines = 150_000;
const kept = new WeakMap<Tracking, Kept>();

/** All measures of an instrument as of a day, in the order of their numbers; reckoned anew when anything has changed. */
export function boardLines(tracking: Tracking, instrument: string, asOf: string): readonly BoardLine[] {
  const found = keptLines(tracking, instrument, asOf);
  if (found !== undefined) return found;
  const made = tracking.measuresOf(instrument).map((measure) => boardLine(tracking, measure, asOf));
  keepLines(tracking, instrument, asOf, made);
  return made;
}

/** The same, where nothing is left to reckon. */
export function keptLines(
  tracking: Tracking,
  instrument: string,
  asOf: string,
): readonly BoardLine[] | undefined {
  const known = kept.get(tracking);
  return known?.version === tracking.version ? known.lines.get(`${instrument} ${asOf}`) : undefined;
}

/** Keeps all lines of an instrument, reckoned of the tracking as it is now; those kept longest make room. */
export function keepLines(
  tracking: Tracking,
  instrument: string,
  asOf: string,
  made: readonly BoardLine[],
): void {
  const { version } = tracking;
  const known = kept.get(tracking);
  const current: Kept = known?.version === version ? known : { version, lines: new Map(), size: 0 };
  if (current !== known) kept.set(tracking, current);
  for (const [oldest, { length }] of current.lines) {
    if (current.size + made.length <= mostLines) break;
    current.lines.delete(oldest);
    current.size -= length;
  }
  current.lines.set(`${instrument} ${asOf}`, made);
  current.size += made.length;
}

/** A line with what it was reckoned from. */
interface Reckoned {
  readonly asOf: string;
  readonly from: readonly unknown[];
  readonly line: BoardLine;
}

/** The last line of each measure: after a change only those are reckoned anew that it concerns. */
const reckoned = new WeakMap<Tracked, Reckoned>();

/** A measure as of a day; the last one that was reckoned of it, where nothing has changed since. */
export function boardLine(tracking: Tracking, measure: Tracked, asOf: string): BoardLine {
  const from = groundsOf(tracking, measure);
  const known = reckoned.get(measure);
  if (known?.asOf === asOf && known.from.every((one, at) => one === from[at])) return known.line;
  const line = lineOf(tracking, measureRow(tracking, measure, asOf), asOf);
  reckoned.set(measure, { asOf, from, line });
  return line;
}

function lineOf(tracking: Tracking, row: MeasureRow, asOf: string): BoardLine {
  const observation = observed(tracking, row, asOf);
  return { row, values: valuesOf(row), ...(observation === undefined ? {} : { observation }) };
}

/** The values of a measure under each facet. */
function valuesOf({ measure: { tracked }, standing, deadline }: MeasureRow): BoardLine['values'] {
  return {
    state: [standing.state],
    due: [standing.overdue ? 'overdue' : deadline === undefined ? 'none' : 'set'],
    theme: tracked.themes ?? [],
    kind: tracked.kind === undefined ? [] : [tracked.kind],
    beneficiary: tracked.beneficiaries ?? [],
    actor: tracked.actors ?? [],
    country: tracked.addressed ?? [],
    response: tracked.response === undefined ? [] : [tracked.response],
  };
}

function observed(tracking: Tracking, row: MeasureRow, asOf: string): Observation | undefined {
  const from = adoptionOf(tracking, row.measure);
  if (from === undefined || from > asOf) return undefined;
  const doneOn = doneDayOf(row);
  const days = daysBetween(from, doneOn ?? asOf);
  return days < 0 ? undefined : { days, completed: doneOn !== undefined };
}
