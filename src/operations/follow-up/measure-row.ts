import { type ClaimableState, claimableStates, type Entry, type MeasureState } from '../../followup/entry.ts';
import { type Deadline, deadlineOf, type Lateness, latenessOf } from '../../followup/lateness.ts';
import { courseOf, type Stage, type Standing, standingOn } from '../../followup/standing.ts';
import type { PartialDate } from '../../kernel/partial-date.ts';
import { lastDayOf } from '../../kernel/partial-date.ts';
import type { Tracked, Tracking } from '../ports/tracking.ts';

/** A measure with how it stands as of a day. */
export interface MeasureRow {
  readonly measure: Tracked;
  readonly standing: Standing;
  /** By when it was to be done; absent where nobody set a limit. */
  readonly deadline?: Deadline;
  /** Of what was done against a limit, and of what is overdue. */
  readonly lateness?: Lateness;
  /** Reports and decisions that were there by then. */
  readonly reports: number;
}

/** How a measure of an instrument stands as of a day. */
export function measureRow(tracking: Tracking, measure: Tracked, asOf: string): MeasureRow {
  const { course, deadline, days } = knownCourse(tracking, measure);
  const standing = standingOn(course, asOf, deadline?.planned);
  return {
    measure,
    standing,
    ...(deadline === undefined ? {} : { deadline, ...lateness(standing, deadline, asOf) }),
    reports: days.findLastIndex((day) => day <= asOf) + 1,
  };
}

/** What was said of a measure, whatever the day that is asked for. */
interface KnownCourse {
  readonly course: readonly Stage[];
  /** The day of each report and decision, in order. */
  readonly days: readonly string[];
  readonly deadline?: Deadline;
}

/** Courses with what they were reckoned from: boards of many days, and the years of a report, ask for one measure again and again. */
const courses = new WeakMap<Tracked, KnownCourse & { readonly from: readonly unknown[] }>();

function knownCourse(tracking: Tracking, measure: Tracked): KnownCourse {
  const from = groundsOf(tracking, measure);
  const known = courses.get(measure);
  if (known?.from.every((one, at) => one === from[at])) return known;
  const made = reckonCourse(tracking, measure);
  courses.set(measure, { ...made, from });
  return made;
}

/** All that the standing of a measure follows from, besides itself: the same as long as nothing of it has changed. */
export function groundsOf(tracking: Tracking, { recordId, tracked }: Tracked): readonly unknown[] {
  const { instrument, dueAt } = tracked;
  const found = (id: string | undefined) => (id === undefined ? undefined : tracking.find(id));
  return [tracking.about(recordId), found(instrument), found(dueAt)];
}

function reckonCourse(tracking: Tracking, measure: Tracked): KnownCourse {
  const { due, dueAt } = measure.tracked;
  const said = tracking.about(measure.recordId).flatMap((one) => entryOf(one) ?? []);
  const deadline = deadlineOf(due, endOf(tracking, dueAt));
  return {
    course: courseOf(said, { from: adoptionOf(tracking, measure), limit: deadline?.limit }),
    days: said.map(({ on }) => lastDayOf(on)),
    ...(deadline === undefined ? {} : { deadline }),
  };
}

function lateness(standing: Standing, deadline: Deadline, asOf: string): Pick<MeasureRow, 'lateness'> {
  const doneOn = doneDayOf({ standing });
  if (doneOn === undefined && !standing.overdue) return {};
  return { lateness: latenessOf(deadline, doneOn, asOf) };
}

/** The day since when a measure is done. */
export function doneDayOf({ standing: { state, since } }: Pick<MeasureRow, 'standing'>): string | undefined {
  const done: readonly MeasureState[] = ['done', 'doneLate'];
  return done.includes(state) ? since : undefined;
}

/** The day on which the instrument of a measure was adopted. */
export function adoptionOf(tracking: Tracking, { tracked }: Tracked): string | undefined {
  const on = tracked.instrument === undefined ? undefined : tracking.find(tracked.instrument)?.tracked.on;
  return on === undefined ? undefined : lastDayOf(on);
}

function endOf(tracking: Tracking, meeting: string | undefined): PartialDate | undefined {
  return meeting === undefined ? undefined : tracking.find(meeting)?.tracked.endedOn;
}

/** What a record says of a measure; nothing where it is neither report nor decision, or says no date or state. */
function entryOf({ recordId, state, tracked }: Tracked): Entry | undefined {
  const { role, on } = tracked;
  if ((role !== 'report' && role !== 'review') || on === undefined || !isClaimable(tracked.state))
    return undefined;
  // Who has nothing to report has answered its round, and says nothing of the measure.
  if (tracked.round !== undefined && tracked.state === 'noInformation') return undefined;
  const disputed =
    state.rejections.length > 0 || Object.values(state.answers).some((answer) => answer.state === 'disputed');
  return {
    id: recordId,
    on,
    state: tracked.state,
    by: role,
    evidenced: tracked.evidenced === true,
    disputed,
  };
}

function isClaimable(state: string | undefined): state is ClaimableState {
  return claimableStates.some((one) => one === state);
}
