import { lastDayOf } from '../kernel/partial-date.ts';
import type { ClaimableState, Entry, MeasureState } from './entry.ts';
import type { Deadline } from './lateness.ts';

/** How a measure stands as of a day, and why. */
export interface Standing {
  readonly state: MeasureState;
  /** What the state rests on; nothing where nobody has said anything. */
  readonly because?: Entry;
  /** Done, as somebody says who shows nothing for it: told beside the state, which stays as it was. */
  readonly claimed?: Entry;
  /** Others that say something else of the very day: both are shown. */
  readonly against: readonly Entry[];
  /** The first day of the state without a break. */
  readonly since?: string;
  /** The day of the last word, whatever it said. */
  readonly heardOn?: string;
  /** The day for which it was planned has passed, and it is not done, nor over in another way. */
  readonly overdue: boolean;
}

type Days = Pick<Deadline, 'planned' | 'limit'>;

const over: ReadonlySet<MeasureState> = new Set(['done', 'doneLate', 'lapsed', 'superseded']);

/**
 * The state of a measure as of a day: a fold over what was said of it until then, in the order of the dates of which it
 * was said. The last word counts; on one day a review outweighs reports, and reports that disagree are all kept.
 *
 * - Nobody has said anything: `noInformation`.
 * - Done without anything that shows it is a claim: it does not move the state.
 * - Done after the limit is `doneLate`; who says again later that it is done does not make it late.
 * - An event that is itself late forgives nothing: what is open is overdue from the day after the planned one.
 * - What a country concerned disputes is `disputed` until a later word settles it.
 * - What was said of days before the measure existed is a baseline and moves nothing.
 * @param from the day on which the measure came into being.
 * @param deadline the planned day and the limit (`deadlineOf`).
 */
export function standingAsOf(
  entries: readonly Entry[],
  asOf: string,
  { from, deadline }: { readonly from?: string | undefined; readonly deadline?: Days | undefined } = {},
): Standing {
  const days = daysOf(entries, from, asOf);
  let standing: Standing = { state: 'noInformation', against: [], overdue: false };
  for (const [day, said] of days) standing = after(standing, day, said, deadline?.limit);
  const late = deadline !== undefined && deadline.planned < asOf && !over.has(standing.state);
  return { ...standing, overdue: late };
}

/** What was said, by day, in order. */
function daysOf(
  entries: readonly Entry[],
  from: string | undefined,
  asOf: string,
): readonly (readonly [day: string, said: readonly Entry[]])[] {
  const byDay = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = lastDayOf(entry.on);
    if (day > asOf || (from !== undefined && day < from)) continue;
    const said = byDay.get(day);
    if (said === undefined) byDay.set(day, [entry]);
    else said.push(entry);
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
}

function after(before: Standing, day: string, said: readonly Entry[], limit: string | undefined): Standing {
  const reviews = said.filter(({ by }) => by === 'review');
  const weighed = (reviews.length > 0 ? reviews : said).filter(movesState);
  const claimed = said.find((entry) => !movesState(entry));
  const [because] = weighed.slice(-1);
  if (because === undefined) return { ...before, ...(claimed && { claimed }), heardOn: day };
  const state = stateOf(because, before, day, limit);
  const same = state === before.state && before.since !== undefined;
  return {
    state,
    because,
    ...(claimed && { claimed }),
    against: said.filter((entry) => entry.state !== because.state && movesState(entry)),
    since: same ? (before.since ?? day) : day,
    heardOn: day,
    overdue: false,
  };
}

/** A report that something is done moves the state only with evidence; a review has looked at it. */
function movesState({ state, evidenced, by }: Entry): boolean {
  return state !== 'done' || evidenced || by === 'review';
}

function stateOf(
  { state, disputed, by }: Entry,
  before: Standing,
  day: string,
  limit: string | undefined,
): MeasureState {
  if (disputed && by === 'report') return 'disputed';
  if (state === 'done' && (before.state === 'done' || before.state === 'doneLate')) return before.state;
  return isLate(state, day, limit) ? 'doneLate' : state;
}

function isLate(state: ClaimableState, day: string, limit: string | undefined): boolean {
  return state === 'done' && limit !== undefined && day > limit;
}
