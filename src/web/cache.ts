import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants, gzipSync } from 'node:zlib';
import { anyRecord } from './pages/page-parts.ts';

/** A page as it was made: what it says, and what must change for it to become stale. */
export interface Rendered {
  readonly body: string;
  /** With charset. */
  readonly contentType: string;
  /** Ids of the records it shows; `anyRecord` where any record can change it (lists, counts). */
  readonly tags: readonly string[];
  /** The pattern of the address, for figures and log lines: `/:lang/search`. */
  readonly route?: string;
  /** The body compressed, where somebody has done so already. */
  readonly br?: Uint8Array<ArrayBuffer>;
}

/** Where the cache stood before a page was made. */
export interface Moment {
  readonly purges: number;
  readonly clearings: number;
  /** Milliseconds of the cache's clock. */
  readonly at: number;
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** A page kept as compressed bytes. */
export interface Kept {
  readonly key: string;
  readonly etag: string;
  readonly contentType: string;
  readonly tags: readonly string[];
  readonly route: string;
  readonly made: Moment;
  br: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
  hits: number;
}

/** After so many readers a page is worth 40 ms of compressing once more, in the background. */
const hotAfter = 30;
/** What an entry weighs beside its bytes: key, tags, maps. */
const overhead = 1_000;

export interface PageCacheOptions {
  /** In bytes; 64 MB unless said. */
  readonly capacity?: number;
  /**
   * For so many milliseconds a list is good enough once made, whatever has changed since: where many write, every list
   * would be made anew for each reader. 0 unless said.
   */
  readonly listsLastMs?: number;
  /** Milliseconds that only go forward. */
  readonly clock?: () => number;
}

/** Compressed pages, the least recently read leaving first when the room is full. */
export class PageCache {
  readonly #capacity: number;
  readonly #listsLastMs: number;
  readonly #clock: () => number;
  readonly #pages = new Map<string, Kept>();
  readonly #keysByTag = new Map<string, Set<string>>();
  #bytes = 0;
  #purges = 0;
  #clearings = 0;
  #day = '';
  #squeezing = false;

  constructor({
    capacity = 64 * 1024 * 1024,
    listsLastMs = 0,
    clock = () => performance.now(),
  }: PageCacheOptions = {}) {
    this.#capacity = capacity;
    this.#listsLastMs = listsLastMs;
    this.#clock = clock;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#pages.size;
  }

  /** Read before rendering and given to `put`. */
  moment(): Moment {
    return { purges: this.#purges, clearings: this.#clearings, at: this.#clock() };
  }

  /** Whether there is such a page, stale or not; it counts for no reader. */
  has(key: string): boolean {
    return this.#pages.has(key);
  }

  get(key: string): Kept | undefined {
    const kept = this.#pages.get(key);
    if (kept === undefined) return undefined;
    if (isList(kept) && this.#isOutdated(kept.made)) {
      this.#drop(key);
      return undefined;
    }
    this.#pages.delete(key);
    this.#pages.set(key, kept);
    kept.hits += 1;
    if (kept.hits === hotAfter && !isList(kept)) this.#squeeze(kept);
    return kept;
  }

  #isOutdated({ purges, at }: Moment): boolean {
    return purges !== this.#purges && this.#clock() - at >= this.#listsLastMs;
  }

  /** Keeps a page unless a purge has overtaken what it was made from; gives its compressed form either way. */
  put(key: string, rendered: Rendered & Required<Pick<Rendered, 'br'>>, made: Moment): Kept {
    const kept = keptFrom(key, rendered, made);
    const overtaken = isList(kept) ? this.#isOutdated(made) : made.purges !== this.#purges;
    if (overtaken || made.clearings !== this.#clearings) return kept;
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

  /** Forgets every page that shows one of the records; lists are from now on outdated and go when they are asked for. */
  purge(recordIds: readonly string[]): void {
    if (recordIds.length === 0) return;
    this.#purges += 1;
    for (const tag of recordIds) {
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
    this.#clearings += 1;
    this.#pages.clear();
    this.#keysByTag.clear();
    this.#bytes = 0;
  }

  /** The page in an encoding, made from the brotli bytes when first asked for. */
  bytesOf(kept: Kept, encoding: Encoding): Uint8Array<ArrayBuffer> {
    if (encoding === 'br') return kept.br;
    if (encoding === 'identity') return brotliDecompressSync(kept.br);
    if (kept.gzip === undefined) {
      kept.gzip = ofItsOwn(gzipSync(brotliDecompressSync(kept.br), { level: 6 }));
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
      kept.br = ofItsOwn(smaller);
    });
  }
}

const compress = promisify(brotliCompress);

/** As pages are sent; reckoned off the main thread. */
export async function compressed(body: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(body);
  const made = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      // Hardly a page is longer than 256 kB; a wider window only has more memory to be cleared.
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return ofItsOwn(made);
}

/** Without the rest of the 16 kB in which the compressor wrote: what is kept would hold them all, twice what it weighs. */
function ofItsOwn(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function keptFrom(
  key: string,
  { contentType, tags, br, route = '' }: Rendered & Required<Pick<Rendered, 'br'>>,
  made: Moment,
): Kept {
  // Weak: one page in three encodings.
  const etag = `W/"${hash('sha256', br, 'base64url').slice(0, 20)}"`;
  return { key, etag, contentType, tags: [...new Set(tags)], route, made, br, hits: 0 };
}

function isList({ tags }: Kept): boolean {
  return tags.includes(anyRecord);
}

function weight(kept: Kept): number {
  return kept.br.length + (kept.gzip?.length ?? 0) + overhead;
}
