/** At most so many values by key; the least recently found leaves first. */
export class RecentlyUsed<Key, Value> {
  readonly #room: number;
  readonly #values = new Map<Key, Value>();

  constructor(room: number) {
    this.#room = room;
  }

  find(key: Key): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  keep(key: Key, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.#room) return;
    for (const oldest of this.#values.keys()) {
      this.#values.delete(oldest);
      return;
    }
  }

  forget(key: Key): void {
    this.#values.delete(key);
  }
}
