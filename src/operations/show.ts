import type { Audience } from '../fields/field.ts';
import { Fault } from '../kernel/fault.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { RecordEvent } from '../lifecycle/event.ts';
import type { Revision } from '../lifecycle/revision.ts';
import { afterEvent, afterRevision, type RecordState, unborn } from '../lifecycle/state.ts';
import { type Presented, present } from '../policy/present.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { House } from './house.ts';

/** A record with its whole life: newest state first, every revision and event in order. */
export interface Shown {
  readonly record: Presented;
  readonly state: RecordState;
  /** Oldest first. */
  readonly revisions: readonly Presented[];
  readonly events: readonly RecordEvent[];
}

/** @throws Fault `unknownRegister`, `notFound`. */
export async function show(
  house: House,
  register: string,
  id: RecordId,
  audience: Audience = 'everybody',
): Promise<Shown> {
  const declared = getRegister(register);
  const revisions: Revision[] = [];
  const events: RecordEvent[] = [];
  let state = unborn;
  for (const entry of await house.log.history(id)) {
    if (entry.kind === 'revision' && entry.revision.register === register) {
      revisions.push(entry.revision);
      state = afterRevision(state, entry.revision);
    } else if (entry.kind === 'event' && entry.event.register === register) {
      events.push(entry.event);
      state = afterEvent(state, entry.event);
    }
  }
  const newest = revisions[revisions.length - 1];
  if (newest === undefined) throw new Fault('notFound', { register, id });
  return {
    record: present(declared, newest, state, audience),
    state,
    revisions: revisions.map((revision) => present(declared, revision, state, audience)),
    events,
  };
}
