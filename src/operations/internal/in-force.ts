import type { Audience } from '../../fields/field.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { RecentlyUsed } from '../../kernel/recently-used.ts';
import type { Reservation } from '../../lifecycle/state.ts';
import { type Presented, present } from '../../policy/present.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';

/** A record as everybody sees it, with all that it was made from: it holds as long as these are the same. */
interface Made {
  readonly record: BoardRecord;
  readonly words: readonly Reservation[];
  readonly presented: Presented;
}

/** Some 8 kB each. */
const room = 4_000;
const madeIn = new WeakMap<House, RecentlyUsed<RecordId, Made>>();

/** The revisions in force of several records, in the order asked for, as everybody may see them. */
export async function inForce(house: House, ids: readonly RecordId[]): Promise<readonly Presented[]> {
  const made = madeIn.get(house) ?? new RecentlyUsed(room);
  madeIn.set(house, made);
  const records = house.board.records(ids);
  const words = house.board.reservations();
  const found = new Map<RecordId, Presented>();
  for (const record of records.values()) {
    const known = made.find(record.recordId);
    if (known?.record === record && known.words === words) found.set(record.recordId, known.presented);
  }
  const wanted = [...records.values()].flatMap(({ recordId: id, state }) =>
    state.inForce === undefined || found.has(id) ? [] : [{ id, number: state.inForce }],
  );
  const revisions = await house.log.revisions(wanted);
  for (const [id, revision] of revisions) {
    const record = records.get(id);
    if (record === undefined) continue;
    const register = getRegister(revision.register);
    const presented = present(register, revision, record.state, 'everybody', words);
    made.keep(id, { record, words, presented });
    found.set(id, presented);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The same as another audience may see them, each time anew. */
export async function inForceFor(
  house: House,
  ids: readonly RecordId[],
  audience: Audience,
): Promise<readonly Presented[]> {
  if (audience === 'everybody') return inForce(house, ids);
  const records = house.board.records(ids);
  const wanted = [...records.values()].flatMap(({ recordId: id, state }) =>
    state.inForce === undefined ? [] : [{ id, number: state.inForce }],
  );
  const revisions = await house.log.revisions(wanted);
  const words = house.board.reservations();
  return ids.flatMap((id) => {
    const [revision, record] = [revisions.get(id), records.get(id)];
    if (revision === undefined || record === undefined) return [];
    return [present(getRegister(revision.register), revision, record.state, audience, words)];
  });
}
