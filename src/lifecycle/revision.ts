import type { RecordId } from '../kernel/ids.ts';
import type { Trace } from './trace.ts';

/** Who stands behind a statement: a party to the cooperation, or somebody who watched it. */
export type Standing = 'party' | 'thirdParty';

/** Where a revision came from. */
export interface Origin {
  /** The door: the starter collection, a file, a program, a page of ours, a workbook that a person sent. */
  readonly door: 'starter' | 'import' | 'api' | 'form' | 'upload';
  readonly standing: Standing;
  /** Of a party: the country for which it was written, and the organisation, where a post of one wrote it. */
  readonly country?: string;
  readonly organisation?: string;
  /** The file or address it was read from. */
  readonly file?: string;
  /** Row, line or element within it. */
  readonly place?: string;
  /** Who published the source, as the source names itself. */
  readonly publisher?: string;
}

/** The post under which files are taken in; posts of people come with the register of posts. */
export const intakePost = 'intake';

/** One state of a record's values, never changed once written. */
export interface Revision extends Trace {
  readonly recordId: RecordId;
  readonly register: string;
  /** 1, 2, 3 … within the record. */
  readonly number: number;
  /** Version of the register's declaration that the values follow. */
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** The post that wrote it. */
  readonly post: string;
  /** Instant of writing, ISO 8601 UTC. */
  readonly at: string;
  readonly origin: Origin;
  readonly reason?: string;
}

/**
 * A name by which a record is found again: under which a source knows it (`activity.iati`, `activity.undp-ssc`, …: the
 * register and the source's scheme), by which a twin is recognised (`match`: title, countries and year; `title`), by
 * which a post's own row is known again (`row`), or the id that it had before it was merged into another (`merged`).
 */
export interface RecordKey {
  readonly scheme: string;
  readonly value: string;
}

/** The key as one text. */
export function keyText(key: RecordKey): string {
  return `${key.scheme}:${key.value}`;
}

/** Under this key the id of a record that was withdrawn as a duplicate leads to the record in whose favour. */
export function mergedKey(register: string, id: RecordId): RecordKey {
  return { scheme: 'merged', value: `${register}/${id}` };
}

/** Names what a source said beside the values of a revision: in which form it is kept, and the SHA-256 (hex) of its bytes. */
export interface KeptName {
  readonly form: 'iati';
  readonly sha256: string;
}

/**
 * What a source said, whole, as it came: kept beside a revision so that what the fields do not hold can be written back.
 * The bytes are in the words of the form's codec; nobody else looks into them.
 */
export interface Kept extends KeptName {
  readonly bytes: Uint8Array;
}
