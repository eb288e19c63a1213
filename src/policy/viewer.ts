import type { Audience } from '../fields/field.ts';
import type { RecordEvent } from '../lifecycle/event.ts';
import { agreedWith, countedOnly } from '../lifecycle/matched.ts';
import type { RecordState } from '../lifecycle/state.ts';
import type { Register } from '../registers/register.ts';
import type { Actor } from './actor.ts';
import { heard, mayHearOf } from './hearing.ts';
import { type Facts, refusal } from './may.ts';
import { isInRoom } from './room.ts';

/** How much of a record somebody may see. Nobody in particular: what everybody sees. */
export interface View {
  readonly audience: Audience;
  /** Drafts, remarks and the steps of the work: the owner's side alone. */
  readonly work: boolean;
  /** Reads what is shared in a closed room. */
  readonly inRoom?: true;
}

export const publicView: View = { audience: 'everybody', work: false };
const roomView: View = { audience: 'partners', work: false, inRoom: true };

/** Whether a record belongs to a closed room of which somebody may know nothing. */
export function isHidden(actor: Actor | undefined, facts: Facts): boolean {
  if (facts.room?.closed !== true || facts.state.number === 0) return false;
  const { work, inRoom } = viewOf(actor, facts);
  return !work && inRoom !== true;
}

/**
 * The side that may write a record sees all of it; focal points of the other countries it names and secretariats see
 * what is meant for partners. Of what belongs to a closed room its members see what was shared with them, and others nothing.
 */
export function viewOf(actor: Actor | undefined, facts: Facts): View {
  if (actor === undefined) return publicView;
  const { post } = actor;
  const { state, countries, room } = facts;
  const writes = refusal('save', actor, facts)?.code !== 'notAllowed';
  const owns = (state.owner !== undefined && state.owner === post.country) || state.author === post.id;
  if (owns && writes) return { audience: 'focalPoint', work: true };
  if (room?.closed === true)
    return isInRoom(post, room) && state.shared !== undefined ? roomView : publicView;
  const named = post.kind === 'focalPoint' && post.country !== undefined && countries.includes(post.country);
  const agreed = post.kind === 'focalPoint' && agreedWith(state.matches).has(post.country ?? '');
  if (named || agreed || post.kind === 'secretariat') return { audience: 'partners', work: false };
  return publicView;
}

/** Steps of the work inside a country; nobody else hears of them. */
const inside: ReadonlySet<RecordEvent['type']> = new Set([
  'submitted',
  'returned',
  'entrusted',
  'approved',
  'shared',
]);

/** An event as somebody may know it; nothing where it is not for them. Who held the post is for the owner's side. */
export function visibleEvent(register: Register, event: RecordEvent, view: View): RecordEvent | undefined {
  if (view.work) return event;
  if (inside.has(event.type)) return undefined;
  if (event.type === 'matchMoved' && event.closed) return undefined;
  if (event.type === 'reserved' && event.on.kind === 'field') {
    if (!mayHearOf(register, event.on.field, view.audience)) return undefined;
  }
  if (event.type === 'erased' && event.of.length > 0)
    return visibleEvent(register, { ...event, of: [] }, view);
  const {
    holder: _,
    key: __,
    request: ___,
    ...rest
  } = event.type === 'disputed' || event.type === 'declined' ? heard(register, event, view.audience) : event;
  // Leaving out an optional member keeps the kind of event; the type system forgets that across the union.
  return rest as RecordEvent;
}

/** The state without what belongs to the work inside a country. */
export function visibleState(state: RecordState, view: View): RecordState {
  if (view.work) return state;
  const { draft: _, author: __, organisation: ___, aside: ____, ...rest } = state;
  return {
    ...rest,
    phase: phaseSeen(state),
    remarks: [],
    approvedBy: [],
    ...(state.matches === undefined ? {} : { matches: countedOnly(state.matches) }),
  };
}

function phaseSeen({ inForce, shared, standing }: RecordState): RecordState['phase'] {
  if (inForce === undefined && shared === undefined) return 'draft';
  return standing === 'party' ? 'released' : 'observed';
}
