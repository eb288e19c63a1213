import { lastDayOf } from '../../kernel/partial-date.ts';
import type { RecordState, Spoken } from '../../lifecycle/state.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Presented } from '../../policy/present.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { type Shown, showIfSeen } from '../show.ts';

/** How far a consultation has come, read off what was done: nobody sets it by hand. */
export const stages = ['proposed', 'agenda', 'gathered', 'concluded', 'filed'] as const;
export type Stage = (typeof stages)[number];

/** The position of one member as it stands. */
export interface Given extends Spoken {
  readonly record: Presented;
  /** Its last word came after the date: it is taken, and shown so. */
  readonly late: boolean;
}

/** What a consultation has gathered, as one reader may see it. */
export interface Gathered {
  readonly stage: Stage;
  readonly given: readonly Given[];
  /** Members, countries by code and organisations by name, that have said nothing yet. */
  readonly silent: readonly string[];
  readonly outcomes: readonly Presented[];
}

/** How far it has come, as its record alone says: on the agenda once it is shared or released. */
export function stageOf({ room, state }: Pick<BoardRecord, 'room' | 'state'>): Stage {
  const { positions = [], outcomes = [], inForce, shared } = state;
  if (inForce === undefined && shared === undefined) return 'proposed';
  if (outcomes.length > 0) return 'filed';
  if (room !== undefined && 'holds' in room && room.holds.over) return 'concluded';
  return positions.length > 0 ? 'gathered' : 'agenda';
}

/** The positions and outcomes of a consultation that the viewer was shown; nothing for other records. */
export async function gathered(house: House, shown: Shown, viewer?: Actor): Promise<Gathered | undefined> {
  const record = house.board.records([shown.record.id]).get(shown.record.id);
  const room = record?.room;
  if (record === undefined || room === undefined || 'within' in room || !room.holds.gathers) return undefined;
  const { countries, organisations, answersBy } = room.holds;
  const { positions = [], outcomes = [] } = record.state;
  const limit = answersBy === undefined ? undefined : lastDayOf(answersBy);
  const given: Given[] = [];
  for (const one of positions) {
    const read = await readable(house, 'position', one.position, viewer);
    if (read === undefined) continue;
    given.push({ ...one, record: read, late: limit !== undefined && one.at.slice(0, 10) > limit });
  }
  const filed = await Promise.all(outcomes.map((id) => readable(house, 'outcome', id, viewer)));
  return {
    stage: stageOf(record),
    given,
    silent: [...countries, ...organisations].filter((who) => !positions.some(({ by }) => by === who)),
    outcomes: filed.flatMap((one) => one ?? []),
  };
}

/** What of a record is in force or shared; a newer draft of the reader's own side is not yet its word. */
async function readable(
  house: House,
  register: string,
  id: string,
  viewer: Actor | undefined,
): Promise<Presented | undefined> {
  const shown = await showIfSeen(house, register, id, viewer);
  if (shown === undefined) return undefined;
  const { record, state, draft } = shown;
  return isOver(state) || record.revision === draft?.revision ? undefined : record;
}

function isOver({ withdrawn }: RecordState): boolean {
  return withdrawn !== undefined;
}
