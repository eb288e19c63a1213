import type { RecordId } from '../../kernel/ids.ts';
import { confirmationOf, dueOn } from '../../lifecycle/freshness.ts';
import { isListed } from '../../lifecycle/listed.ts';
import type { Revision } from '../../lifecycle/revision.ts';
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
