import type { RecordId } from '../../kernel/ids.ts';
import { keyText, type RecordKey, type Revision } from '../../lifecycle/revision.ts';
import type { KeptBeside, RecordLog } from '../ports.ts';

/** What the log knows of the rows in hand, and what these rows have added so far: read once a batch. */
export class Known {
  readonly #log: RecordLog;
  readonly #byKey = new Map<string, RecordId>();
  readonly #revisions = new Map<RecordId, Revision>();
  readonly #named = new Set<RecordId>();
  #kept: ReadonlyMap<RecordId, KeptBeside> = new Map();

  constructor(log: RecordLog) {
    this.#log = log;
  }

  /**
   * Reads what the log knows under these keys and ids. Ids first: another writer may come in between, and a record seen
   * without its keys would be taken for a strange one under the same id. One seen too late is met when writing.
   */
  async load(keys: readonly RecordKey[], ids: readonly RecordId[]): Promise<void> {
    await this.#read(ids);
    const found = await this.#log.findByKeys(keys);
    for (const [key, id] of found) this.#byKey.set(key, id);
    await this.#read([...found.values()].filter((id) => !this.#revisions.has(id)));
  }

  /** Reads what is kept beside the newest revisions of the records in hand. */
  async loadKept(): Promise<void> {
    this.#kept = await this.#log.kept(
      [...this.#revisions.values()].map(({ recordId: id, number }) => ({ id, number })),
    );
  }

  /** What is kept beside the newest revision that a source was kept with, before these rows. */
  kept(id: RecordId): KeptBeside | undefined {
    return this.#kept.get(id);
  }

  async #read(ids: readonly RecordId[]): Promise<void> {
    for (const [id, revision] of await this.#log.latest(ids)) this.#revisions.set(id, revision);
  }

  idOf(key: RecordKey): RecordId | undefined {
    return this.#byKey.get(keyText(key));
  }

  /** Rows in hand bear these keys: the records that they lead to are theirs, whatever other rows look like. */
  nameBy(keys: readonly RecordKey[]): void {
    for (const key of keys) {
      const id = this.idOf(key);
      if (id !== undefined) this.#named.add(id);
    }
  }

  isNamed(id: RecordId): boolean {
    return this.#named.has(id);
  }

  latest(id: RecordId): Revision | undefined {
    return this.#revisions.get(id);
  }

  /** A revision about to be written; later rows of the batch see it. */
  remember(revision: Revision): void {
    this.#revisions.set(revision.recordId, revision);
  }

  /** Of these keys, those that lead nowhere yet: they lead to the record from now on. A key once given stays where it leads. */
  claim(keys: readonly RecordKey[], to: RecordId): readonly RecordKey[] {
    const free = keys.filter((key) => this.idOf(key) === undefined);
    for (const key of free) this.#byKey.set(keyText(key), to);
    return free;
  }
}
