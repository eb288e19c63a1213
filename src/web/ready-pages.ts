import type { IncomingMessage } from 'node:http';
import { answerFrom, type KeptAnswer, keyOfAddress } from './cached.ts';
import type { CommonPages } from './common-pages.ts';

/** A page as it goes out, and the pattern of its address. */
export interface ReadyAnswer extends Omit<KeptAnswer, 'headers'> {
  readonly route: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

export interface ReadyPagesOptions {
  /** What every answer of the house says. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who shows one of these is somebody in particular. */
  readonly cookies: readonly string[];
}

/**
 * Pages for readers in general without the way through the app, which costs several times as much as all else: the same
 * bytes and headers as `webApp` gives from the same cache.
 */
export class ReadyPages {
  readonly #pages: CommonPages;
  readonly #headers: readonly string[];
  readonly #cookies: readonly string[];

  constructor(pages: CommonPages, { headers, cookies }: ReadyPagesOptions) {
    this.#pages = pages;
    this.#headers = Object.entries(headers).flat();
    this.#cookies = cookies.map((name) => `${name}=`);
  }

  /** Whether the page is there for this reader; it may be stale. */
  has({ method, url = '', headers }: IncomingMessage): boolean {
    if (method !== 'GET' || !url.startsWith('/')) return false;
    const { cookie } = headers;
    if (cookie !== undefined && this.#cookies.some((name) => cookie.includes(name))) return false;
    return this.#pages.cache.has(keyOfAddress(url));
  }

  /** Takes in news first; undefined where the page has gone with them. */
  async answer({ url = '', headers }: IncomingMessage): Promise<ReadyAnswer | undefined> {
    const { cache, beforehand } = this.#pages;
    await beforehand();
    const kept = cache.get(keyOfAddress(url));
    if (kept === undefined) return undefined;
    const answer = answerFrom(cache, kept, {
      ifNoneMatch: headers['if-none-match'],
      acceptEncoding: headers['accept-encoding']?.toString(),
    });
    const all = [...this.#headers];
    for (const [name, value] of Object.entries(answer.headers)) all.push(name, value);
    return { route: kept.route, status: answer.status, bytes: answer.bytes, headers: all };
  }
}
