import { langText } from '../../kernel/lang-text.ts';
import { unknownLanguage } from '../../kernel/language-tag.ts';
import type { Actor } from '../../policy/actor.ts';
import { viewOf, visibleState } from '../../policy/viewer.ts';
import { factsOn } from '../facts-of.ts';
import type { Board, BoardRecord } from '../ports/board.ts';

/**
 * Records of the board as a post may know them: whoever is not of the side that writes a record reads what is in force,
 * not what a draft says, and nothing of the work. A record of which the post may know nothing keeps its id alone.
 */
export function seenBy(
  board: Board,
  actor: Actor,
  records: readonly BoardRecord[],
): ReadonlyMap<string, BoardRecord> {
  return new Map(records.map((record) => [record.recordId, oneSeenBy(board, actor, record)]));
}

/** Of the records with these ids those of which a post may know: of the others it is not even said that there are any. */
export function knownTo(board: Board, actor: Actor, ids: readonly string[]): readonly BoardRecord[] {
  return [...board.records(ids).values()].filter((record) => {
    const { work, inRoom } = viewOf(actor, factsOn(board, record));
    return work || inRoom === true || record.state.inForce !== undefined;
  });
}

function oneSeenBy(board: Board, actor: Actor, record: BoardRecord): BoardRecord {
  const view = viewOf(actor, factsOn(board, record));
  if (view.work) return record;
  const { drafted: _, ...rest } = record;
  const state = visibleState(record.state, view);
  if (record.state.inForce !== undefined || view.inRoom === true) return { ...rest, state };
  const { request: __, ...bare } = rest;
  return { ...bare, state, title: langText(unknownLanguage, record.recordId), countries: [], sectors: [] };
}
