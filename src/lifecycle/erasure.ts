import type { Objection, Remark } from './event.ts';
import { restName, restOf, type Sealable, type Sealed, saltOf, sealedValue } from './sealed.ts';

/** Why something was erased: closed, so that no free text says again what was taken out. */
export const erasureReasons = ['asked', 'left', 'mistaken', 'law'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** An entry from which a field was erased: its number in the log, and the SHA-256 (hex) of its body as it stands since. */
export interface ErasedEntry {
  readonly seq: number;
  /** Of a revision. */
  readonly number?: number;
  readonly sha256: string;
}

/**
 * The entry without what it says in a field: the value itself; all that its source said, in which the value stands as
 * well; what others have remarked on it or would have put in its place. Every hash that the tree has of it stays as it was.
 * Takes the entry as it is stored, without its number; undefined where it says nothing of the field.
 */
export function withoutField<E extends Sealable>(entry: E, field: string): E | undefined {
  const less = entry.revision === undefined ? lessSaid(entry, field) : lessValue(entry, field);
  if (less === undefined) return undefined;
  const { salt: _, ...bare } = less.entry;
  // Nothing but optional members is gone, and the value of one field.
  return { ...bare, sealed: sealedBut(entry, less.names) } as unknown as E;
}

/** An entry with less in it, and the names under which that was hashed. */
interface Less {
  readonly entry: Sealable;
  readonly names: readonly string[];
}

function lessValue({ revision, kept, ...beside }: Sealable, field: string): Less | undefined {
  if (revision === undefined) return undefined;
  const holds = Object.hasOwn(revision.values, field);
  if (!holds && kept === undefined) return undefined;
  const { [field]: _, ...values } = revision.values;
  return {
    entry: { ...beside, revision: { ...revision, values } },
    names: [...(holds ? [field] : []), ...(kept === undefined ? [] : [restName])],
  };
}

function lessSaid(entry: Sealable, field: string): Less | undefined {
  const { event } = entry;
  if (event?.type === 'returned') {
    const remarks = remarksBut(event.remarks, field);
    if (remarks.length === event.remarks.length) return undefined;
    return { entry: { ...entry, event: { ...event, remarks } }, names: [restName] };
  }
  if (event?.type !== 'disputed') return undefined;
  if (!event.objections.some((one) => one.field === field && ('says' in one || 'note' in one)))
    return undefined;
  const objections = objectionsBut(event.objections, field);
  return { entry: { ...entry, event: { ...event, objections } }, names: [restName] };
}

/** That there was an objection to the field stays said; what should stand there instead does not. */
export function objectionsBut(objections: readonly Objection[], field: string): readonly Objection[] {
  return objections.map((one) => (one.field === field ? { field } : one));
}

/** Remarks on other fields alone. */
export function remarksBut(remarks: readonly Remark[], field: string): readonly Remark[] {
  return remarks.filter((one) => one.field !== field);
}

function sealedBut(entry: Sealable, names: readonly string[]): Sealed {
  const { hashes: before = {} } = entry.sealed ?? {};
  const values = entry.revision?.values ?? {};
  const hashes = { ...before };
  for (const name of names)
    hashes[name] = sealedValue(entry, name, name === restName ? restOf(entry) : values[name]);
  const salts = [...Object.keys(values), restName].filter((name) => !Object.hasOwn(hashes, name));
  return { hashes, salts: Object.fromEntries(salts.map((name) => [name, saltOf(entry, name)])) };
}
