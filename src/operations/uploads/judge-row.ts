import type { Incoming, ReadItem } from '../../exchange/incoming.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import { type LangText, textIn } from '../../kernel/lang-text.ts';
import { keyText, type RecordKey, type Revision } from '../../lifecycle/revision.ts';
import type { Actor } from '../../policy/actor.ts';
import { refusal } from '../../policy/may.ts';
import { findRegister, registerNames } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import { type Checked, check } from '../check.ts';
import { factsOfNew, factsOn } from '../facts-of.ts';
import type { Board, BoardRecord } from '../ports/board.ts';
import { unsourced } from '../revise.ts';
import { rowKey } from './row-key.ts';
import type { FieldChange, PlacedFinding, RowOutcome, RowVerdict } from './row-verdict.ts';
import { valuesSeenBy } from './seen-revision.ts';

/** For whom rows are judged, and as part of what. */
export interface Sender {
  readonly actor: Actor;
  readonly as: 'party' | 'thirdParty';
  /** Makes the ids of new records: the same file sent on twice means the same records. */
  readonly upload: string;
}

/** What is known of the records that some rows speak of. */
export interface Known {
  readonly board: Board;
  readonly records: ReadonlyMap<RecordId, BoardRecord>;
  /** The revision that the post works on. */
  readonly current: ReadonlyMap<RecordId, Revision>;
  /** The revision that the row was taken from. */
  readonly base: ReadonlyMap<RecordId, Revision>;
  readonly newest: ReadonlyMap<RecordId, Revision>;
  /** By what a row without a record is recognised: as one that the post has sent already, and as a twin. */
  readonly keys: ReadonlyMap<Incoming, { readonly row: RecordKey; readonly twin: RecordKey }>;
  readonly found: ReadonlyMap<string, RecordId>;
}

/** A row with its verdict, and what would be written. */
export interface JudgedRow {
  readonly verdict: RowVerdict;
  readonly write?: {
    readonly register: string;
    readonly id: RecordId;
    readonly values: Readonly<Record<string, unknown>>;
    readonly basedOn: number;
    readonly keys?: readonly RecordKey[];
  };
}

/** Judges one row. `spoken`: records of which the file has spoken already; the row's is added. */
export function judgeRow(item: ReadItem, sender: Sender, known: Known, spoken: Set<RecordId>): JudgedRow {
  if ('unreadable' in item)
    return { verdict: { ...bare(item), outcome: 'refused', findings: item.findings } };
  const register = findRegister(item.register);
  if (register === undefined) {
    const findings = [error('register', 'unknownRegister', { got: item.register, right: registerNames })];
    return { verdict: { ...bare(item), outcome: 'refused', findings } };
  }
  const record = known.records.get(item.recordId ?? '');
  const current = known.current.get(item.recordId ?? '');
  if (record === undefined || current === undefined || record.register !== register.name)
    return judgeNew(register, item, sender, known);
  if (spoken.has(record.recordId)) {
    const findings = [error('id', 'duplicateKey', { got: record.recordId })];
    return refused(register, item, undefined, findings, { recordId: record.recordId });
  }
  spoken.add(record.recordId);
  return judgeKnown(register, item, sender, { record, current, known });
}

function judgeNew(register: Register, row: Incoming, sender: Sender, known: Known): JudgedRow {
  const checked = check(register, row.values);
  if (row.revision !== undefined)
    return refused(register, row, checked, [error('id', 'noSuchRecord', { got: row.recordId ?? '' })]);
  const { sheet = '', number } = row.place;
  const id = recordIdFrom(register.name, `${sender.upload} ${sheet} ${number}`);
  const { sent, findings, ...twin } = recognised(register, row, known);
  const wrong = wrongIn(register, sender, row, checked);
  if (wrong.length > 0)
    return refused(register, row, checked, unsourcedIn(register, sender, checked), { findings, ...twin });
  // Written when the row was sent before: it says what the first revision says.
  if (sent !== undefined)
    return { verdict: verdictOf(register, row, checked, 'unchanged', { recordId: sent, revision: 1 }) };
  const fault = refusedTo(known.board, sender, register);
  if (fault !== undefined) return refused(register, row, checked, [], { fault });
  const changes = Object.entries(checked.values).map(([field, yours]) => ({ field, yours }));
  return {
    verdict: verdictOf(register, row, checked, 'created', { recordId: id, findings, changes, ...twin }),
    write: {
      register: register.name,
      id,
      values: checked.values,
      basedOn: 0,
      keys: [rowKey(sender.actor, register, checked.values)],
    },
  };
}

