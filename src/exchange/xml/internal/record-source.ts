/** Longest part of a record's source that is shown to people, in characters. */
export const longestShown = 20_000;

/**
 * What an element that is kept counts for besides its own characters: it takes some 150 bytes of memory however short it
 * is, so that a record of nothing but `<a/>` would take forty times its length.
 */
const elementCounts = 20;

/** Keeps the source text of the record that is being read, whole or as far as it will be shown, and its whole length. */
export class RecordSource {
  readonly #longest: number;
  #kept = '';
  #length = 0;
  /** Where the record begins in the present buffer; -1 between records. */
  #from = -1;

  constructor(longest: number) {
    this.#longest = longest;
  }

  begin(position: number): void {
    this.#kept = '';
    this.#length = 0;
    this.#from = position;
  }

  /** The buffer is about to lose its first `length` characters. */
  drop(buffer: string, length: number): void {
    if (this.#from < 0) return;
    this.#take(buffer, length);
    this.#from = 0;
  }

  end(buffer: string, position: number): string {
    this.#take(buffer, position);
    this.#from = -1;
    return this.#kept;
  }

  countElement(): void {
    this.#length += elementCounts;
  }

  /** How long the record is up to `position`, in characters, with what its elements count for; 0 between records. */
  lengthAt(position: number): number {
    return this.#from < 0 ? 0 : this.#length + position - this.#from;
  }

  #take(buffer: string, to: number): void {
    const room = this.#longest - this.#kept.length;
    if (room > 0) this.#kept += buffer.slice(this.#from, Math.min(to, this.#from + room));
    this.#length += to - this.#from;
  }
}
