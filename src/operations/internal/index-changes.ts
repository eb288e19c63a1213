import type { RecordId } from '../../kernel/ids.ts';
import { confirmationOf, dueOn } from '../../lifecycle/freshness.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { linkedTo } from '../../lifecycle/state.ts';
import { speakerId } from '../../policy/speaker.ts';
import { findRegister } from '../../registers/all-registers.ts';
import type { Digest } from '../../registers/digest.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { IndexChange } from '../ports.ts';
import { publicDigest } from './board-record.ts';
import { revisionName, type Unfolded } from './unfold.ts';

/** What the index is told of the records touched: each as the public sees it now, or that the public sees it no more. */
export async function indexChanges(house: House, { touched, digests }: Unfolded): Promise<IndexChange[]> {
  const older = [...touched.values()].flatMap(({ recordId: id, state }) =>
    state.inForce === undefined || digests.has(revisionName(id, state.inForce))
      ? []
      : [{ id, number: state.inForce }],
  );
  const loaded = older.length === 0 ? new Map<RecordId, Revision>() : await house.log.revisions(older);
  return [...touched.values()].flatMap((record): IndexChange[] => {
    const { recordId, register, state } = record;
    if (findRegister(register) === undefined) return [];
    if (!isListed(record) || state.inForce === undefined) return [{ remove: { recordId, register } }];
    const digest = digests.get(revisionName(recordId, state.inForce)) ?? digestOfLoaded(loaded.get(recordId));
    if (digest === undefined) return [];
    return [{ put: { recordId, register, ...withCare(record, digest), changed: record.changed } }];
  });
}

function digestOfLoaded(revision: Parameters<typeof publicDigest>[0] | undefined): Digest | undefined {
  return revision === undefined ? undefined : publicDigest(revision);
}

/**
 * Whether searches find a record: something of it is in force, it is neither withdrawn nor archived, and of reports
 * that were linked as one initiative it is the one that stands for all.
 */
export function isListed({ recordId, state }: Pick<BoardRecord, 'recordId' | 'state'>): boolean {
  if (state.inForce === undefined || state.withdrawn !== undefined || state.archived !== undefined)
    return false;
  return firstOf(recordId, linkedTo(state)) === recordId;
}

/** Of linked reports the one under whose address both are shown: any rule will do that both sides reckon alike. */
export function firstOf(id: RecordId, linked: readonly RecordId[]): RecordId {
  return [id, ...linked].sort()[0] ?? id;
}

/** With what the countries have said, and from when on a fresh word is wanted. */
function withCare({ register, state }: BoardRecord, digest: Digest): Digest {
  const months = findRegister(register)?.confirmEveryMonths ?? 0;
  return {
    ...digest,
    facets: {
      ...digest.facets,
      confirmation: [confirmationOf(state)],
      organisation: state.standing === 'party' ? spokenBy(state, digest) : [],
      due: [dueOn(state, months) ?? 'never'],
    },
  };
}

/** Whose word it is: as the revision says, unless the country has made somebody else's statement its own. */
function spokenBy(
  { owner }: BoardRecord['state'],
  { facets: { organisation = [] } }: Digest,
): readonly string[] {
  return organisation.length > 0 || owner === undefined ? organisation : [speakerId({ country: owner })];
}
