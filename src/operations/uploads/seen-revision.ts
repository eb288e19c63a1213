import type { Actor } from '../../policy/actor.ts';
import { visibleValues } from '../../policy/present.ts';
import { viewOf } from '../../policy/viewer.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { factsOn } from '../facts-of.ts';
import type { BoardRecord } from '../ports/board.ts';

/** The revision that a post works on: the draft under way where it is of that side, else what is in force. Undefined: it sees none. */
export function seenBy(actor: Actor, record: BoardRecord): number | undefined {
  const { state } = record;
  const { work } = viewOf(actor, factsOn(record));
  return (work ? state.draft : undefined) ?? state.inForce;
}

/** What of a revision's values the post may see. */
export function valuesSeenBy(
  actor: Actor,
  record: BoardRecord,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return visibleValues(getRegister(record.register), values, viewOf(actor, factsOn(record)).audience);
}
