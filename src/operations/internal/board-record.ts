import { type LangText, langText } from '../../kernel/lang-text.ts';
import type { RecordEvent } from '../../lifecycle/event.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { type RecordState, unborn } from '../../lifecycle/state.ts';
import { visibleValues } from '../../policy/present.ts';
import { speakerId, speakerOf } from '../../policy/speaker.ts';
import { findRegister, getRegister } from '../../registers/all-registers.ts';
import { type Digest, digestOf } from '../../registers/digest.ts';
import { roomTraits } from '../consultations/room-traits.ts';
import type { BoardRecord, BoardTraits } from '../ports/board.ts';
import { requestFacts } from '../requests/request-facts.ts';
import { trackedFacts } from './tracked-facts.ts';

/**
 * What the board keeps of a record after a revision. What a third party adds to a record that a country has made its
 * own changes neither its title nor its countries.
 */
export function boardRecord(
  revision: Revision,
  state: RecordState,
  seq: number,
  known: BoardRecord | undefined,
  { facets }: Digest,
): BoardRecord {
  const aside = revision.origin.standing === 'thirdParty' && state.owner !== undefined;
  if (aside && known !== undefined) return { ...known, state, seq, at: revision.at };
  const register = getRegister(revision.register);
  const tracked = trackedFacts(register, visibleValues(register, revision.values, 'everybody'));
  const room = roomTraits(register, revision.values, revision.at);
  const request = requestFacts(register, visibleValues(register, revision.values, 'everybody'));
  const traits: BoardTraits = {
    // A register's title is a text field, checked by its schema when the revision came in.
    title: revision.values[register.title] as LangText,
    countries: facets.country ?? [],
    sectors: facets.sector ?? [],
    ...(tracked === undefined ? {} : { tracked }),
    ...(room === undefined ? {} : { room }),
    ...(request === undefined ? {} : { request }),
  };
  const { recordId, number, at } = revision;
  const read = state.inForce ?? state.shared?.revision;
  if (known !== undefined && read !== undefined && read !== number) {
    return { ...known, drafted: traits, state, seq, at };
  }
  const changed = state.inForce === number ? seq : (known?.changed ?? seq);
  const told = state.inForce === number ? { seq, at } : known?.told;
  return {
    recordId,
    register: register.name,
    ...traits,
    state,
    seq,
    changed,
    at,
    ...(told === undefined ? {} : { told }),
  };
}

/** The record when its draft has become what is in force. */
export function promoted({ drafted, ...record }: BoardRecord): BoardRecord {
  return { ...record, ...drafted };
}

/** Stands for a record of which an event came before any revision; logs of other programs may hold such. */
export function placeholder({ recordId, register, at }: RecordEvent): BoardRecord {
  return {
    recordId,
    register,
    title: langText('en', ''),
    countries: [],
    sectors: [],
    state: unborn,
    seq: 0,
    changed: 0,
    at,
  };
}

/** What everybody may find a revision by; nothing for a register that this program does not know. */
export function publicDigest(revision: Revision): Digest | undefined {
  const register = findRegister(revision.register);
  if (register === undefined) return undefined;
  const digest = digestOf(register, visibleValues(register, revision.values, 'everybody'));
  const { standing, country: owner } = revision.origin;
  const speaker = speakerOf(revision, { standing, ...(owner === undefined ? {} : { owner }) });
  if (speaker === undefined) return digest;
  return { ...digest, facets: { ...digest.facets, organisation: [speakerId(speaker)] } };
}
