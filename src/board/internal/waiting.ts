import { lastDayOf } from '../../kernel/partial-date.ts';
import { daysAfter, dueOn, silentAfterDays } from '../../lifecycle/freshness.ts';
import type { RecordState } from '../../lifecycle/state.ts';
import type { BoardRecord, TaskKind } from '../../operations/ports/board.ts';

/** A task, with all to whom it is shown: any of them may be absent. */
export interface Waiting {
  readonly kind: TaskKind;
  readonly since: string;
  readonly dueOn?: string | undefined;
  /** Focal points of this country, whose word is wanted. */
  readonly country?: string | undefined;
  /** The post that wrote the last draft. */
  readonly author?: string | undefined;
  /** All who type for the organisation, as `teamOf` names them. */
  readonly team?: string | undefined;
  /** Secretariats and administrators: it concerns the node as a whole. */
  readonly wholeNode?: true;
  /** By which focal points may share their country's records; absent where the organisation is another country's. */
  readonly organisation?: string | undefined;
}

/** Names those who type for one organisation of a country; undefined where either is not known. */
export function teamOf(country: string | undefined, organisation: string | undefined): string | undefined {
  return country === undefined || organisation === undefined ? undefined : `${country} ${organisation}`;
}

/** What a register says of the care that its records want. */
export interface RegisterCare {
  /** How often a record wants a confirmation; absent where nobody can give one. */
  readonly everyMonths?: number;
  /** Whether the countries that a record names are asked for their word. */
  readonly crossCheck: boolean;
}

/**
 * What waits for whom, by the state of the record and the care that its register wants alone.
 * A withdrawn or archived record waits for nobody, unless it is being written anew.
 */
export function waitingFor(
  record: BoardRecord,
  { everyMonths, crossCheck }: RegisterCare,
): readonly Waiting[] {
  const { withdrawn, archived } = record.state;
  const underWay = writing(record);
  if (withdrawn !== undefined || archived !== undefined) return underWay;
  const { state } = record;
  return [
    ...underWay,
    ...requests(state),
    ...positions(record),
    ...disputes(state),
    ...doubles(record),
    ...(everyMonths === undefined ? [] : vouched(state, everyMonths)),
    ...(crossCheck ? statements(record) : []),
  ];
}

/** A draft on its way waits for who writes it, or for the focal point. */
function writing({ state, at: since }: BoardRecord): readonly Waiting[] {
  const { phase, owner: country, author, organisation } = state;
  switch (phase) {
    case 'submitted':
      return country === undefined ? [] : [{ kind: 'toReview', since, country, organisation }];
    case 'draft':
    case 'returned':
      return [{ kind: phase, since, author, team: teamOf(country, organisation), organisation }];
    case 'observed':
    case 'released':
      return [];
  }
}

function requests({ answers }: RecordState): readonly Waiting[] {
  return Object.entries(answers).flatMap(([country, { state, at }]): Waiting[] =>
    state === 'asked'
      ? [{ kind: 'toConfirm', since: at, dueOn: daysAfter(at, silentAfterDays), country }]
      : [],
  );
}

/** The position of each member country that has given none, as long as the consultation is open. */
function positions({ room, state }: BoardRecord): readonly Waiting[] {
  if (room === undefined || 'within' in room || !room.holds.gathers || room.holds.over) return [];
  const { shared, inForce, confirmed, positions: given = [], outcomes = [] } = state;
  const since = shared?.at ?? (inForce === undefined ? undefined : confirmed?.at);
  if (since === undefined || outcomes.length > 0) return [];
  const { countries, answersBy } = room.holds;
  const dueOn = answersBy === undefined ? undefined : lastDayOf(answersBy);
  return countries
    .filter((country) => !given.some(({ by }) => by === country))
    .map((country) => ({ kind: 'positionWanted', since, dueOn, country }));
}

/** Waits since the first country said otherwise. */
function disputes({ answers, owner: country, author, organisation }: RecordState): readonly Waiting[] {
  const [since] = Object.values(answers)
    .flatMap(({ state, at }) => (state === 'disputed' ? [at] : []))
    .sort();
  return since === undefined ? [] : [{ kind: 'disputed', since, country, author, organisation }];
}

/** Reports of one initiative by two countries, and records that may be the same. */
function doubles({ state, at: since }: BoardRecord): readonly Waiting[] {
  const { owner: country, organisation, pairs, possibleDuplicates } = state;
  const tasks: Waiting[] = [];
  if (country !== undefined && pairs.some(({ agreed }) => agreed.length < 2 && !agreed.includes(country))) {
    tasks.push({ kind: 'pair', since, country, organisation });
  }
  if (possibleDuplicates.length > 0) {
    tasks.push({ kind: 'duplicate', since, country, wholeNode: true, organisation });
  }
  return tasks;
}

/** What a third party says waits for each country that it names, until that has made it its own or said that it is not so; what one adds to a country's own record waits until that country speaks again. */
function statements({ state, countries, at: since }: BoardRecord): readonly Waiting[] {
  const { owner, organisation, inForce, aside, rejections } = state;
  if (owner !== undefined) {
    return aside === undefined ? [] : [{ kind: 'observed', since, country: owner, organisation }];
  }
  if (inForce === undefined) return [];
  return countries
    .filter((country) => !rejections.some((no) => no.country === country && no.revision === inForce))
    .map((country) => ({ kind: 'observed', since, country }));
}

/** Every record of a country that somebody vouched for, with the day from which it wants that again. */
function vouched(state: RecordState, everyMonths: number): readonly Waiting[] {
  const { owner: country, author, organisation, confirmed } = state;
  if (country === undefined || confirmed === undefined) return [];
  const day = dueOn(state, everyMonths);
  return [{ kind: 'due', since: confirmed.at, dueOn: day, country, author, organisation }];
}
