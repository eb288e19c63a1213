import { type ClaimableState, claimableStates, type Entry, type MeasureState } from '../../followup/entry.ts';
import { type Deadline, deadlineOf, type Lateness, latenessOf } from '../../followup/lateness.ts';
import { type Standing, standingAsOf } from '../../followup/standing.ts';
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
  const { tracked } = measure;
  const said = tracking.about(measure.recordId).flatMap((one) => entryOf(one) ?? []);
  const deadline = deadlineOf(tracked.due, endOf(tracking, tracked.dueAt));
  const from = adoptionOf(tracking, measure);
  const standing = standingAsOf(said, asOf, { from, deadline });
  return {
    measure,
    standing,
    ...(deadline === undefined ? {} : { deadline, ...lateness(standing, deadline, asOf) }),
    reports: said.filter(({ on }) => lastDayOf(on) <= asOf).length,
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
