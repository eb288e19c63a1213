import type { Audience } from '../fields/field.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { Origin, Revision, Standing } from '../lifecycle/revision.ts';
import type { RecordState } from '../lifecycle/state.ts';
import type { Register } from '../registers/register.ts';

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
  readonly withdrawn?: NonNullable<RecordState['withdrawn']>;
  readonly reason?: string;
}

const sees: Readonly<Record<Audience, readonly Audience[]>> = {
  everybody: ['everybody'],
  partners: ['everybody', 'partners'],
  focalPoint: ['everybody', 'partners', 'focalPoint'],
};

/** Whether values of a field may be shown to an audience. */
export function maySee(audience: Audience, seenBy: Audience): boolean {
  return sees[audience].includes(seenBy);
}

/** One revision as an audience may see it: fields meant for others are left out, not blanked. */
export function present(
  register: Register,
  revision: Revision,
  state: Pick<RecordState, 'standing' | 'withdrawn'>,
  audience: Audience,
): Presented {
  const values = Object.fromEntries(
    Object.entries(revision.values).filter(([name]) => {
      const field = register.fields[name];
      return field !== undefined && maySee(audience, field.seenBy);
    }),
  );
  const { withdrawn } = state;
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
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(revision.reason === undefined ? {} : { reason: revision.reason }),
  } as Presented;
}
