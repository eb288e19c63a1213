import type { Actor } from '../../policy/actor.ts';
import { visibleValues } from '../../policy/present.ts';
import { viewOf } from '../../policy/viewer.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { factsOn } from '../facts-of.ts';
import type { Board, BoardRecord } from '../ports/board.ts';

/** The revision that a post works on: the draft under way where it is of that side, else what is in force or shared with it. Undefined: it sees none. */
export function seenBy(board: Board, actor: Actor, record: BoardRecord): number | undefined {
  const { state } = record;
  const { work, inRoom } = viewOf(actor, factsOn(board, record));
  const shared = work || inRoom === true ? state.shared?.revision : undefined;
  return (work ? state.draft : undefined) ?? state.inForce ?? shared;
}

/** What of a revision's values the post may see. */
export function valuesSeenBy(
  board: Board,
  actor: Actor,
  record: BoardRecord,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return visibleValues(getRegister(record.register), values, viewOf(actor, factsOn(board, record)).audience);
}
