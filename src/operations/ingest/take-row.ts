import { sameKept } from '../../exchange/iati/same-kept.ts';
import type { Incoming } from '../../exchange/incoming.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import type { RecordEvent } from '../../lifecycle/event.ts';
import { intakePost, keyText, type Origin, type Revision } from '../../lifecycle/revision.ts';
import type { NewEntry } from '../ports.ts';
import { type CheckedRow, keysOf } from './checked-row.ts';
import type { Known } from './known.ts';
import { mergeValues } from './merge-values.ts';
import { type Recognition, recogniseRow } from './recognise-row.ts';
import type { SpokenOf } from './spoken-of.ts';
import type { Outcome } from './verdict.ts';

/** Where the rows of this intake come from. */
export interface IntakeContext {
  readonly door: Origin['door'];
  readonly file: string;
  readonly at: string;
  /** True when this very file was taken in before: what it says is old news. */
  readonly seenBefore: boolean;
  /** Records that this file has already spoken of, with the place. */
  readonly spoken: SpokenOf;
}

export interface Taken {
  readonly outcome: Outcome;
  readonly recordId?: RecordId;
  readonly entries: readonly NewEntry[];
  readonly findings: readonly Finding[];
}

/** Decides what a row means for the record it speaks of, and what is to be written. Writes nothing itself. */
export function takeRow(checkedRow: CheckedRow, known: Known, context: IntakeContext): Taken {
  if (!checkedRow.checked.complete) return { outcome: 'refused', entries: [], findings: [] };
  // What only posts write, no file says.
  if (checkedRow.register.workflow.observe === undefined) {
    const findings = [noticed('error', 'notFromFiles', {})];
    return { outcome: 'refused', entries: [], findings };
  }
  const recognition = recogniseRow(checkedRow, known, context.spoken);
  if (recognition.as === 'new') return takeNew(checkedRow, recognition, known, context);
  const current = known.latest(recognition.id);
  return current === undefined
    ? takeNew(checkedRow, { as: 'new' }, known, context)
    : takeKnown(checkedRow, current, recognition, known, context);
}

function takeNew(
  checkedRow: CheckedRow,
  { perhaps, because = [] }: Extract<Recognition, { as: 'new' }>,
  known: Known,
  context: IntakeContext,
): Taken {
  const { row, checked } = checkedRow;
  const recordId = freeId(checkedRow, known);
  const revision = revisionOf(checkedRow, recordId, 1, checked.values, context);
  known.remember(revision);
  context.spoken.add(recordId, row.place);
  const keys = known.claim(keysOf(checkedRow), recordId);
  const entries: NewEntry[] = [{ kind: 'revision', revision, keys, ...keptFrom(row) }];
  if (perhaps === undefined) return { outcome: 'created', recordId, entries, findings: [] };
  const base = { recordId, register: row.register, post: intakePost, at: context.at };
  const proposed: RecordEvent = { ...base, type: 'duplicateProposed', other: perhaps, because };
  const finding = noticed('warning', 'possibleDuplicate', { got: perhaps });
  return {
    outcome: 'created',
    recordId,
    entries: [...entries, { kind: 'event', event: proposed }],
    findings: [{ ...finding, path: 'title' }],
  };
}

/** An id is taken where it belongs to another register, or to a record that came without the row's keys: then a longer one is made. */
function freeId({ newId, register, checked }: CheckedRow, known: Known): RecordId {
  if (known.latest(newId) === undefined) return newId;
  return recordIdFrom(register.name, `${newId} ${canonicalJson(checked.values)}`);
}

function takeKnown(
  checkedRow: CheckedRow,
  current: Revision,
  { by, into }: Extract<Recognition, { as: 'same' }>,
  known: Known,
  context: IntakeContext,
): Taken {
  const { row, checked, own } = checkedRow;
  const { recordId, number } = current;
  const earlier = context.spoken.get(recordId);
  if (earlier !== undefined) {
    const [key] = own;
    const got = key === undefined ? recordId : keyText(key);
    const params = { got, other: recordId, first: earlier.line ?? earlier.number };
    const findings = [noticed('warning', 'duplicateKey', params)];
    return { outcome: 'merged', recordId, entries: [], findings };
  }
  context.spoken.add(recordId, row.place);
  const isOldNews = context.seenBefore || (by === 'id' && row.unaltered === true && row.revision === number);
  if (isOldNews) return { outcome: 'unchanged', recordId, entries: [], findings: [] };
  const values = mergeValues(current.values, checked.values);
  const isSame = canonicalJson(values) === canonicalJson(current.values);
  if (isSame && (into !== undefined || !saysMore(row, recordId, by, known))) {
    const entries = into === undefined ? newNames(checkedRow, current, by, known, context) : [];
    return { outcome: 'unchanged', recordId, entries, findings: [] };
  }
  if (into !== undefined) {
    const findings = [noticed('error', 'mergedWith', { got: into })];
    return { outcome: 'refused', recordId, entries: [], findings };
  }
  if (by === 'id' && row.revision !== undefined && row.revision !== number) {
    const findings = [noticed('error', 'outdated', { got: row.revision, right: number })];
    return { outcome: 'refused', recordId, entries: [], findings };
  }
  const revision = revisionOf(checkedRow, recordId, number + 1, values, context);
  known.remember(revision);
  const keys = known.claim(keysOf(checkedRow), recordId);
  const entry: NewEntry = { kind: 'revision', revision, keys, ...keptFrom(row) };
  return { outcome: 'updated', recordId, entries: [entry], findings: [] };
}

function keptFrom({ kept }: Incoming) {
  return kept === undefined ? {} : { kept };
}

/**
 * Whether the source says something beside the values that is not kept yet. A file of ours, whose rows bear our ids, says
 * nothing more than the values where nothing was kept.
 */
function saysMore({ kept }: Incoming, id: RecordId, by: string, known: Known): boolean {
  if (kept === undefined) return false;
  const before = known.kept(id);
  return before === undefined ? by !== 'id' : !sameKept(kept, before);
}

/** A row that brings nothing but a further identifier: written, so that the record is known by it from now on. */
function newNames(
  { own, register }: CheckedRow,
  { recordId }: Revision,
  by: string,
  known: Known,
  { at }: IntakeContext,
): readonly NewEntry[] {
  const keys = known.claim(own, recordId);
  if (keys.length === 0) return [];
  const base = { recordId, register: register.name, post: intakePost, at };
  return [{ kind: 'event', event: { ...base, type: 'merged', because: [by] }, keys }];
}

function noticed(
  severity: Finding['severity'],
  code: Finding['code'],
  params: Record<string, string | number>,
): Finding {
  return { severity, path: '', code, params };
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
