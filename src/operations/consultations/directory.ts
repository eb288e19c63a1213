import { isListed } from '../../lifecycle/listed.ts';
import type { Actor } from '../../policy/actor.ts';
import { viewOf } from '../../policy/viewer.ts';
import { factsOn } from '../facts-of.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { seenBy } from '../review/seen-by.ts';
import { type Stage, stageOf } from './gathered.ts';

/** One consultation in the list. */
export interface Listed {
  readonly record: BoardRecord;
  readonly stage: Stage;
  readonly answersBy?: string;
  readonly closed: boolean;
}

/** Consultations that everybody may see, and those besides that a reader is in or convenes; first what is still open, by date. */
export function consultations(
  { board }: House,
  actors: readonly Actor[],
): { readonly everybody: readonly Listed[]; readonly own: readonly Listed[] } {
  const rooms = board
    .rooms()
    .filter(({ room }) => room !== undefined && 'holds' in room && room.holds.gathers);
  const everybody = rooms.filter((record) => isListed(record));
  const own = new Map<string, BoardRecord>();
  for (const actor of actors) {
    const mine = rooms.filter((record) => {
      const { work, inRoom } = viewOf(actor, factsOn(board, record));
      return record.state.inForce === undefined && (work || inRoom === true);
    });
    for (const [id, record] of seenBy(board, actor, mine)) if (!own.has(id)) own.set(id, record);
  }
  return { everybody: inOrder(everybody), own: inOrder([...own.values()]) };
}

function inOrder(records: readonly BoardRecord[]): readonly Listed[] {
  return records.map(listed).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function listed(record: BoardRecord): Listed {
  const { room } = record;
  const holds = room !== undefined && 'holds' in room ? room.holds : undefined;
  return {
    record,
    stage: stageOf(record),
    closed: holds?.closed ?? true,
    ...(holds?.answersBy === undefined ? {} : { answersBy: holds.answersBy }),
  };
}

function orderOf({ stage, answersBy = '~', record }: Listed): string {
  const ended = stage === 'concluded' || stage === 'filed';
  return `${ended ? 1 : 0} ${answersBy} ${record.recordId}`;
}
