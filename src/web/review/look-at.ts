import { Fault } from '../../kernel/fault.ts';
import { factsOn } from '../../operations/facts-of.ts';
import { follow } from '../../operations/follow.ts';
import type { Office } from '../../operations/house.ts';
import { type Shown, show } from '../../operations/show.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Facts } from '../../policy/may.ts';
import type { Visitor } from '../desk/visitor.ts';
import { actorsOf, widestView } from './acting.ts';

/** A record as one visitor sees it, with all in whose name he or she can act on it. */
export interface VisitorLook {
  readonly shown: Shown;
  readonly facts: Facts;
  readonly actors: readonly Actor[];
  readonly visitor: Visitor;
}

/**
 * A record for somebody signed in, seen from the post asked for or from that of his or her posts which sees most.
 * @throws Fault `notFound`, `unknownRegister`.
 */
export async function lookAt(
  office: Office,
  register: string,
  id: string,
  visitor: Visitor,
  wanted?: string | null,
): Promise<VisitorLook> {
  const actors = await actorsOf(office, visitor, wanted);
  await follow(office);
  const known = office.board.records([id]).get(id);
  if (known === undefined || known.register !== register) throw new Fault('notFound', { register, id });
  const facts = factsOn(office.board, known);
  return { shown: await show(office, register, id, widestView(actors, facts)), facts, actors, visitor };
}
