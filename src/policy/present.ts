import type { Audience } from '../fields/field.ts';
import type { RecordId } from '../kernel/ids.ts';
import { type Confirmation, confirmationOf, dueOn } from '../lifecycle/freshness.ts';
import type { Kept, Origin, Revision, Standing } from '../lifecycle/revision.ts';
import {
  type Answer,
  linkedTo,
  type RecordState,
  type Rejection,
  type Reservation,
} from '../lifecycle/state.ts';
import type { Register } from '../registers/register.ts';
import { heard, mayHearOf, maySee } from './hearing.ts';
import { reservationsShown } from './reserved-labels.ts';

export { maySee } from './hearing.ts';

declare const presented: unique symbol;

/** A record as one audience may see it. Only `present` makes one. */
export interface Presented {
  readonly [presented]: true;
  readonly id: RecordId;
  readonly register: Register;
  readonly revision: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly changedAt: string;
  readonly post: string;
  readonly origin: Origin;
  readonly standing: Standing;
  readonly review: Review;
  readonly withdrawn?: NonNullable<RecordState['withdrawn']>;
  readonly archived?: NonNullable<RecordState['archived']>;
  readonly reason?: string;
  /** What a source said beside the values: only where it was asked for (`withKept`). */
  readonly kept?: PresentedKept;
}

/** What a source said, as one audience may have it. */
export interface PresentedKept {
  readonly source: Kept;
  /** Whether a later source than the record's first one said it: then the values may hold more than it. */
  readonly later: boolean;
  /** What the values were beside which it was kept, as the audience may see them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Fields that the audience may not see: a codec leaves out every part of the source that says what they hold. */
  readonly hides: ReadonlySet<string>;
}

/** What the countries have said of a record, as far as the audience may know it. */
export interface Review {
  /** The country whose record it is; absent for what third parties observe. */
  readonly owner?: string;
  readonly confirmation: Confirmation;
  /** By country; objections to fields that the audience may not see are left out. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly rejections: readonly Rejection[];
  readonly reservations: readonly Reservation[];
  readonly confirmed?: NonNullable<RecordState['confirmed']>;
  /** The day from which the record wants a fresh confirmation. */
  readonly dueOn?: string;
  /** Records that report the same initiative, as both sides have said. */
  readonly linked: readonly RecordId[];
}

/** The values of the fields that an audience may see: fields meant for others are left out, not blanked. */
export function visibleValues(
  register: Register,
  values: Readonly<Record<string, unknown>>,
  audience: Audience,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
      return field !== undefined && maySee(audience, field.seenBy);
    }),
  );
}

/** One revision as an audience may see it. `words`: the reservations of countries on labels and words. */
export function present(
  register: Register,
  revision: Revision,
  state: RecordState,
  audience: Audience,
  words: readonly Reservation[] = [],
): Presented {
  const { withdrawn, archived } = state;
  const values = visibleValues(register, revision.values, audience);
  const review = reviewOf(register, state, audience);
  const reservations = [...review.reservations, ...reservationsShown(register, values, words)];
  // The brand exists in types only: this function is the one place that gives it.
  return {
    id: revision.recordId,
    register,
    revision: revision.number,
    values,
    changedAt: revision.at,
    post: revision.post,
    origin: revision.origin,
    standing: state.standing,
    review: { ...review, reservations },
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(archived === undefined ? {} : { archived }),
    ...(revision.reason === undefined ? {} : { reason: revision.reason }),
  } as unknown as Presented;
}

function reviewOf(register: Register, state: RecordState, audience: Audience): Review {
  const { owner, confirmed, rejections } = state;
  const due = dueOn(state, register.confirmEveryMonths);
  const released = state.standing === 'party';
  return {
    ...(owner === undefined || !released ? {} : { owner }),
    confirmation: confirmationOf(state),
    answers: Object.fromEntries(
      Object.entries(state.answers).map(([country, answer]) => [country, heard(register, answer, audience)]),
    ),
    rejections,
    reservations: state.reservations.filter(
      ({ on }) => on.kind !== 'field' || mayHearOf(register, on.field, audience),
    ),
    ...(confirmed === undefined ? {} : { confirmed }),
    ...(due === undefined ? {} : { dueOn: due }),
    linked: linkedTo(state),
  };
}
