import { canonicalJson } from '../kernel/canonical-json.ts';
import { Fault } from '../kernel/fault.ts';
import type { Finding } from '../kernel/finding.ts';
import type { RecordId } from '../kernel/ids.ts';
import { keyText, type Origin, type RecordKey, type Revision } from '../lifecycle/revision.ts';
import { unborn } from '../lifecycle/state.ts';
import { type Actor, traceOf } from '../policy/actor.ts';
import { maySee } from '../policy/present.ts';
import { publicView, viewOf } from '../policy/viewer.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { Register } from '../registers/register.ts';
import { check } from './check.ts';
import { roomTraits } from './consultations/room-traits.ts';
import { roomFindings } from './consultations/rules.ts';
import { factsOn } from './facts-of.ts';
import { follow } from './follow.ts';
import { checkTies } from './follow-up/check-ties.ts';
import type { House } from './house.ts';
import { type TwinKeys, twinKeys } from './ingest/twin-keys.ts';
import { publicDigest } from './internal/board-record.ts';
import { trackedFacts } from './internal/tracked-facts.ts';
import type { BoardRecord } from './ports/board.ts';
import { Refused } from './refused.ts';
import { requestFindings } from './requests/rules.ts';
import { refuseHidden, refuseUnless } from './review/take-step.ts';
import { type Shown, show } from './show.ts';

/** Who writes: a person for a post, as the country's own word or as an observer of others; or a program with the node's key. */
export type Writer =
  | { readonly actor: Actor; readonly as: 'party' | 'thirdParty'; readonly door: 'form' | 'api' | 'upload' }
  | { readonly machine: string; readonly request?: string };

/** An edit of one record: all values as they should be, and the revision that the writer saw. */
export interface Revise {
  readonly register: string;
  readonly id: RecordId;
  readonly values: Readonly<Record<string, unknown>>;
  /** The newest revision that the writer saw; 0 makes a new record. */
  readonly basedOn: number;
  readonly writer: Writer;
  readonly reason?: string;
  /** Under which the record is to be found again, besides what recognises a twin. */
  readonly keys?: readonly RecordKey[];
}

export interface Revised {
  readonly shown: Shown;
  readonly findings: readonly Finding[];
  readonly changed: boolean;
}

/** An edit that may be written, with all that was looked up to know it. */
interface Weighed {
  readonly register: Register;
  readonly given: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
  readonly known: BoardRecord | undefined;
  readonly current: Revision | undefined;
  readonly revision: Revision;
}

/**
 * Writes one revision: a party's is a draft until it is released, a third party's is in force. Fields that the writer
 * may not see keep their values, unless the writer gives new ones.
 * @throws as `weigh`.
 */
export async function revise(house: House, edit: Revise): Promise<Revised> {
  const { id, basedOn, writer } = edit;
  const { register, given, findings, known, current, revision } = await weigh(house, edit);
  const viewer = 'actor' in writer ? writer.actor : undefined;
  const withUnseen = { ...unseen(house, register, current, known, viewer), ...given };
  // What was set aside is nobody's word yet: writing the same makes it one.
  const aside = known?.state.aside === basedOn && basedOn > 0;
  if (current !== undefined && !aside && canonicalJson(current.values) === canonicalJson(withUnseen)) {
    return { shown: await show(house, register.name, id, viewer), findings, changed: false };
  }
  // No file speaks of what only posts write: there is nothing to recognise, nor to give away by recognising it.
  const takesFiles = register.workflow.observe !== undefined;
  const twin = takesFiles ? await freeKeys(house, twinKeys(register, withUnseen)) : [];
  const keys = [...twin, ...(edit.keys ?? [])];
  // Two writers of one number: the log lets one through.
  await house.log.append([{ kind: 'revision', revision: { ...revision, values: withUnseen }, keys }]);
  await follow(house);
  return { shown: await show(house, register.name, id, viewer), findings, changed: true };
}

/**
 * Whether an edit may be written as things stand, whichever door it comes through; writes nothing.
 * @throws Fault `revisionMoved` when somebody wrote in between (nothing is overwritten), `invalid` with the findings
 * when a value does not hold or an observation names no source, `unknownRegister`, `notFound`, `notAllowed`, `wrongStep`.
 */
