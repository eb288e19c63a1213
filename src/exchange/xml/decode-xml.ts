import { isUtf8 } from 'node:buffer';
import { Fault } from '../../kernel/fault.ts';

/** Bytes among which the encoding must have been named. */
const headLength = 400;

const greaterThan = 62;
const carriageReturn = 13;

/**
 * The text of an XML file, piece by piece, with every line end made `\n` and the byte order mark taken off.
 *
 * The encoding is told by a byte order mark (UTF-8, UTF-16), by the null bytes of UTF-16 without one, or by the XML
 * declaration, for any encoding of one byte a character or Chinese and Japanese ones that the WHATWG names
 * (ISO-8859-1 is read as windows-1252, as everywhere on the web); else it is UTF-8.
 * @throws Fault `unknownFormat` {file, got, right} for what does not begin like XML; `badEncoding` {file, right, byte?, got?} where bytes are not what the encoding allows (from which byte
 *   on, from 1: exactly for UTF-8, by the piece for others) or the encoding is unknown; `truncated` {file, byte} where
 *   the file ends within a character.
 */
export async function* decodeXml(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  let head: Buffer | undefined = Buffer.alloc(0);
  let decoder: Decoder | undefined;
  const lineEnds = new LineEnds();
  for await (const chunk of bytes) {
    let next = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (head !== undefined) {
      head = Buffer.concat([head, next]);
      if (head.length < headLength) continue;
      next = head;
      head = undefined;
      decoder = decoderFor(next, file);
    }
    if (decoder !== undefined) yield lineEnds.normalise(decoder.write(next), decoder.mayHaveReturns);
  }
  if (head !== undefined) {
    decoder = decoderFor(head, file);
    yield lineEnds.normalise(decoder.write(head), decoder.mayHaveReturns);
  }
  yield lineEnds.normalise(decoder?.end() ?? '', true);
  yield lineEnds.rest();
}

interface Decoder {
  write(bytes: Buffer): string;
  /** False where what was written last has no `\r` in it: bytes are searched several times as fast as text. */
  readonly mayHaveReturns: boolean;
  /** What was held back. */
  end(): string;
}

/** The encoding that the first bytes speak of. */
function encodingOf(head: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const beginning = Buffer.from(head.subarray(0, headLength)).toString('latin1');
  const named =
    /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(beginning)?.[1]?.toLowerCase() ?? 'utf-8';
  // A file that says so in bytes of ASCII cannot be UTF-16: it was converted and nobody changed the declaration.
  return /^(utf-?16|ucs-?2|iso-10646)/.test(named) ? 'utf-8' : named;
}

function decoderFor(head: Uint8Array, file: string): Decoder {
  const encoding = encodingOf(head);
  checkBeginning(head, encoding, file);
  if (encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii' || encoding === 'ascii') {
    return new Utf8Decoder(file);
  }
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw new Fault('badEncoding', { file, line: 1, got: encoding, right: 'UTF-8' }, error);
  }
  return new OtherDecoder(decoder, encoding, file);
}

/** What does not begin like XML at all is another format, not XML with a mistake. */
function checkBeginning(head: Uint8Array, encoding: string, file: string): void {
  const lenient = encoding.startsWith('utf-16') ? new TextDecoder(encoding) : new TextDecoder();
  const first = lenient.decode(head).trimStart();
  if (first === '' || first.startsWith('<')) return;
  const got = first.slice(0, 20).replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, '');
  throw new Fault('unknownFormat', { file, got, right: 'XML' });
}

/**
 * UTF-8, checked and decoded by the fastest means that Node has. Pieces end behind a `>` where they can: what reads them
 * then seldom has to join the end of one to the next, and texts that were never joined are read faster.
 */
class Utf8Decoder implements Decoder {
  mayHaveReturns = true;
  readonly #file: string;
  #rest: Buffer = Buffer.alloc(0);
  #taken = 0;

  constructor(file: string) {
    this.#file = file;
  }

  write(bytes: Buffer): string {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const behindTag = all.lastIndexOf(greaterThan) + 1;
    const whole = all.subarray(0, behindTag > 0 ? behindTag : all.length - cutCharacterAtEnd(all));
    if (!isUtf8(whole)) throw this.#badBytes(whole);
    this.#rest = Buffer.from(all.subarray(whole.length));
    this.mayHaveReturns = whole.includes(carriageReturn);
    const text = whole.toString('utf8');
    const marked = this.#taken === 0 && text.startsWith('\ufeff');
    this.#taken += whole.length;
    return marked ? text.slice(1) : text;
  }

  end(): string {
    const whole = this.#rest.subarray(0, this.#rest.length - cutCharacterAtEnd(this.#rest));
    if (!isUtf8(whole)) throw this.#badBytes(whole);
    if (whole.length < this.#rest.length) {
      throw new Fault('truncated', { file: this.#file, byte: this.#taken + whole.length });
    }
    return whole.toString('utf8');
  }

  /** The line that does not decode begins at the byte given. */
  #badBytes(bytes: Buffer): Fault {
    let good = 0;
    for (let width = bytes.length; width >= 1; width = Math.floor(width / 2)) {
      // A cut within a character would look like a bad byte: the step is taken to where a character begins.
      const to = good + width;
      const end = to - cutCharacterAtEnd(bytes.subarray(good, to));
      if (to <= bytes.length && isUtf8(bytes.subarray(good, end))) good = end;
    }
    return new Fault('badEncoding', { file: this.#file, byte: this.#taken + good + 1, right: 'UTF-8' });
  }
}

class OtherDecoder implements Decoder {
  readonly mayHaveReturns = true;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #encoding: string;
  readonly #file: string;
  #taken = 0;

  constructor(decoder: InstanceType<typeof TextDecoder>, encoding: string, file: string) {
    this.#decoder = decoder;
    this.#encoding = encoding;
    this.#file = file;
  }

  write(bytes: Buffer): string {
    try {
      const text = this.#decoder.decode(bytes, { stream: true });
      this.#taken += bytes.length;
      return text;
    } catch (error) {
      const place = { file: this.#file, byte: this.#taken + 1 };
      throw new Fault('badEncoding', { ...place, got: this.#encoding, right: 'UTF-8' }, error);
    }
  }

  end(): string {
    try {
      return this.#decoder.decode();
    } catch (error) {
      throw new Fault('truncated', { file: this.#file, byte: this.#taken }, error);
    }
  }
}

/** Bytes at the end that begin a character of UTF-8 and do not finish it: 0 to 3. */
function cutCharacterAtEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Makes `\r\n` and `\r` to `\n`, as XML asks, also where a pair is cut in two. */
class LineEnds {
  #cut = false;

  normalise(text: string, mayHaveReturns: boolean): string {
    if (!this.#cut && !(mayHaveReturns && text.includes('\r'))) return text;
    const all = this.#cut ? `\r${text}` : text;
    this.#cut = all.endsWith('\r');
    const whole = this.#cut ? all.slice(0, -1) : all;
    return whole.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }

  rest(): string {
    return this.#cut ? '\n' : '';
  }
}
