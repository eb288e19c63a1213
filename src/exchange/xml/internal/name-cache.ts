const slots = 1024;

/**
 * Names of elements and attributes, each kept once: a document repeats few names very often, and making a new string
 * for each would cost more than reading it. Bounded: a name that falls on the place of another takes it.
 */
export class NameCache {
  readonly #names: (string | undefined)[] = new Array<string | undefined>(slots).fill(undefined);

  /** The name that stands in `buffer` from `from` to `to`; `hash` is any number made from its characters. */
  read(buffer: string, from: number, to: number, hash: number): string {
    const slot = hash & (slots - 1);
    const known = this.#names[slot];
    if (known !== undefined && known.length === to - from && buffer.startsWith(known, from)) return known;
    // Copied: a slice would keep the whole buffer in memory as long as the name is known.
    const name = Buffer.from(buffer.slice(from, to), 'utf16le').toString('utf16le');
    this.#names[slot] = name;
    return name;
  }
}