export async function weigh(house: House, edit: Revise): Promise<Weighed> {
  const { id, basedOn, writer } = edit;
  const register = getRegister(edit.register);
  const { values: given, findings } = check(register, edit.values);
  await follow(house);
  const known = house.board.records([id]).get(id);
  const current = (await house.log.latest([id])).get(id);
  const revision = newRevision(house, edit, register, given, current);
  if (known !== undefined && known.register !== register.name)
    throw new Fault('notFound', { register: register.name, id });
  const errors = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...unsourced(register, writer, given),
    ...tied(house, edit, register, { given, known, current }),
  ];
  const { at } = revision;
  const room =
    'actor' in writer
      ? await roomFindings(house, { ...edit, register, values: given, current, actor: writer.actor, at })
      : [];
  if (known !== undefined && 'actor' in writer) refuseHidden(house, writer.actor, known);
  // Who is outside hears the same of a closed room as of one that is not there.
  if (known === undefined && room.length > 0) throw new Refused([...errors, ...room]);
  allow(house, register, writer, known ?? unwritten(revision));
  errors.push(...room);
  if (errors.length > 0) throw new Refused(errors);
  if (current === undefined && basedOn > 0) throw new Fault('notFound', { register: register.name, id });
  const number = current?.number ?? 0;
  if (number !== basedOn) throw new Fault('revisionMoved', { recordId: id, right: number, got: basedOn });
  return { register, given, findings, known, current, revision };
}

/** What does not hold as the records stand that it names: of follow-up, and of needs and their answers. */
function tied(
  house: House,
  { id, writer }: Revise,
  register: Register,
  { given, known, current }: Pick<Weighed, 'given' | 'known' | 'current'>,
): readonly Finding[] {
  const party = 'actor' in writer && writer.as === 'party' ? writer.actor.post : undefined;
  const facts = trackedFacts(register, given);
  const ties = checkTies(house, { id, register, facts, party, released: known?.state.standing === 'party' });
  if (party === undefined) return ties;
  const released = known?.state.inForce !== undefined || known?.state.shared !== undefined;
  const { country } = party;
  return [...ties, ...requestFindings(house, { id, register, values: given, current, released, country })];
}

/** What a third party is said to have done names where that was read. */
export function unsourced(
  { workflow }: Register,
  writer: Writer,
  values: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const observes = 'actor' in writer && writer.as === 'thirdParty' && workflow.observe?.decides !== true;
  if (!observes || values['sources'] !== undefined) return [];
  return [{ severity: 'error', path: 'sources', code: 'missing', params: {} }];
}

/** A register in which nobody observes others takes nothing from programs. @throws Fault `notAllowed`, `wrongStep`. */
function allow(house: House, register: Register, writer: Writer, subject: BoardRecord): void {
  if ('machine' in writer) {
    if (register.workflow.observe !== undefined) return;
    throw new Fault('notAllowed', { step: 'observe', post: writer.machine, right: register.name });
  }
  refuseUnless(house, writer.as === 'party' ? 'save' : 'observe', writer.actor, subject);
}

function newRevision(
  house: House,
  { id, writer, reason }: Revise,
  register: Register,
  values: Readonly<Record<string, unknown>>,
  current: Revision | undefined,
): Revision {
  return {
    recordId: id,
    register: register.name,
    number: (current?.number ?? 0) + 1,
    version: register.version,
    values,
    post: 'actor' in writer ? writer.actor.post.id : writer.machine,
    ...('actor' in writer
      ? traceOf(writer.actor)
      : writer.request === undefined
        ? {}
        : { request: writer.request }),
    at: house.clock.now().toISOString(),
    origin: originOf(writer),
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
  };
}

function originOf(writer: Writer): Origin {
  if ('machine' in writer) return { door: 'api', standing: 'thirdParty' };
  const { door, as, actor } = writer;
  const { country, organisation } = actor.post;
  if (as === 'thirdParty') return { door, standing: 'thirdParty' };
  return {
    door,
    standing: 'party',
    ...(country === undefined ? {} : { country }),
    ...(organisation === undefined ? {} : { organisation }),
  };
}

/** A record still to be written, as policy looks at it. */
function unwritten(revision: Revision): BoardRecord {
  const facets = publicDigest(revision)?.facets;
  const room = roomTraits(getRegister(revision.register), revision.values, revision.at);
  return {
    recordId: revision.recordId,
    register: revision.register,
    title: { original: 'en', texts: { en: '' } },
    countries: facets?.country ?? [],
    sectors: facets?.sector ?? [],
    state: unborn,
    seq: 0,
    changed: 0,
    at: revision.at,
    ...(room === undefined ? {} : { room }),
  };
}

/** What of a record its editor was not shown. */
function unseen(
  { board }: House,
  register: Register,
  current: Revision | undefined,
  known: BoardRecord | undefined,
  viewer: Actor | undefined,
): Record<string, unknown> {
  if (current === undefined || known === undefined) return {};
  const { audience } = viewer === undefined ? publicView : viewOf(viewer, factsOn(board, known));
  const kept = Object.entries(current.values).filter(([name]) => {
    const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
    return field !== undefined && !maySee(audience, field.seenBy);
  });
  return Object.fromEntries(kept);
}

/** Those that lead nowhere yet: an edit does not take over by what another record is recognised. */
async function freeKeys(house: House, { match, title }: TwinKeys): Promise<readonly RecordKey[]> {
  const keys = title === undefined ? [match] : [match, title];
  const taken = await house.log.findByKeys(keys);
  return keys.filter((key) => !taken.has(keyText(key)));
}