/** What a row without a record is known to be, or may be, among what the post can see. */
function recognised(
  register: Register,
  row: Incoming,
  { keys, found, records, current }: Known,
): Pick<RowVerdict, 'twin'> & { readonly sent?: RecordId; readonly findings: readonly Finding[] } {
  const own = keys.get(row);
  const led = (key: RecordKey | undefined) => {
    const record = key === undefined ? undefined : records.get(found.get(keyText(key)) ?? '');
    const there = record?.register === register.name && record.state.withdrawn === undefined;
    return there && current.has(record.recordId) ? record.recordId : undefined;
  };
  const sent = led(own?.row);
  if (sent !== undefined) return { sent, findings: [] };
  const recordId = led(own?.twin);
  const title = current.get(recordId ?? '')?.values[register.title];
  if (recordId === undefined || title === undefined) return { findings: [] };
  const code = 'possibleDuplicate';
  const findings = [{ severity: 'warning', path: register.title, code, params: { got: recordId } } as const];
  return { twin: { recordId, title: title as LangText }, findings };
}

interface OfKnown {
  readonly record: BoardRecord;
  readonly current: Revision;
  readonly known: Known;
}

function judgeKnown(
  register: Register,
  row: Incoming,
  sender: Sender,
  { record, current, known }: OfKnown,
): JudgedRow {
  const { recordId } = record;
  const now = valuesSeenBy(known.board, sender.actor, record, current.values);
  const spoken = new Set(row.spoken ?? Object.keys(row.values));
  const left = Object.fromEntries(Object.entries(now).filter(([field]) => !spoken.has(field)));
  const checked = check(register, { ...left, ...row.values });
  const more = { recordId };
  if (row.revision === undefined)
    return refused(register, row, checked, [error('revision', 'missing', {})], more);
  const same = canonicalJson(checked.values) === canonicalJson(now);
  const wrong = wrongIn(register, sender, row, checked);
  if (same && wrong.length === 0) return { verdict: verdictOf(register, row, checked, 'unchanged', more) };
  if (wrong.length > 0) return refused(register, row, checked, unsourcedIn(register, sender, checked), more);
  const base = row.revision === current.number ? current : known.base.get(recordId);
  const then = base === undefined ? {} : valuesSeenBy(known.board, sender.actor, record, base.values);
  if (row.revision !== current.number) {
    const untouched = base !== undefined && changesBetween(then, checked.values, spoken).length === 0;
    if (untouched) return { verdict: verdictOf(register, row, checked, 'unchanged', more) };
    const changes = conflictOf(then, now, checked.values);
    const moved = error('revision', 'movedOn', { got: row.revision, right: current.number });
    return {
      verdict: verdictOf(register, row, checked, 'conflict', { ...more, changes, findings: [moved] }),
    };
  }
  const fault = refusedTo(known.board, sender, register, record);
  if (fault !== undefined) return refused(register, row, checked, [], { ...more, fault });
  const changes = changesBetween(now, checked.values).map((field) => ({
    field,
    ...(now[field] === undefined ? {} : { now: now[field] }),
    ...(checked.values[field] === undefined ? {} : { yours: checked.values[field] }),
  }));
  const basedOn = known.newest.get(recordId)?.number ?? current.number;
  return {
    verdict: verdictOf(register, row, checked, 'updated', { ...more, changes }),
    write: { register: register.name, id: recordId, values: checked.values, basedOn },
  };
}

