import { Fault } from '../../kernel/fault.ts';
import type { Actor } from '../../policy/actor.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { type Act, eventEntry, revisionInForce, takeStep } from './take-step.ts';

/** Says that the revision in force is still right. @throws as `takeStep`. */
export function reconfirm(house: House, actor: Actor, act: Act): Promise<BoardRecord> {
  return takeStep(house, actor, 'reconfirm', act, (subject, base) => {
    const { country } = actor.post;
    const revision = revisionInForce(subject, undefined);
    return [
      eventEntry({ ...base, type: 'reconfirmed', revision, ...(country === undefined ? {} : { country }) }),
    ];
  });
}

/** What became of each record of a checked list. */
export interface ManyOutcome {
  readonly id: string;
  readonly done: boolean;
  /** Why not. */
  readonly fault?: Fault;
}

/** The same act on a checked list: each record by itself, so that one that moved holds up none of the others. */
export async function forEach(
  acts: readonly Act[],
  take: (act: Act) => Promise<unknown>,
): Promise<readonly ManyOutcome[]> {
  const outcomes: ManyOutcome[] = [];
  for (const act of acts) {
    try {
      await take(act);
      outcomes.push({ id: act.id, done: true });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      outcomes.push({ id: act.id, done: false, fault: error });
    }
  }
  return outcomes;
}
