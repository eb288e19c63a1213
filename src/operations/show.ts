import { Fault } from '../kernel/fault.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { RecordEvent } from '../lifecycle/event.ts';
import { afterEvent, afterRevision } from '../lifecycle/fold-state.ts';
import type { Revision } from '../lifecycle/revision.ts';
import { type RecordState, unborn } from '../lifecycle/state.ts';
import type { Actor } from '../policy/actor.ts';
import { type Presented, present } from '../policy/present.ts';
import { type View, viewOf, visibleEvent, visibleState } from '../policy/viewer.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { Register } from '../registers/register.ts';
import { factsOf } from './facts-of.ts';
import type { House } from './house.ts';
import type { LogEntry } from './ports.ts';

/** A record with its whole life, as far as the viewer may see it. */
export interface Shown {
  /** What is in force, or shared in a closed room; for those who may see it, the draft where nothing is. */
  readonly record: Presented;
  /** The newest draft, where one is under way and the viewer is of the owner's side. */
  readonly draft?: Presented;
  readonly state: RecordState;
  /** Oldest first. */
  readonly revisions: readonly Presented[];
  readonly events: readonly RecordEvent[];
  /** Sequence number of the last entry: who acts on the record says that this was seen. */
  readonly seq: number;
  readonly view: View;
}

/** The same for what somebody may not see or what is not there: it is passed over in silence. Any other error goes on. */
export async function showIfSeen(
  house: House,
  register: string,
  id: RecordId,
  viewer?: Actor,
): Promise<Shown | undefined> {
  try {
    return await show(house, register, id, viewer);
  } catch (error) {
    if (error instanceof Fault && error.code === 'notFound') return undefined;
    throw error;
  }
}

/** @throws Fault `unknownRegister`, `notFound`: also for a record of which the viewer may see nothing. */
export async function show(house: House, register: string, id: RecordId, viewer?: Actor): Promise<Shown> {
  const declared = getRegister(register);
  const life = lifeOf(await house.log.history(id), register);
  const { state, seq } = life;
  const last = life.revisions[life.revisions.length - 1];
  if (last === undefined) throw new Fault('notFound', { register, id });
  // What a draft says gives nobody a right before it is released.
  const read = state.inForce ?? state.shared?.revision;
  const known = life.revisions.find(({ number }) => number === read) ?? last;
  const view = viewOf(viewer, factsOf(house.board, declared, state, known));
  const presented = (revision: Revision) =>
    present(declared, revision, state, view.audience, house.board.reservations());
  const seen = view.inRoom === true ? life.shared : life.public;
  const visible = life.revisions.filter(({ number }) => view.work || seen.has(number));
  const inForce = visible.find(({ number }) => number === read);
  const draft = view.work ? visible.find(({ number }) => number === state.draft) : undefined;
  const shown = inForce ?? draft;
  if (shown === undefined) throw new Fault('notFound', { register, id });
  return {
    record: presented(shown),
    ...(draft === undefined ? {} : { draft: presented(draft) }),
    state: visibleState(state, view),
    revisions: visible.map(presented),
    events: life.events.flatMap((event) => visibleEvent(declared, event, view) ?? []),
    seq,
    view,
  };
}

interface Life {
  readonly state: RecordState;
  readonly revisions: readonly Revision[];
  readonly events: readonly RecordEvent[];
  /** Numbers of the revisions that were in force at any time. */
  readonly public: ReadonlySet<number>;
  /** Numbers of those that were shared in a closed room. */
  readonly shared: ReadonlySet<number>;
  readonly seq: number;
}

function lifeOf(entries: readonly LogEntry[], register: Register['name']): Life {
  const revisions: Revision[] = [];
  const events: RecordEvent[] = [];
  const inForce = new Set<number>();
  const shared = new Set<number>();
  let state = unborn;
  let seq = 0;
  for (const entry of entries) {
    if (entry.kind === 'revision' && entry.revision.register === register) {
      revisions.push(entry.revision);
      state = afterRevision(state, entry.revision);
    } else if (entry.kind === 'event' && entry.event.register === register) {
      events.push(entry.event);
      state = afterEvent(state, entry.event);
    } else continue;
    seq = entry.seq;
    if (state.inForce !== undefined) inForce.add(state.inForce);
    if (state.shared !== undefined) shared.add(state.shared.revision);
  }
  return { state, revisions, events, public: inForce, shared, seq };
}