type Values = Readonly<Record<string, unknown>>;

/** Fields on which two states of a record differ; of `among` only, where it is given. */
function changesBetween(a: Values, b: Values, among?: ReadonlySet<string>): readonly string[] {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].filter(
    (field) =>
      (among?.has(field) ?? true) && canonicalJson(a[field] ?? null) !== canonicalJson(b[field] ?? null),
  );
}

/** The fields that the row changes, and those that others have changed meanwhile. */
function conflictOf(base: Values, now: Values, yours: Values): readonly FieldChange[] {
  const fields = new Set([...changesBetween(now, yours)]);
  return [...fields].map((field) => ({
    field,
    ...(base[field] === undefined ? {} : { base: base[field] }),
    ...(now[field] === undefined ? {} : { now: now[field] }),
    ...(yours[field] === undefined ? {} : { yours: yours[field] }),
  }));
}

/** What keeps a row out as a whole: nothing of what somebody typed is left out silently. */
function wrongIn(register: Register, sender: Sender, row: Incoming, checked: Checked): readonly Finding[] {
  return [...row.findings, ...checked.findings, ...unsourcedIn(register, sender, checked)].filter(
    ({ severity }) => severity === 'error',
  );
}

function unsourcedIn(register: Register, { actor, as }: Sender, { values }: Checked): readonly Finding[] {
  return unsourced(register, { actor, as, door: 'upload' }, values);
}

function refusedTo(
  board: Board,
  { actor, as }: Sender,
  register: Register,
  record?: BoardRecord,
): RowVerdict['fault'] {
  const facts = record === undefined ? factsOfNew(register.name) : factsOn(board, record);
  const step = as === 'party' ? 'save' : 'observe';
  const refused = refusal(step, actor, facts);
  if (refused === undefined) return undefined;
  const { code, ...why } = refused;
  return { code, params: { step, post: actor.post.id, ...why } };
}

type More = Partial<Pick<RowVerdict, 'recordId' | 'revision' | 'twin' | 'changes' | 'fault' | 'findings'>>;

function refused(
  register: Register,
  row: Incoming,
  checked: Checked | undefined,
  findings: readonly Finding[],
  more: More = {},
): JudgedRow {
  const all = [...findings, ...(more.findings ?? [])];
  return { verdict: verdictOf(register, row, checked, 'refused', { ...more, findings: all }) };
}

function verdictOf(
  register: Register,
  row: Incoming,
  checked: Checked | undefined,
  outcome: RowOutcome,
  { findings = [], ...more }: More,
): RowVerdict {
  const title = titleOf(register, checked?.values ?? {});
  const all = [...row.findings, ...(checked?.findings ?? []), ...findings];
  return {
    ...bare(row),
    outcome,
    register: register.name,
    ...(title === undefined ? {} : { title }),
    ...more,
    findings: placed(row, all),
  };
}

/** Findings with the cells of the row that they are about, where the file has any. */
export function placed({ spots }: Incoming, findings: readonly Finding[]): readonly PlacedFinding[] {
  return findings.map((finding) => {
    const spot = spots?.of(finding.path);
    return spot === undefined ? finding : { ...finding, spot };
  });
}

function bare(item: ReadItem): Pick<RowVerdict, 'place' | 'entries' | 'naming' | 'changes'> {
  const spots = 'unreadable' in item ? undefined : item.spots;
  const [id, revision] = [spots?.of('id'), spots?.of('revision')];
  const naming = id === undefined || revision === undefined ? {} : { naming: { id, revision } };
  return { place: item.place, entries: spots?.entries ?? [], ...naming, changes: [] };
}

function titleOf(register: Register, values: Values): string | undefined {
  const title = values[register.title];
  // The title of every register is a text in languages.
  return title === undefined ? undefined : textIn(title as LangText, 'en').text;
}

function error(path: string, code: Finding['code'], params: Finding['params']): Finding {
  return { severity: 'error', path, code, params };
}
