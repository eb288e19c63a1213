import { canonicalJson, sha256 } from '../kernel/canonical-json.ts';
import type { RecordEvent } from './event.ts';
import type { PostEvent } from './post.ts';
import type { KeptName, Revision } from './revision.ts';

/** Under this name everything of an entry is hashed that has no place of its own; no field can be called so. */
export const restName = '*';

/**
 * What stays of an entry from which something was erased: for each name (a field, or `restName`) that was, its salted
 * hash; for each that was not, its salt. The entry's own salt, from which that of the erased value could be derived, is
 * gone, so that nobody can find the value by trying all telephone numbers.
 */
export interface Sealed {
  readonly hashes: Readonly<Record<string, string>>;
  readonly salts: Readonly<Record<string, string>>;
}

/** As much of an entry of the log as its hashes are made of. */
export interface Sealable {
  readonly kind: string;
  readonly salt?: string;
  readonly sealed?: Sealed;
  readonly revision?: Revision;
  readonly kept?: KeptName;
  readonly event?: RecordEvent | PostEvent;
}

/** What stands before a value when it is hashed: says nothing of the salts of other names. */
export function saltOf({ salt = '', sealed }: Sealable, name: string): string {
  return sealed?.salts[name] ?? sha256(`${salt}\n${name}`).slice(0, 32);
}

/** SHA-256 over salt, name and canonical JSON of the value, a line feed between each; what was kept where the value is erased. */
export function sealedValue(entry: Sealable, name: string, value: unknown): string {
  return entry.sealed?.hashes[name] ?? sha256(`${saltOf(entry, name)}\n${name}\n${canonicalJson(value)}`);
}

/** All of an entry that is hashed under `restName`. Takes it without its number. */
export function restOf({ salt: _, kind: __, sealed: ___, ...entry }: Sealable): unknown {
  const { revision, ...beside } = entry;
  if (revision === undefined) return beside;
  const {
    recordId: ____,
    register: _____,
    number: ______,
    at: _______,
    values: ________,
    ...others
  } = revision;
  return { ...beside, revision: others };
}
