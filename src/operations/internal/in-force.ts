import type { RecordId } from '../../kernel/ids.ts';
import { type Presented, present } from '../../policy/present.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { House } from '../house.ts';

/** The revisions in force of several records, in the order asked for, as everybody may see them. */
export async function inForce(house: House, ids: readonly RecordId[]): Promise<readonly Presented[]> {
  const records = house.board.records(ids);
  const wanted = [...records.values()].flatMap(({ recordId: id, state }) =>
    state.inForce === undefined ? [] : [{ id, number: state.inForce }],
  );
  const revisions = await house.log.revisions(wanted);
  return ids.flatMap((id) => {
    const revision = revisions.get(id);
    const record = records.get(id);
    if (revision === undefined || record === undefined) return [];
    return [
      present(
        getRegister(revision.register),
        revision,
        record.state,
        'everybody',
        house.board.reservations(),
      ),
    ];
  });
}
