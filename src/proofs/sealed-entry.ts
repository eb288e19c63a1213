import { canonicalJson, sha256 } from '../kernel/canonical-json.ts';
import type { HashText, SealedEntry } from '../operations/ports/log-proofs.ts';
import type { LogEntry } from '../operations/ports.ts';
import { leafHash } from './internal/merkle.ts';

/** Under this name everything of an entry is hashed that has no place of its own; no field can be called so. */
const restName = '*';

/** The entry as it stands in the tree. Takes it as the log reads it back, not as it was given to be written. */
export function sealEntry({ seq, salt = '', kind, ...entry }: LogEntry): SealedEntry {
  if (!('revision' in entry)) return { seq, kind, rest: sealedValue(salt, restName, entry) };
  const { revision, ...beside } = entry;
  const { recordId, register, number, at, values, ...others } = revision;
  return {
    seq,
    kind,
    recordId,
    register,
    number,
    at,
    values: Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, sealedValue(salt, field, value)]),
    ),
    rest: sealedValue(salt, restName, { ...beside, revision: others }),
  };
}

/** The leaf of an entry in the tree. */
export function leafOf(entry: LogEntry): Buffer {
  return leafHash(canonicalJson(sealEntry(entry)));
}

/** What stands before a value when it is hashed: to be shown with the value, and says nothing of the other fields. */
export function saltOf({ salt = '' }: LogEntry, name: string): string {
  return fieldSalt(salt, name);
}

/** SHA-256 over salt, name and canonical JSON of the value, a line feed between each. */
function sealedValue(salt: string, name: string, value: unknown): HashText {
  return sha256(`${fieldSalt(salt, name)}\n${name}\n${canonicalJson(value)}`);
}

function fieldSalt(salt: string, name: string): string {
  return sha256(`${salt}\n${name}`).slice(0, 32);
}
