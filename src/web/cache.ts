import { createHash } from 'node:crypto';
import { brotliCompress, brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';

/** A page as it was made: what it says, and what must change for it to become stale. */
export interface Rendered {
  readonly body: string;
  /** With charset. */
  readonly contentType: string;
  /** Ids of the records it shows; `*` where any record can change it (lists, counts). */
  readonly tags: readonly string[];
  /** The body compressed, where somebody has done so already. */
  readonly br?: Uint8Array<ArrayBuffer>;
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** A page kept as compressed bytes. */
export interface Kept {
  readonly key: string;
  readonly etag: string;
  readonly contentType: string;
  readonly tags: readonly string[];
  br: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
  hits: number;
}

/** After so many readers a page is worth 40 ms of compressing once more, in the background. */
const hotAfter = 30;
/** What an entry weighs beside its bytes: key, tags, maps. */
const overhead = 1_000;

/** Compressed pages, the least recently read leaving first when `capacity` bytes are full. */
export class PageCache {
  readonly #capacity: number;
  readonly #pages = new Map<string, Kept>();
  readonly #keysByTag = new Map<string, Set<string>>();
  #bytes = 0;
  #purges = 0;
  #day = '';
  #squeezing = false;

  constructor(capacity = 64 * 1024 * 1024) {
    this.#capacity = capacity;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#pages.size;
  }

  /** Read before rendering and given to `put`: a page made from what a purge has overtaken is not kept. */
  get purges(): number {
    return this.#purges;
  }

  get(key: string): Kept | undefined {
    const kept = this.#pages.get(key);
    if (kept === undefined) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, kept);
    kept.hits += 1;
    if (kept.hits === hotAfter) this.#squeeze(kept);
    return kept;
  }

  /** Keeps a page unless something was purged since `purges` was read; gives its compressed form either way. */
  put(key: string, rendered: Rendered, purges: number): Kept {
    const kept = keptFrom(key, rendered);
    if (purges !== this.#purges) return kept;
    this.#drop(key);
    this.#pages.set(key, kept);
    this.#bytes += weight(kept);
    for (const tag of kept.tags) {
      const keys = this.#keysByTag.get(tag);
      if (keys === undefined) this.#keysByTag.set(tag, new Set([key]));
      else keys.add(key);
    }
    this.#makeRoom();
    return kept;
  }

  /** Forgets every page that shows one of the records, and every page that any record can change. */
  purge(recordIds: readonly string[]): void {
    if (recordIds.length === 0) return;
    this.#purges += 1;
    for (const tag of [...recordIds, '*']) {
      for (const key of [...(this.#keysByTag.get(tag) ?? [])]) this.#drop(key);
    }
  }

  /** Forgets everything when another day begins: pages say how fresh records are, and whose answer is overdue. */
  startDay(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    this.clear();
  }

  /** Forgets everything: what every page shows has changed. */
  clear(): void {
    this.#purges += 1;
    this.#pages.clear();
    this.#keysByTag.clear();
    this.#bytes = 0;
  }

  /** The page in an encoding, made from the brotli bytes when first asked for. */
  bytesOf(kept: Kept, encoding: Encoding): Uint8Array<ArrayBuffer> {
    if (encoding === 'br') return kept.br;
    if (encoding === 'identity') return brotliDecompressSync(kept.br);
    if (kept.gzip === undefined) {
      kept.gzip = gzipSync(brotliDecompressSync(kept.br), { level: 6 });
      if (this.#pages.get(kept.key) === kept) this.#bytes += kept.gzip.length;
      this.#makeRoom();
    }
    return kept.gzip;
  }

  #makeRoom(): void {
    for (const key of this.#pages.keys()) {
      if (this.#bytes <= this.#capacity) return;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    const kept = this.#pages.get(key);
    if (kept === undefined) return;
    this.#pages.delete(key);
    this.#bytes -= weight(kept);
    for (const tag of kept.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }

  /** One at a time, off the main thread: the page gets some 10 % smaller. */
  #squeeze(kept: Kept): void {
    if (this.#squeezing) {
      kept.hits = 0;
      return;
    }
    this.#squeezing = true;
    brotliCompress(brotliDecompressSync(kept.br), (error, smaller) => {
      this.#squeezing = false;
      if (error !== null || smaller.length >= kept.br.length || this.#pages.get(kept.key) !== kept) return;
      this.#bytes -= kept.br.length - smaller.length;
      kept.br = smaller;
    });
  }
}

/** As pages are sent. */
export function compressed(body: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(body);
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

function keptFrom(key: string, { body, contentType, tags, br = compressed(body) }: Rendered): Kept {
  // Weak: one page in three encodings.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`;
  return { key, etag, contentType, tags: [...new Set(tags)], br, hits: 0 };
}

function weight(kept: Kept): number {
  return kept.br.length + (kept.gzip?.length ?? 0) + overhead;
}
