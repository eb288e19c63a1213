import type { Post } from '../lifecycle/post.ts';
import { linkedTo, type RecordState } from '../lifecycle/state.ts';
import type { Side, StepName, StepRule } from '../lifecycle/workflow.ts';
import { personalFields } from '../registers/personal-fields.ts';
import type { Register } from '../registers/register.ts';
import type { Actor } from './actor.ts';
import { memberOf, type Room } from './room.ts';

/** What a decision about a step rests on. */
export interface Facts {
  readonly register: Register;
  /** `unborn` for a record still to be made. */
  readonly state: RecordState;
  /** Alpha-2 codes of the countries that the record names as sharing or using. */
  readonly countries: readonly string[];
  /** Sector categories of the record, for posts that answer for a part only. */
  readonly sectors: readonly string[];
  /** The consultation that the record is, or belongs to. */
  readonly room?: Room;
}

/** Why a step is not open to an actor. */
export type Refusal =
  | { readonly code: 'notAllowed'; readonly right: string }
  | { readonly code: 'wrongStep'; readonly got: string; readonly right: string }
  | { readonly code: 'secondFactorNeeded' };

/** Nothing when the actor may take the step now; else why not. */
export function refusal(step: StepName, actor: Actor, facts: Facts): Refusal | undefined {
  const rule = facts.register.workflow[step];
  if (rule === undefined || (step === 'erase' && personalFields(facts.register).length === 0))
    return { code: 'notAllowed', right: facts.register.name };
  const { post } = actor;
  if (!rule.by.includes(post.kind)) return { code: 'notAllowed', right: rule.by.join(', ') };
  if (!onSide(rule.side, post, facts)) return { code: 'notAllowed', right: rule.side };
  if (step === 'link' && hasNoTwin(facts)) return { code: 'notAllowed', right: facts.register.name };
  const wrong = wrongState(step, facts.state);
  if (wrong !== undefined) return wrong;
  const { from, needs } = rule;
  const { state } = facts;
  if (from !== undefined && !from.includes(state.phase)) {
    return { code: 'wrongStep', got: state.phase, right: from.join(', ') };
  }
  if (needs === 'asked') return answerDue(post, state) ?? withFactor(rule, actor);
  if (needs !== undefined && !has(state, needs)) {
    return { code: 'wrongStep', got: state.phase, right: needs };
  }
  return withFactor(rule, actor);
}

/**
 * What one country alone asks or offers nobody else reports as well. Where it names several, each may have written it down;
 * and where a likely twin was found, or another country said that there is one, that is decided on.
 */
function hasNoTwin({ register, state, countries }: Facts): boolean {
  const own = register.means.some((one) => one === 'request:need' || one === 'request:offer');
  return own && state.pairs.length === 0 && countries.every((country) => country === state.owner);
}

function withFactor({ strong }: StepRule, actor: Actor): Refusal | undefined {
  return strong === true && !actor.strong ? { code: 'secondFactorNeeded' } : undefined;
}

/** What was answered once is not answered again, until a new revision asks anew. */
function answerDue({ country = '' }: Post, { answers }: RecordState): Refusal | undefined {
  const said = answers[country]?.state;
  return said === 'asked' ? undefined : { code: 'wrongStep', got: said ?? 'released', right: 'asked' };
}

/** A withdrawn or archived record is only written anew; an answer is given once asked for. */
function wrongState(step: StepName, state: RecordState): Refusal | undefined {
  const over =
    state.withdrawn !== undefined ? 'withdrawn' : state.archived !== undefined ? 'archived' : undefined;
  const revives = ['save', 'submit', 'return', 'release', 'observe', 'erase'].includes(step);
  if (over !== undefined && !revives) return { code: 'wrongStep', got: over, right: 'save' };
  if (step === 'observe' && state.owner !== undefined) {
    return { code: 'wrongStep', got: state.phase, right: 'observed' };
  }
  return undefined;
}

function has(state: RecordState, what: Exclude<StepRule['needs'], 'asked' | undefined>): boolean {
  if (what === 'draft') return state.draft !== undefined;
  const inForce = state.inForce !== undefined || state.shared !== undefined;
  return inForce && (what === 'inForce' || state.standing === 'party');
}

function onSide(side: Side, post: Post, { state, countries, sectors, room }: Facts): boolean {
  const { country } = post;
  switch (side) {
    case 'anybody':
      return true;
    case 'author':
      if (country === undefined || !mayOwn(country, state, countries)) return false;
      return post.kind === 'focalPoint' ? answersFor(post, state, sectors) : ownOrganisation(post, state);
    case 'keeper':
      if (post.kind === 'administrator') return state.number > 0;
      return country !== undefined && country === state.owner && answersFor(post, state, sectors);
    case 'owner':
      return country !== undefined && country === state.owner && answersFor(post, state, sectors);
    case 'counterpart':
      return country !== undefined && Object.hasOwn(state.answers, country) && inScope(post, sectors);
    case 'named':
      return country !== undefined && countries.includes(country) && inScope(post, sectors);
    case 'vouching':
      return (
        country !== undefined &&
        (country === state.owner ||
          state.answers[country]?.state === 'confirmed' ||
          linkedTo(state).length > 0) &&
        (country === state.owner || countries.includes(country)) &&
        inScope(post, sectors)
      );
    case 'concerned':
      return country === undefined || country === state.owner || countries.includes(country);
    case 'convenor':
      return state.number === 0 ? convenes(post, room) : state.author === post.id;
    case 'member':
      return speaks(post, state, room);
    case 'reserving':
      return state.reservations.some((reservation) => reservation.country === country);
  }
}

/** A new consultation is anybody's to begin; what belongs to one is its convenor's. */
function convenes(post: Post, room: Room | undefined): boolean {
  return room?.convenor === undefined || room.convenor === post.id;
}

/** A new position is any member's to write; one that is written, only the same member's. */
function speaks(post: Post, state: RecordState, room: Room | undefined): boolean {
  if (room === undefined) return state.number === 0;
  const member = memberOf(post, room);
  return member !== undefined && (state.number === 0 || member === (state.organisation ?? state.owner));
}

/** A new record, one's own, or what third parties say of one's country. */
function mayOwn(country: string, state: RecordState, countries: readonly string[]): boolean {
  if (state.owner !== undefined) return state.owner === country;
  return state.number === 0 || countries.includes(country);
}

/** Contributors keep to what their own organisation began, and what their focal point gave to it. */
function ownOrganisation(post: Post, state: RecordState): boolean {
  return state.number === 0 || (post.organisation !== undefined && state.organisation === post.organisation);
}

/** A post with a part of a country's records answers for that part only. */
function answersFor(post: Post, state: RecordState, sectors: readonly string[]): boolean {
  const { organisations = [] } = post;
  if (organisations.length > 0 && state.organisation !== undefined) {
    return organisations.includes(state.organisation) && inScope(post, sectors);
  }
  return inScope(post, sectors);
}

function inScope({ sectors: scope = [] }: Post, sectors: readonly string[]): boolean {
  return scope.length === 0 || sectors.length === 0 || sectors.some((one) => scope.includes(one));
}
