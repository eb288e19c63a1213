/** The named pieces of a snapshot, as bytes: what `Contents` is made of, in a form that can lie in a file. */
export type Pieces = Map<string, Uint8Array<ArrayBuffer>>;

/** Bytes that come slice after slice as they are written; a slice holds good until the next. */
export interface Streamed {
  readonly length: number;
  slices(): Iterable<Uint8Array>;
}

export type PiecesToWrite = Map<string, Uint8Array | Streamed>;

export function putNumbers(
  pieces: PiecesToWrite,
  name: string,
  numbers: Uint8Array | Uint16Array | Int32Array | Float64Array,
): void {
  pieces.set(name, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
}

/** Texts written before others get their turn. */
const textsAtOnce = 4_096;

/** The first `count` texts lie one after the other, with their lengths (UTF-16 units) beside them. */
export async function putTexts(
  pieces: PiecesToWrite,
  name: string,
  texts: readonly string[],
  count: number,
  turn: () => Promise<void>,
): Promise<void> {
  const parts: Buffer[] = [];
  const lengths = new Int32Array(count);
  for (let start = 0; start < count; start += textsAtOnce) {
    const some = texts.slice(start, Math.min(start + textsAtOnce, count));
    some.forEach((text, place) => {
      lengths[start + place] = text.length;
    });
    parts.push(Buffer.from(some.join(''), 'utf8'));
    await turn();
  }
  pieces.set(`${name}.text`, Buffer.concat(parts));
  putNumbers(pieces, `${name}.lengths`, lengths);
}

/**
 * The bytes of a piece in a buffer of their own, to be kept.
 * @throws RangeError when the piece is missing: the snapshot is of another make.
 */
export function bytesOf(pieces: Pieces, name: string): Uint8Array<ArrayBuffer> {
  const bytes = pieces.get(name);
  if (bytes === undefined) throw new RangeError(`no piece ${name}`);
  return bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

export function int32Of(pieces: Pieces, name: string): Int32Array {
  return new Int32Array(bytesOf(pieces, name).buffer);
}

export function float64Of(pieces: Pieces, name: string): Float64Array {
  return new Float64Array(bytesOf(pieces, name).buffer);
}

export function textsOf(pieces: Pieces, name: string): string[] {
  const all = Buffer.from(bytesOf(pieces, `${name}.text`).buffer).toString('utf8');
  let end = 0;
  return Array.from(int32Of(pieces, `${name}.lengths`), (length) => {
    end += length;
    return all.slice(end - length, end);
  });
}
