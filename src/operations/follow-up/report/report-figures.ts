import { type MeasureState, measureStates } from '../../../followup/entry.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import { yearOf } from '../../../kernel/partial-date.ts';
import type { Reservation } from '../../../lifecycle/state.ts';
import { followForReading } from '../../follow.ts';
import type { House } from '../../house.ts';
import type { Tracked, Tracking } from '../../ports/tracking.ts';
import { type InstrumentBoard, instrumentBoard } from '../instrument-board.ts';
import { adoptionOf, type MeasureRow, measureRow } from '../measure-row.ts';
import { findRound, lastRound } from '../report-round.ts';
import { type RoundAnswers, roundAnswers } from '../round-answers.ts';
import { type CountryAccount, countryAccounts } from './country-accounts.ts';
import { type SaidOf, saidOf } from './said-of.ts';

/** What a report is to be about. */
export interface ReportRequest {
  readonly instrument: RecordId;
  /** The day as of which states are reckoned, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** What changed after this day is told; absent: no changes are told. */
  readonly since?: string;
  /** Only what this country is named in, took up or reported on (alpha-2). */
  readonly country?: string;
  /** The round of reporting that is told of; absent: the last one on the instrument that had been opened by then. */
  readonly round?: RecordId;
}

/** How many measures stood how at the end of a day. */
export interface StatesOn {
  readonly on: string;
  readonly states: Readonly<Record<MeasureState, number>>;
}

/** A measure with all that was said of it by the day of the report. */
export interface MeasureAccount {
  readonly row: MeasureRow;
  /** By date. */
  readonly said: readonly SaidOf[];
  readonly commitments: readonly Tracked[];
  /** How it stood on the day `since`, where it stands otherwise now. */
  readonly before?: MeasureState;
}

/** How the measures of one body that is to act stand. */
export interface ActorAccount {
  readonly actor: string;
  readonly measures: number;
  /** Of these nobody has said anything. */
  readonly silent: number;
  readonly overdue: number;
}

/** Everything that a report says, in no language: numbers are those of the board on the same day. */
export interface ReportFigures extends Pick<ReportRequest, 'since' | 'country'> {
  readonly instrument: Tracked;
  readonly asOf: string;
  readonly states: Readonly<Record<MeasureState, number>>;
  readonly overdue: number;
  readonly timeliness: InstrumentBoard['timeliness'];
  readonly survival: InstrumentBoard['survival'];
  readonly measures: readonly MeasureAccount[];
  /** Reports and decisions that speak of these measures. */
  readonly reports: number;
  /** The end of each year since adoption, and the day of the report. */
  readonly history: readonly StatesOn[];
  /** By code. */
  readonly countries: readonly CountryAccount[];
  /** Those with most measures first. */
  readonly actors: readonly ActorAccount[];
  /** Who was asked in the round that is told of, and who had answered by then; absent where no round asked anybody. */
  readonly round?: RoundAnswers;
  /** What countries hold against labels and words. */
  readonly reservations: readonly Reservation[];
}

/** What a report on an instrument says. @throws Fault `notFound`. */
export async function reportFigures(house: House, request: ReportRequest): Promise<ReportFigures> {
  const { instrument, asOf, since, country } = request;
  const everything = { asOf, filters: {}, page: 1, pageSize: Number.MAX_SAFE_INTEGER };
  const board = await instrumentBoard(house, instrument, everything);
  await followForReading(house);
  const { tracking } = house.board;
  const all = await accountsOf(house, board.rows, { asOf, since });
  const measures = country === undefined ? all : all.filter((account) => concerns(account, country));
  const rows = measures.map(({ row }) => row);
  const counted = await instrumentBoard(house, instrument, {
    ...everything,
    ...(country === undefined ? {} : { only: new Set(rows.map(({ measure }) => measure.recordId)) }),
  });
  return {
    instrument: board.instrument,
    asOf,
    ...(since === undefined ? {} : { since }),
    ...(country === undefined ? {} : { country }),
    states: statesOf(rows),
    overdue: rows.filter(({ standing }) => standing.overdue).length,
    timeliness: counted.timeliness,
    survival: counted.survival,
    measures,
    reports: rows.reduce((sum, { reports }) => sum + reports, 0),
    history: historyOf(tracking, rows, asOf),
    countries: countryAccounts(measures).filter((one) => country === undefined || one.country === country),
    actors: actorsOf(rows),
    ...roundIn(house, request),
    reservations: house.board.reservations(),
  };
}

function roundIn(house: House, { instrument, asOf, round: id }: ReportRequest): Pick<ReportFigures, 'round'> {
  const round = id === undefined ? lastRound(house, instrument, asOf) : findRound(house, id);
  return round === undefined ? {} : { round: roundAnswers(house, round, asOf) };
}

async function accountsOf(
  house: House,
  rows: readonly MeasureRow[],
  { asOf, since }: { readonly asOf: string; readonly since: string | undefined },
): Promise<readonly MeasureAccount[]> {
  const { tracking } = house.board;
  const said = await saidOf(
    house,
    rows.map(({ measure }) => measure.recordId),
    asOf,
  );
  return rows.map((row) => {
    const { measure, standing } = row;
    const then = since === undefined ? standing : measureRow(tracking, measure, since).standing;
    return {
      row,
      said: said.get(measure.recordId) ?? [],
      commitments: tracking.about(measure.recordId).filter(({ tracked }) => tracked.role === 'commitment'),
      ...(then.state === standing.state ? {} : { before: then.state }),
    };
  });
}

function concerns({ row, said, commitments }: MeasureAccount, country: string): boolean {
  return (
    row.measure.countries.includes(country) ||
    commitments.some(({ countries }) => countries.includes(country)) ||
    said.some(({ countries }) => countries.includes(country))
  );
}

function statesOf(rows: readonly MeasureRow[]): Record<MeasureState, number> {
  // Every state is a key.
  const states = Object.fromEntries(measureStates.map((state) => [state, 0])) as Record<MeasureState, number>;
  for (const { standing } of rows) states[standing.state] += 1;
  return states;
}

/** At most so many days are reckoned: of an old instrument every second or third year. */
const mostDays = 26;

function historyOf(tracking: Tracking, rows: readonly MeasureRow[], asOf: string): readonly StatesOn[] {
  const [first] = rows.flatMap(({ measure }) => adoptionOf(tracking, measure) ?? []).sort();
  if (first === undefined || first > asOf) return [];
  const years = yearOf(asOf) - yearOf(first);
  const every = Math.max(1, Math.ceil(years / mostDays));
  const days = Array.from(
    { length: Math.floor(years / every) + 1 },
    (_, at) => `${yearOf(first) + at * every}-12-31`,
  );
  return [...days.filter((day) => day < asOf), asOf].map((on) => ({
    on,
    states: statesOf(rows.map(({ measure }) => measureRow(tracking, measure, on))),
  }));
}

function actorsOf(rows: readonly MeasureRow[]): readonly ActorAccount[] {
  const actors = new Map<string, { measures: number; silent: number; overdue: number }>();
  for (const { measure, standing } of rows)
    for (const actor of new Set(measure.tracked.actors ?? [])) {
      const account = actors.get(actor) ?? { measures: 0, silent: 0, overdue: 0 };
      account.measures += 1;
      if (standing.state === 'noInformation') account.silent += 1;
      if (standing.overdue) account.overdue += 1;
      actors.set(actor, account);
    }
  return [...actors]
    .map(([actor, account]) => ({ actor, ...account }))
    .sort((a, b) => b.measures - a.measures || (a.actor < b.actor ? -1 : 1));
}
