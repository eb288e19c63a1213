import type { Incoming, Place } from '../../exchange/incoming.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import { intakePost, keyText, type Origin, type RecordKey, type Revision } from '../../lifecycle/revision.ts';
import { findRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import { type Checked, check } from '../check.ts';
import type { NewEntry } from '../ports.ts';
import type { Known } from './known.ts';
import { recogniseRow } from './recognise-row.ts';
import { type TwinKeys, twinKeys } from './twin-keys.ts';
import type { Outcome } from './verdict.ts';

/** A row that passed the checks, with the keys by which it can be recognised. */
export interface CheckedRow {
  readonly row: Incoming;
  readonly register: Register;
  readonly checked: Checked;
  readonly twins: TwinKeys;
}

/** Where the rows of this intake come from. */
export interface IntakeContext {
  readonly door: Origin['door'];
  readonly file: string;
  readonly at: string;
  /** True when this very file was taken in before: what it says is old news. */
  readonly seenBefore: boolean;
  /** Records that this file has already spoken of, with the place. */
  readonly spoken: Map<RecordId, Place>;
}

export interface Taken {
  readonly outcome: Outcome;
  readonly recordId?: RecordId;
  readonly entries: readonly NewEntry[];
  readonly findings: readonly Finding[];
}

/** Checks a row against its register. Undefined when there is no such register. */
export function checkRow(row: Incoming): CheckedRow | undefined {
  const register = findRegister(row.register);
  if (register === undefined) return undefined;
  const checked = check(register, row.values);
  return { row, register, checked, twins: twinKeys(register, checked.values) };
}

/** Every key and id under which the log may know the row. */
export function keysOf({ row, twins }: CheckedRow): { keys: readonly RecordKey[]; ids: readonly RecordId[] } {
  const keys = [...row.keys, twins.match, ...(twins.title === undefined ? [] : [twins.title])];
  return { keys, ids: [row.recordId ?? newId(row, twins)] };
}

function newId(row: Incoming, twins: TwinKeys): RecordId {
  return row.recordId ?? recordIdFrom(row.register, keyText(row.keys[0] ?? twins.match));
}

/** Decides what a row means for the record it speaks of, and what is to be written. Writes nothing itself. */
export function takeRow(checkedRow: CheckedRow, known: Known, context: IntakeContext): Taken {
  const { row, checked, twins } = checkedRow;
  if (!checked.complete) return { outcome: 'refused', entries: [], findings: [] };
  const recognition = recogniseRow(row, twins, known);
  if (recognition.as === 'same') {
    const current = known.latest(recognition.id);
    if (current !== undefined) return takeKnown(checkedRow, current, recognition.by, known, context);
  }
  const recordId = freeId(newId(row, twins), row, known);
  const revision = revisionOf(checkedRow, recordId, 1, checked.values, context);
  const { keys } = keysOf(checkedRow);
  known.remember(revision, keys);
  context.spoken.set(recordId, row.place);
  const entries: NewEntry[] = [{ kind: 'revision', revision, keys }];
  const findings: Finding[] = [];
  if (recognition.as === 'new' && recognition.perhaps !== undefined) {
    const { perhaps, because = [] } = recognition;
    const event = {
      type: 'duplicateProposed' as const,
      recordId,
      register: row.register,
      other: perhaps,
      because,
      post: intakePost,
      at: context.at,
    };
    entries.push({ kind: 'event', event });
    findings.push({
      severity: 'warning',
      path: 'title',
      code: 'possibleDuplicate',
      params: { other: perhaps },
    });
  }
  return { outcome: 'created', recordId, entries, findings };
}

/** An id made from a key can be taken only by a record that other keys have since led away: then a longer one is made. */
function freeId(id: RecordId, row: Incoming, known: Known): RecordId {
  return known.latest(id) === undefined
    ? id
    : recordIdFrom(row.register, `${id} ${canonicalJson(row.values)}`);
}

function takeKnown(
  checkedRow: CheckedRow,
  current: Revision,
  by: 'id' | 'key' | 'twin',
  known: Known,
  context: IntakeContext,
): Taken {
  const { row, checked } = checkedRow;
  const { recordId } = current;
  const earlier = context.spoken.get(recordId);
  if (earlier !== undefined) {
    const params = { other: recordId, first: earlier.line ?? earlier.number };
    return {
      outcome: 'merged',
      recordId,
      entries: [],
      findings: [{ severity: 'warning', path: '', code: 'duplicateKey', params }],
    };
  }
  context.spoken.set(recordId, row.place);
  const values = { ...current.values, ...checked.values };
  const same = canonicalJson(values) === canonicalJson(current.values);
  if (context.seenBefore || same) return { outcome: 'unchanged', recordId, entries: [], findings: [] };
  if (by === 'id' && row.revision !== undefined && row.revision !== current.number) {
    const params = { got: row.revision, right: current.number };
    return {
      outcome: 'refused',
      recordId,
      entries: [],
      findings: [{ severity: 'error', path: '', code: 'outdated', params }],
    };
  }
  const revision = revisionOf(checkedRow, recordId, current.number + 1, values, context);
  const keys = keysOf(checkedRow).keys.filter((key) => known.idOf(key) === undefined);
  known.remember(revision, keys);
  return { outcome: 'updated', recordId, entries: [{ kind: 'revision', revision, keys }], findings: [] };
}

function revisionOf(
  { row, register }: CheckedRow,
  recordId: RecordId,
  number: number,
  values: Readonly<Record<string, unknown>>,
  { door, file, at }: IntakeContext,
): Revision {
  const { place, publisher } = row;
  const origin: Origin = {
    door,
    standing: 'thirdParty',
    file,
    place: `${place.sheet === undefined ? '' : `${place.sheet} `}${place.unit} ${place.number}`,
    ...(publisher === undefined ? {} : { publisher }),
  };
  return {
    recordId,
    register: register.name,
    number,
    version: register.version,
    values,
    post: intakePost,
    at,
    origin,
  };
}
