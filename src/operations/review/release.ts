import type { Actor } from '../../policy/actor.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { fieldsNamingCountries, namesWithRole } from '../../registers/naming-countries.ts';
import { roomAct } from '../consultations/room-act.ts';
import { checkTies } from '../follow-up/check-ties.ts';
import type { House } from '../house.ts';
import type { Board, BoardRecord } from '../ports/board.ts';
import { Refused } from '../refused.ts';
import { refuseRequest, toldOfMatch, toldOfOrigin } from '../requests/told-of-match.ts';
import { proposePairs } from './propose-pairs.ts';
import { type Act, eventEntry, takeStep } from './take-step.ts';

/**
 * The focal point makes the draft the country's word: it is in force from now on, and the other countries that it names
 * are asked to confirm it. In a closed room it is shared with the members and never in force. Where the country wants two persons, the first one's act is an approval.
 * @throws as `takeStep`; `Refused` with finding `ownCountryMissing` where the record does not name the country.
 */
export async function release(house: House, actor: Actor, act: Act): Promise<BoardRecord> {
  const released = await takeStep(house, actor, 'release', act, async (subject, base) => {
    const { state } = subject;
    const { country } = actor.post;
    const revision = state.draft ?? state.number;
    refuseTies(house, actor, subject);
    const asked = country === undefined ? [] : askedBy(subject, country);
    // Looked at before the rules are held against it: what moves in between is noticed when it is written.
    const answer = await toldOfMatch(
      house,
      subject,
      base,
      asked.length === 0 ? 'agreed' : 'accepted',
      revision,
    );
    const origin = await toldOfOrigin(house, subject, base, revision);
    await refuseRequest(house, actor, subject, revision);
    const room = await roomAct(house, actor, subject, revision, base);
    if (
      country !== undefined &&
      needsTwo(house.board, country) &&
      !state.approvedBy.some((one) => one !== actor.account)
    ) {
      return [eventEntry({ ...base, type: 'approved', revision })];
    }
    const by = country === undefined ? {} : { country };
    const type = room.closed ? 'shared' : 'released';
    return {
      entries: [
        eventEntry({ ...base, type, revision, ...by, asked }),
        ...room.told,
        ...answer.entries,
        ...origin.entries,
      ],
      unmoved: [...answer.unmoved, ...origin.unmoved],
    };
  });
  if (released.state.phase === 'released' && released.state.inForce !== undefined)
    await proposePairs(house, released);
  return released;
}

/**
 * The countries whose word is wanted: those that the record names, but for the one that speaks.
 * @throws `Refused` with finding `ownCountryMissing` where the one that speaks is not named.
 */
export function askedBy({ register: name, ...record }: BoardRecord, country: string): readonly string[] {
  const { countries } = record.drafted ?? record;
  const register = getRegister(name);
  if (!register.crossCheck) return [];
  if (!countries.includes(country)) {
    const [path = ''] = fieldsNamingCountries(register);
    // `role`: 1 where it is to be named with its role.
    const params = { country, role: namesWithRole(register, path) ? 1 : 0 };
    throw new Refused([{ severity: 'error', path, code: 'ownCountryMissing', params }]);
  }
  return countries.filter((one) => one !== country);
}

/** What was right when it was saved may be so no longer: a round has been closed since. @throws `Refused`. */
function refuseTies(house: House, { post }: Actor, { register, state, ...record }: BoardRecord): void {
  const { tracked: facts } = record.drafted ?? record;
  const released = state.standing === 'party';
  const findings = checkTies(house, {
    id: record.recordId,
    register: getRegister(register),
    facts,
    party: post,
    released,
  });
  if (findings.length > 0) throw new Refused(findings);
}

/** Whether a country says on the post of a focal point, an open one, that a release wants two persons. */
function needsTwo(board: Board, country: string): boolean {
  return [...board.posts().values()].some(
    ({ kind, closedAt, ...post }) =>
      kind === 'focalPoint' && closedAt === undefined && post.country === country && post.twoPersons === true,
  );
}
