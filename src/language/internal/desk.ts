import { WordBatch } from './word-batch.ts';

/** What cutting a text needs. */
export interface Desk {
  /** The UTF-16 units of the text, with a 0 after the last: several times faster to read than the string. */
  readonly units: Uint16Array;
  /** Empty. */
  readonly batch: WordBatch;
}

/** Longer texts get an array of their own. */
const roomy = 2 ** 15;

let spare: Desk | undefined;

/** Lends `use` a desk with a text on it, only good until `use` returns. */
export function withDesk(text: string, use: (desk: Desk) => void): void {
  // Whoever cuts a text while cutting another finds the spare desk gone, and gets a new one.
  const lent = spare ?? { units: new Uint16Array(roomy), batch: new WordBatch() };
  spare = undefined;
  const { batch } = lent;
  const units = text.length < roomy ? lent.units : new Uint16Array(text.length + 1);
  try {
    // Little-endian, as every machine Node runs on but one.
    Buffer.from(units.buffer).write(text, 'utf16le');
    units[text.length] = 0;
    batch.clear();
    use({ units, batch });
  } finally {
    spare = lent;
  }
}
