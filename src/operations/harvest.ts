import type { RecordId } from '../kernel/ids.ts';
import { isListed } from '../lifecycle/listed.ts';
import type { Revision } from '../lifecycle/revision.ts';
import { type Presented, present } from '../policy/present.ts';
import { findRegister } from '../registers/all-registers.ts';
import { followForReading } from './follow.ts';
import type { House } from './house.ts';
import type { BoardRecord, Told, ToldQuery } from './ports/board.ts';

/** A record that everybody knows or once knew, with the last time that anything was told of it. */
export interface Harvested {
  readonly id: RecordId;
  readonly register: string;
  readonly told: Told;
  readonly countries: readonly string[];
  /** Languages of its title. */
  readonly languages: readonly string[];
  /** As everybody may see it; absent where it is no longer offered: withdrawn, archived, rejected, or shown under another report. */
  readonly record?: Presented;
}

/** Some of what everybody was told, in order: who asks again with the last one as `after` misses nothing. */
export async function harvest(house: House, query: ToldQuery): Promise<readonly Harvested[]> {
  await followForReading(house);
  return withRecords(house, house.board.told(query));
}

/** One record; nothing where nobody outside ever knew of it. */
export async function harvestOne(
  house: House,
  register: string,
  id: RecordId,
): Promise<Harvested | undefined> {
  await followForReading(house);
  const record = house.board.records([id]).get(id);
  if (record?.register !== register) return undefined;
  const [harvested] = await withRecords(house, [record]);
  return harvested;
}

/** The whole of what is offered to everybody now, in the order of `harvest`, read a few hundred at a time. */
export async function* harvestAll(
  house: House,
  after?: Told,
): AsyncGenerator<Harvested & { readonly record: Presented }> {
  let last = after;
  for (;;) {
    const page = await withRecords(house, house.board.told({ limit: 500, ...(last && { after: last }) }));
    for (const { record, ...harvested } of page) if (record !== undefined) yield { ...harvested, record };
    last = page.at(-1)?.told;
    if (last === undefined) return;
  }
}

/** Whether copies of a record may stand elsewhere: searches find it, and no country says that it is not so. */
function isOffered({ state, ...record }: BoardRecord): boolean {
  const denied = state.standing === 'thirdParty' && state.rejections.length > 0;
  return !denied && isListed({ ...record, state });
}

async function withRecords(house: House, told: readonly BoardRecord[]): Promise<readonly Harvested[]> {
  const wanted = told.flatMap((record) => {
    const { recordId: id, state } = record;
    return isOffered(record) && state.inForce !== undefined ? [{ id, number: state.inForce }] : [];
  });
  const revisions = await house.log.revisions(wanted);
  return told.flatMap((record) => {
    const { recordId, register, countries, title, told: last } = record;
    if (last === undefined) return [];
    const shown = presented(house, record, revisions.get(recordId));
    const languages = Object.keys(title.texts);
    return [{ id: recordId, register, told: last, countries, languages, ...(shown && { record: shown }) }];
  });
}

function presented(
  house: House,
  { state }: BoardRecord,
  revision: Revision | undefined,
): Presented | undefined {
  const register = revision && findRegister(revision.register);
  if (revision === undefined || register === undefined) return undefined;
  return present(register, revision, state, 'everybody', house.board.reservations());
}
