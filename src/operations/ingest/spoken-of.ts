import type { Place } from '../../exchange/incoming.ts';
import type { RecordId } from '../../kernel/ids.ts';

/** The records that a file has spoken of so far, each with the place. What has not been settled can be taken back. */
export class SpokenOf {
  readonly #places = new Map<RecordId, Place>();
  /** Added since the last time that rows were written. */
  readonly #unsettled: RecordId[] = [];

  has(id: RecordId): boolean {
    return this.#places.has(id);
  }

  get(id: RecordId): Place | undefined {
    return this.#places.get(id);
  }

  add(id: RecordId, place: Place): void {
    if (!this.#places.has(id)) this.#unsettled.push(id);
    this.#places.set(id, place);
  }

  /** What was added is written. */
  settle(): void {
    this.#unsettled.length = 0;
  }

  /** What was added was not written: the rows are looked at again. */
  takeBack(): void {
    for (const id of this.#unsettled) this.#places.delete(id);
    this.#unsettled.length = 0;
  }
}
