/** Words that wait at most: few enough that all about them stays in the processor's nearest memory. */
const most = 1024;

/**
 * Words of one text that wait to be looked up together, by their places. Whoever looks up a word waits for memory
 * more than for anything else; many words at once wait together.
 */
export class WordBatch {
  readonly starts = new Int32Array(most);
  readonly ends = new Int32Array(most);
  /** For the cache that looks them up: hash of each word, and what it has found of it so far. */
  readonly hashes = new Int32Array(most);
  readonly found = new Int32Array(most);
  count = 0;
  /** UTF-16 units of all words together. */
  units = 0;

  get isFull(): boolean {
    return this.count === most;
  }

  add(start: number, end: number): void {
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
    this.units += end - start;
  }

  clear(): void {
    this.count = 0;
    this.units = 0;
  }
}
