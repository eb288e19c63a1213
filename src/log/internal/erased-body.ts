import { hash } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import { type ErasedEntry, withoutField } from '../../lifecycle/erasure.ts';
import type { Erased } from '../../lifecycle/event.ts';
import type { RecordKey } from '../../lifecycle/revision.ts';
import type { LogEntry } from '../../operations/ports.ts';
import { entryFrom, erasedKey } from './entry-row.ts';

export function erasureIn(body: string, keys: readonly RecordKey[]): Erased | undefined {
  if (!keys.some(({ scheme }) => scheme === erasedKey.scheme)) return undefined;
  const entry = entryFrom(0, body);
  return entry.kind === 'event' && entry.event.type === 'erased' ? entry.event : undefined;
}

/** What becomes of a body, and the texts that are in it no more. */
export interface ErasedBody {
  readonly body: string;
  readonly gone: readonly string[];
}

/**
 * The body of an entry as the event says that it stands from now on; undefined where it stands so already, as in a log
 * that is copied after the event.
 * @throws Fault `logDamaged` {seq} where it would become another.
 */
export function erasedBody(
  body: string,
  { seq, sha256 }: ErasedEntry,
  field: string,
): ErasedBody | undefined {
  const { seq: _, ...entry } = entryFrom(seq, body);
  const less = withoutField(entry, field);
  if (less === undefined) return undefined;
  const text = JSON.stringify(less);
  if (hash('sha256', text) !== sha256) throw new Fault('logDamaged', { seq });
  const said = entry.kind === 'revision' ? entry.revision.values[field] : undefined;
  return { body: text, gone: textsIn(said) };
}

/** Each event of which something was erased names its entries; where several name one, the last counts. */
export function erasedIn(entries: readonly LogEntry[]): readonly ErasedEntry[] {
  const found = new Map<number, ErasedEntry>();
  for (const entry of entries)
    if (entry.kind === 'event' && entry.event.type === 'erased')
      for (const one of entry.event.of) found.set(one.seq, one);
  return [...found.values()].sort((a, b) => a.seq - b.seq);
}

/** Too short to be told from other texts. */
const leastLetters = 5;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length < leastLetters ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
