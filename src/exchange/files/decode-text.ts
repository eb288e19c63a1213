import { TextDecoder } from 'node:util';
import { Fault } from '../../kernel/fault.ts';
import { wideEncoding } from './sniff.ts';

/** What to do with text whose first letter beyond ASCII is not UTF-8. */
export interface Otherwise {
  /** What it is read in then; without it it is refused. */
  readonly encoding?: string | undefined;
  /** Hears that it was read so. */
  onTaken?(): void;
  /** What would have been right, for the refusal. */
  readonly right?: string;
}

/**
 * Bytes to text: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is left out.
 * @throws Fault `badEncoding` with the line and the byte (from 1) at which the text stops being UTF-8.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  otherwise: Otherwise = {},
): AsyncGenerator<string> {
  let decoding: Decoding | undefined;
  let rest = new Uint8Array(0);
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (all.length < 3 && decoding === undefined) {
      rest = Uint8Array.from(all);
      continue;
    }
    rest = new Uint8Array(0);
    decoding ??= new Decoding(wideEncoding(all), otherwise);
    const text = decoding.decode(all);
    if (text !== '') yield text;
  }
  decoding ??= new Decoding(wideEncoding(rest), otherwise);
  const last = decoding.decode(rest, true);
  if (last !== '') yield last;
}

class Decoding {
  #decoder: TextDecoder;
  readonly #told: Otherwise;
  #otherwise: string | undefined;
  /** Bytes of a letter that began in the piece before: where it is none, they are read anew. */
  #begun = new Uint8Array(0);
  #line = 1;
  #passed = 0;

  constructor(wide: 'utf-16le' | 'utf-16be' | undefined, otherwise: Otherwise) {
    this.#decoder = new TextDecoder(wide ?? 'utf-8', { fatal: true });
    this.#told = otherwise;
    this.#otherwise = wide === undefined ? otherwise.encoding : undefined;
  }

  decode(bytes: Uint8Array, end = false): string {
    const text = this.#decoded(bytes, end);
    this.#line += countLines(text);
    this.#passed += bytes.length;
    return text;
  }

  #decoded(bytes: Uint8Array, end: boolean): string {
    try {
      const text = this.#decoder.decode(bytes, { stream: !end });
      this.#looked(bytes);
      return text;
    } catch (error) {
      const at = firstInvalid(bytes);
      if (this.#otherwise !== undefined && this.#begins(bytes, at)) return this.#changed(bytes, end);
      throw this.#refusal(bytes, at, error);
    }
  }

  /** A letter that UTF-8 allows decides for UTF-8. */
  #looked(bytes: Uint8Array): void {
    if (this.#otherwise === undefined) return;
    const beyond = bytes.findIndex((byte) => byte > 0x7f);
    if (this.#begun.length > 0 || (beyond >= 0 && bytes.length - beyond > 3)) this.#otherwise = undefined;
    else this.#begun = beyond < 0 ? new Uint8Array(0) : Uint8Array.from(bytes.subarray(beyond));
  }

  /** Whether what is not UTF-8 begins with the first letter beyond ASCII. */
  #begins(bytes: Uint8Array, at: number): boolean {
    const beyond = bytes.findIndex((byte) => byte > 0x7f);
    return this.#begun.length > 0 || beyond < 0 || beyond >= at || isTail(bytes[beyond]);
  }

  #changed(bytes: Uint8Array, end: boolean): string {
    this.#decoder = new TextDecoder(this.#otherwise ?? 'utf-8', { fatal: true });
    this.#otherwise = undefined;
    this.#told.onTaken?.();
    return this.#decoder.decode(Buffer.concat([this.#begun, bytes]), { stream: !end });
  }

  #refusal(bytes: Uint8Array, at: number, error: unknown): Fault {
    const { right = 'UTF-8' } = this.#told;
    if (this.#decoder.encoding !== 'utf-8')
      return new Fault('badEncoding', { line: this.#line, right }, error);
    const line = this.#line + countLines(Buffer.from(bytes.subarray(0, at)).toString('latin1'));
    return new Fault('badEncoding', { line, byte: this.#passed + at + 1, right }, error);
  }
}

/** Line ends of all three kinds, each counted once (one that two pieces share may count twice: only messages use it). */
function countLines(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count += 1;
  }
  return count;
}

/** Where UTF-8 breaks in a piece that may begin within a character of the piece before. */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < 3 && isTail(bytes[at])) at += 1;
  while (at < bytes.length) {
    const tails = tailsOf(bytes[at] ?? 0);
    if (tails === undefined) return at;
    for (let i = 1; i <= tails; i += 1) if (at + i < bytes.length && !isTail(bytes[at + i])) return at;
    at += tails + 1;
  }
  return Math.max(0, bytes.length - 1);
}

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function tailsOf(lead: number): number | undefined {
  if (lead < 0x80) return 0;
  if (lead >= 0xc2 && lead < 0xe0) return 1;
  if (lead >= 0xe0 && lead < 0xf0) return 2;
  return lead >= 0xf0 && lead < 0xf5 ? 3 : undefined;
}
