import { canonicalJson } from '../kernel/canonical-json.ts';
import { restName, restOf, sealedValue } from '../lifecycle/sealed.ts';
import type { SealedEntry } from '../operations/ports/log-proofs.ts';
import type { LogEntry } from '../operations/ports.ts';
import { leafHash } from './internal/merkle.ts';

/**
 * The entry as it stands in the tree, the same before and after something was erased from it. Takes it as the log reads it
 * back, not as it was given to be written.
 */
export function sealEntry({ seq, ...entry }: LogEntry): SealedEntry {
  const { kind } = entry;
  const rest = sealedValue(entry, restName, restOf(entry));
  if (entry.kind !== 'revision') return { seq, kind, rest };
  const { recordId, register, number, at, values } = entry.revision;
  const { [restName]: _, ...erased } = entry.sealed?.hashes ?? {};
  const there = Object.entries(values).map(([field, value]) => [field, sealedValue(entry, field, value)]);
  return {
    seq,
    kind,
    recordId,
    register,
    number,
    at,
    values: { ...Object.fromEntries(there), ...erased },
    rest,
  };
}

/** The leaf of an entry in the tree. */
export function leafOf(entry: LogEntry): Buffer {
  return leafHash(canonicalJson(sealEntry(entry)));
}
