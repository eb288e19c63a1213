import type { Audience } from '../fields/field.ts';
import type { RecordEvent } from '../lifecycle/event.ts';
import { agreedWith, countedOnly, type MatchMove } from '../lifecycle/matched.ts';
import { isAgreedByAll, type RecordState } from '../lifecycle/state.ts';
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
  /** Of those who see the work: the country of the post. */
  readonly country?: string;
  /** Reads what is shared in a closed room. */
  readonly inRoom?: true;
}

export const publicView: View = { audience: 'everybody', work: false };

/** Whether a record belongs to a closed room of which somebody may know nothing. */
export function isHidden(actor: Actor | undefined, facts: Facts): boolean {
  if (facts.room?.closed !== true || facts.state.number === 0) return false;
  const { work, inRoom } = viewOf(actor, facts);
  return !work && inRoom !== true;
}

/**
 * The side that may write a record sees all of it; focal points of the other countries it names and secretariats see
 * what is meant for partners; what is shared on agreement those see with whom something is agreed. Of what belongs to a closed room its members see what was shared with them, and others nothing.
 */
export function viewOf(actor: Actor | undefined, facts: Facts): View {
  if (actor === undefined) return publicView;
  const { post } = actor;
  const { register, state, countries, room } = facts;
  const writes = refusal('save', actor, facts)?.code !== 'notAllowed';
  const owns = (state.owner !== undefined && state.owner === post.country) || state.author === post.id;
  if (owns && writes) {
    const { country } = post;
    return { audience: 'focalPoint', work: true, ...(country === undefined ? {} : { country }) };
  }
  if (room?.closed === true)
    return isInRoom(post, room) && state.shared !== undefined
      ? { audience: partnersOn(facts), work: false, inRoom: true }
      : publicView;
  const speaks = post.kind === 'focalPoint';
  if (speaks && agreedWith(state.matches).has(post.country ?? '')) return { audience: 'agreed', work: false };
  if (speaks && post.country !== undefined && countries.includes(post.country))
    return { audience: partnersOn(facts), work: false };
  // Of an answer the two sides alone read contacts, and why one declined.
  const besides = post.kind === 'secretariat' && !register.means.includes('request:match');
  return besides ? { audience: 'partners', work: false } : publicView;
}

/**
 * What the countries see that a record names. Who asks or offers together is of one side: what is shared on agreement is their
 * own. The two sides of an answer see that when both have agreed.
 */
function partnersOn({ register: { means }, state }: Facts): Audience {
  if (means.includes('request:match')) return isAgreedByAll(state) ? 'agreed' : 'partners';
  return means.includes('request:need') || means.includes('request:offer') ? 'agreed' : 'partners';
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
  if (event.type === 'matchMoved' && event.closed && !isSide(event, view)) return undefined;
  if (view.work) return event;
  if (inside.has(event.type)) return undefined;
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
  const { matches } = state;
  const known = matches?.flatMap((one) => (isSide(one, view) ? [one] : countedOnly([one])));
  if (view.work) return known === undefined ? state : { ...state, matches: known };
  const { draft: _, author: __, organisation: ___, aside: ____, ...rest } = state;
  return {
    ...rest,
    phase: phaseSeen(state),
    remarks: [],
    approvedBy: [],
    ...(known === undefined ? {} : { matches: known }),
  };
}

/** Whether an answer is of the viewer's own side: who asks or offers together with others is no side of what one of these agrees alone. */
function isSide({ by, for: asking }: Pick<MatchMove, 'by' | 'for'>, { work, country = '' }: View): boolean {
  return work && [...by, ...asking].includes(country);
}

function phaseSeen({ inForce, shared, standing }: RecordState): RecordState['phase'] {
  if (inForce === undefined && shared === undefined) return 'draft';
  return standing === 'party' ? 'released' : 'observed';
}
