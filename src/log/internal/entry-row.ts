import { hash, randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { isRecordId, type RecordId } from '../../kernel/ids.ts';
import type { RecordKey } from '../../lifecycle/revision.ts';
import type { LogEntry, NewEntry } from '../../operations/ports.ts';

/** An entry as it is stored, but for its number and digest. */
export interface EntryRow {
  readonly kind: NewEntry['kind'];
  readonly recordId: RecordId | null;
  readonly register: string | null;
  /** Only a revision has one. */
  readonly number: number | null;
  readonly at: string;
  readonly post: string;
  readonly body: string;
  /** The one that stands in the body. */
  readonly salt: string;
  /** Each key once. */
  readonly keys: readonly RecordKey[];
  /** What stands beside the entry. */
  readonly kept?: Uint8Array;
}

/**
 * How an entry is stored. JSON keeps every text as it is (it writes a lone surrogate as an escape); columns and keys
 * are UTF-8 and take U+FFFD in its place (columns also for a zero character). An entry without a salt gets
 * one; an empty one says that it is to stay without.
 * @throws Fault `invalid` for a record id that is none, so that no unspeakable address gets into the log.
 */
export function rowOf(entry: NewEntry): EntryRow {
  const columns = columnsOf(entry);
  if (columns.recordId !== null && !isRecordId(columns.recordId)) {
    throw new Fault('invalid', { place: 'recordId', got: columns.recordId });
  }
  const salt = entry.salt ?? (entry.sealed === undefined ? randomBytes(16).toString('base64url') : '');
  if (entry.kind !== 'revision' || entry.kept === undefined)
    return { ...columns, salt, body: JSON.stringify(salted(entry, salt)) };
  const { bytes, ...name } = entry.kept;
  return { ...columns, salt, body: JSON.stringify(salted({ ...entry, kept: name }, salt)), kept: bytes };
}

/** With its salt where it had it, else behind all else; an empty salt is none. */
function salted<E extends { readonly salt?: string }>(entry: E, salt: string): E {
  if (salt !== '') return { ...entry, salt };
  const { salt: _, ...bare } = entry;
  // Nothing but an optional member is gone.
  return bare as unknown as E;
}

/** Under this key every event is found that takes something out of the log. */
export const erasedKey: RecordKey = { scheme: 'erased', value: '' };

export function columnsOf(entry: NewEntry | LogEntry): Omit<EntryRow, 'body' | 'salt' | 'kept'> {
  switch (entry.kind) {
    case 'revision': {
      const { recordId, register, number, at, post } = entry.revision;
      return {
        kind: 'revision',
        recordId,
        ...texts(register, at, post),
        number,
        keys: storedKeys(entry.keys),
      };
    }
    case 'event': {
      const { recordId, register, at, post, type } = entry.event;
      const keys = type === 'erased' ? [...(entry.keys ?? []), erasedKey] : entry.keys;
      return {
        kind: 'event',
        recordId,
        ...texts(register, at, post),
        number: null,
        keys: storedKeys(keys),
      };
    }
    case 'post': {
      const { postId, at, post } = entry.event;
      return { kind: 'post', recordId: postId, ...texts('post', at, post), number: null, keys: [] };
    }
    case 'intake': {
      const { at, post } = entry.intake;
      return {
        kind: 'intake',
        recordId: null,
        ...texts('', at, post),
        register: null,
        number: null,
        keys: [],
      };
    }
  }
}

function texts(register: string, at: string, post: string) {
  return { register: column(register), at: column(at), post: column(post) };
}

/** PostgreSQL keeps no zero character in a text; nothing that is looked up by has one. */
function column(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}

export function storedKey({ scheme, value }: RecordKey): RecordKey {
  return { scheme: scheme.toWellFormed(), value: value.toWellFormed() };
}

function storedKeys(keys: readonly RecordKey[] = []): readonly RecordKey[] {
  if (keys.length === 0) return keys;
  return [
    ...new Map(keys.map(storedKey).map((key) => [JSON.stringify([key.scheme, key.value]), key])).values(),
  ];
}

/**
 * SHA-256, in hex, over the digest before (empty for the first entry), the sequence number and the body, a line feed
 * between each: so that an entry that was edited, taken out or moved no longer fits. The body is hashed as it is
 * stored, so that any program can check the chain without knowing JSON.
 */
export function digestOf(before: string, seq: number, body: string): string {
  return hash('sha256', `${before}\n${seq}\n${body}`);
}

/** @throws Fault `logDamaged` naming the entry, where the body cannot be read. */
export function entryFrom(seq: number, body: string): LogEntry {
  try {
    // The body was written by rowOf from a NewEntry, and the log is append-only; `verify` is what finds tampering.
    return { seq, ...(JSON.parse(body) as NewEntry) };
  } catch (error) {
    throw new Fault('logDamaged', { seq }, error);
  }
}

/** The entry as `since` will give it. */
export function writtenAs(entry: NewEntry, seq: number, row: EntryRow | undefined): LogEntry {
  return row === undefined ? { seq, ...entry } : { seq, ...salted(entry, row.salt) };
}
