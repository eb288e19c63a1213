import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Text that is gathered before it is packed: one system call for many cells. */
const pieceCharacters = 128 * 1024;

/** A part of an archive as it is written: packed as it grows, so that only the packed bytes stand in memory. */
export class DeflatedPart {
  readonly name: string;
  readonly chunks: Buffer[] = [];
  /** Of the text as it was before packing. */
  crc = 0;
  size = 0;
  packed = 0;
  readonly #deflate = createDeflateRaw({ level: 4 });
  #text: string[] = [];
  #length = 0;

  constructor(name: string) {
    this.name = name;
    this.#deflate.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.packed += chunk.length;
    });
  }

  /** True when `flush` should be awaited. */
  write(text: string): boolean {
    this.#text.push(text);
    this.#length += text.length;
    return this.#length >= pieceCharacters;
  }

  async flush(): Promise<void> {
    if (this.#length === 0) return;
    const bytes = Buffer.from(this.#text.join(''));
    this.#text = [];
    this.#length = 0;
    this.crc = crc32(bytes, this.crc);
    this.size += bytes.length;
    if (!this.#deflate.write(bytes)) await once(this.#deflate, 'drain');
  }

  async end(): Promise<this> {
    await this.flush();
    const ended = once(this.#deflate, 'end');
    this.#deflate.end();
    await ended;
    return this;
  }
}

/** A small part, written at once. */
export async function partOf(name: string, text: string): Promise<DeflatedPart> {
  const part = new DeflatedPart(name);
  part.write(text);
  return part.end();
}
