import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { isRecordId, recordIdFrom } from '../../kernel/ids.ts';
import { factsOfNew, factsOn } from '../../operations/facts-of.ts';
import { follow } from '../../operations/follow.ts';
import type { Office } from '../../operations/house.ts';
import { type Shown, show } from '../../operations/show.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Facts } from '../../policy/may.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import { getVisitor, type Visitor } from '../desk/visitor.ts';
import { actorsOf, isOpen, refusedTo, widestView } from './acting.ts';

/** Somebody at the form of a record. */
export interface Desk {
  readonly register: Register;
  readonly id: string;
  /** As the writer sees it; absent for a record still to be written. */
  readonly shown?: Shown;
  readonly facts: Facts;
  readonly actor: Actor;
  /** The visitor for other posts that may write it too. */
  readonly others: readonly Actor[];
  /** Writes as a third party: in force at once, with a source. */
  readonly observes: boolean;
  readonly visitor: Visitor;
}

/**
 * Who writes which record, from the address or from the form that came back. Of several posts the one asked for, else
 * the first that may.
 * @throws Fault `signInNeeded`, `notFound`, `notAllowed` when none of the posts may write it.
 */
export async function deskOf(office: Office, c: Context, given: URLSearchParams): Promise<Desk> {
  const visitor = await getVisitor(office, c);
  const register = getRegister(c.req.param('register') ?? '');
  const wanted = given.get('post');
  const actors = await actorsOf(office, visitor, wanted);
  const observes = given.get('as') === 'observer';
  const step = observes ? 'observe' : 'save';
  const id = c.req.param('id') ?? newId(register, given);
  await follow(office);
  const known = office.board.records([id]).get(id);
  const missing = known === undefined && c.req.param('id') !== undefined;
  if (missing || (known !== undefined && known.register !== register.name)) {
    throw new Fault('notFound', { register: register.name, id });
  }
  const facts = known === undefined ? factsOfNew(register.name) : factsOn(office.board, known);
  const [actor, ...others] = actors.filter((one) => isOpen(step, one, facts));
  const viewer = actor ?? widestView(actors, facts);
  // First whether there is anything to see: to others a draft is not there at all.
  const shown = known === undefined ? {} : { shown: await show(office, register.name, id, viewer) };
  if (actor === undefined) throw refusedTo(actors, step, facts);
  return { register, id, ...shown, facts, actor, others, observes, visitor };
}

/** Chosen when the form is first shown and carried in it, so that a form sent twice makes one record. */
function newId(register: Register, given: URLSearchParams): string {
  const carried = given.get('record') ?? '';
  return isRecordId(carried) ? carried : recordIdFrom(register.name, randomUUID());
}
