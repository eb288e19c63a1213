import type { RecordId } from '../../kernel/ids.ts';
import { keyText, type RecordKey, type Revision } from '../../lifecycle/revision.ts';
import type { RecordLog } from '../ports.ts';

/** What the log knows of the rows in hand, and what these rows have added so far: read once a batch. */
export class Known {
  readonly #log: RecordLog;
  readonly #byKey = new Map<string, RecordId>();
  readonly #revisions = new Map<RecordId, Revision>();

  constructor(log: RecordLog) {
    this.#log = log;
  }

  /** Reads what the log knows under these keys and ids. */
  async load(keys: readonly RecordKey[], ids: readonly RecordId[]): Promise<void> {
    const found = await this.#log.findByKeys(keys);
    for (const [key, id] of found) this.#byKey.set(key, id);
    const wanted = new Set([...found.values(), ...ids]);
    for (const [id, revision] of await this.#log.latest([...wanted])) this.#revisions.set(id, revision);
  }

  idOf(key: RecordKey): RecordId | undefined {
    return this.#byKey.get(keyText(key));
  }

  latest(id: RecordId): Revision | undefined {
    return this.#revisions.get(id);
  }

  /** A revision about to be written; later rows of the batch see it. */
  remember(revision: Revision, keys: readonly RecordKey[]): void {
    this.#revisions.set(revision.recordId, revision);
    for (const key of keys) this.#byKey.set(keyText(key), revision.recordId);
  }

  lead(key: RecordKey, to: RecordId): void {
    this.#byKey.set(keyText(key), to);
  }
}
