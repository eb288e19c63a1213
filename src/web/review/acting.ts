import { audiences } from '../../fields/field.ts';
import { Fault } from '../../kernel/fault.ts';
import type { RecordState } from '../../lifecycle/state.ts';
import type { StepName } from '../../lifecycle/workflow.ts';
import type { Office } from '../../operations/house.ts';
import { actorFor } from '../../operations/posts/actor.ts';
import type { Actor } from '../../policy/actor.ts';
import { type Facts, refusal } from '../../policy/may.ts';
import { viewOf } from '../../policy/viewer.ts';
import type { Visitor } from '../desk/visitor.ts';

/** The visitor acting for each of the posts held, the one asked for first. */
export async function actorsOf(
  office: Office,
  { posts, session }: Visitor,
  wanted?: string | null,
): Promise<readonly Actor[]> {
  const first = posts.filter(({ id }) => id === wanted);
  const rest = posts.filter(({ id }) => id !== wanted);
  return Promise.all([...first, ...rest].map(({ id }) => actorFor(office, session, id)));
}

/** Whoever of them sees most of a record; of equals the first. */
export function widestView(actors: readonly Actor[], facts: Facts): Actor | undefined {
  const width = (actor: Actor): number => {
    const { work, audience } = viewOf(actor, facts);
    return work ? audiences.length : audiences.indexOf(audience);
  };
  return actors.toSorted((a, b) => width(b) - width(a))[0];
}

/** Whether a step is open to an actor: also where only the second factor is wanting, so that the page can ask for it. */
export function isOpen(step: StepName, actor: Actor, facts: Facts): boolean {
  const refused = refusal(step, actor, facts);
  return refused === undefined || refused.code === 'secondFactorNeeded';
}

/** Steps that policy lets pass and that would say nothing new. */
export function isIdle(step: StepName, { post, account }: Actor, state: RecordState): boolean {
  const said = state.answers[post.country ?? '']?.state;
  switch (step) {
    case 'confirm':
      return said === 'confirmed';
    case 'letPass':
      return said === 'letPass';
    case 'release':
      return state.draft === undefined || state.approvedBy.includes(account);
    case 'part':
      return state.pairs.length === 0;
    default:
      return false;
  }
}

/** Why none of them may take a step: the reason that holds for the first. */
export function refusedTo(actors: readonly Actor[], step: StepName, facts: Facts): Fault {
  const [first] = actors;
  const refused = first === undefined ? undefined : refusal(step, first, facts);
  if (first === undefined || refused === undefined) return new Fault('noHolder', { post: '' });
  const { code, ...why } = refused;
  return new Fault(code, { step, post: first.post.id, ...why });
}
