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

/** Where a measure stood from a day on, until the next one on which something was said. */
export interface Stage extends Omit<Standing, 'overdue'> {
  readonly day: string;
}

/**
 * The course of a measure: a fold over what was said of it, in the order of the dates of which it was said. The last word
 * counts; on one day a review outweighs reports, and reports that disagree are all kept.
 *
 * - Nobody has said anything: `noInformation`. So does a report that looked and found nothing, whatever was known before.
 * - Done without anything that shows it is a claim: it does not move the state.
 * - Done after the limit is `doneLate`; who says again later that it is done does not make it late.
 * - What a country concerned disputes is `disputed` until a later word settles it.
 * - What was said of days before the measure existed is a baseline and moves nothing.
 * @param from the day on which the measure came into being.
 * @param limit the last day on which it is not late itself (`deadlineOf`).
 */
export function courseOf(
  entries: readonly Entry[],
  { from, limit }: { readonly from?: string | undefined; readonly limit?: string | undefined },
): readonly Stage[] {
  const stages: Stage[] = [];
  for (const [day, said] of daysOf(entries, from))
    stages.push(after(stages.at(-1) ?? silent, day, said, limit));
  return stages;
}

const silent: Stage = { day: '', state: 'noInformation', against: [] };

/** How a course stands as of a day. An event that is itself late forgives nothing: overdue is what is open after the planned day. */
export function standingOn(course: readonly Stage[], asOf: string, planned?: string): Standing {
  const { day: _, ...standing } = course.findLast(({ day }) => day <= asOf) ?? silent;
  return { ...standing, overdue: planned !== undefined && planned < asOf && !over.has(standing.state) };
}

/** The state of a measure as of a day, from what was said of it: `standingOn` of `courseOf`. */
export function standingAsOf(
  entries: readonly Entry[],
  asOf: string,
  { from, deadline }: { readonly from?: string | undefined; readonly deadline?: Days | undefined } = {},
): Standing {
  return standingOn(courseOf(entries, { from, limit: deadline?.limit }), asOf, deadline?.planned);
}

/** What was said, by day, in order. */
function daysOf(
  entries: readonly Entry[],
  from: string | undefined,
): readonly (readonly [day: string, said: readonly Entry[]])[] {
  const byDay = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = lastDayOf(entry.on);
    if (from !== undefined && day < from) continue;
    const said = byDay.get(day);
    if (said === undefined) byDay.set(day, [entry]);
    else said.push(entry);
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
}

function after(before: Stage, day: string, said: readonly Entry[], limit: string | undefined): Stage {
  const reviews = said.filter(({ by }) => by === 'review');
  const weighed = (reviews.length > 0 ? reviews : said).filter(movesState);
  const claimed = said.find((entry) => !movesState(entry));
  const [because] = weighed.slice(-1);
  if (because === undefined) return { ...before, day, ...(claimed && { claimed }), heardOn: day };
  const state = stateOf(because, before, day, limit);
  const same = state === before.state && before.since !== undefined;
  return {
    day,
    state,
    because,
    ...(claimed && { claimed }),
    against: said.filter((entry) => entry.state !== because.state && movesState(entry)),
    since: same ? (before.since ?? day) : day,
    heardOn: day,
  };
}

/** A report that something is done moves the state only with evidence; a review has looked at it. */
function movesState({ state, evidenced, by }: Entry): boolean {
  return state !== 'done' || evidenced || by === 'review';
}

function stateOf(
  { state, disputed, by }: Entry,
  before: Stage,
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
