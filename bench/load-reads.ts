import { shownFacets } from '../src/fields/facet.ts';
import { interfaceLanguages } from '../src/kernel/language-tag.ts';
import { englishWord, type Random } from './corpus.ts';
import type { Ask } from './load-client.ts';
import { seats } from './office-records.ts';

/** Somebody signed in, with what lies on the desk of the post. */
export interface LoadSession {
  readonly post: string;
  readonly token: string;
  /** Ids of records that wait for the post. */
  readonly own: readonly string[];
}

export interface NamedAsk {
  readonly what: string;
  readonly ask: Ask;
}

/** Which records are read: all that everybody sees, the first of them most often. */
export interface Readable {
  readonly ids: readonly string[];
  readonly sessions: readonly LoadSession[];
}

/** Made once: each of them costs a whole vocabulary. */
const words = Array.from({ length: 60 }, (_, n) => englishWord(n * 7));
const compressed = { 'accept-encoding': 'br' };

/** One read of many: half of them by nobody in particular, half by somebody signed in. */
export function readOf({ ids, sessions }: Readable, random: Random): NamedAsk {
  const lang = random() < 0.7 ? 'en' : (pick(random, interfaceLanguages) ?? 'en');
  const record = ids[Math.floor(ids.length * random() ** 4)] ?? '';
  const page = (what: string, path: string) => ({ what, ask: get(`/${lang}${path}`, compressed) });
  if (random() >= 0.5) return signedInRead(lang, record, pick(random, sessions), random);
  const luck = random();
  if (luck < 0.45) return page('anonymous: record', `/activity/${record}`);
  if (luck < 0.8) return page('anonymous: search', `/search?${searchOf(random)}`);
  if (luck < 0.9) return page('anonymous: country', `/countries/${pick(random, seats)}`);
  if (luck < 0.95) return page('anonymous: home', '/');
  return page('anonymous: record as JSON', `/activity/${record}.json`);
}

function signedInRead(
  lang: string,
  anyRecord: string,
  session: LoadSession | undefined,
  random: Random,
): NamedAsk {
  const { post = '', token = '', own = [] } = session ?? {};
  const cookie = { ...compressed, cookie: `session=${token}` };
  const luck = random();
  const id = random() < 0.5 ? (pick(random, own) ?? anyRecord) : anyRecord;
  if (luck < 0.55) return { what: 'signed in: record', ask: get(`/${lang}/activity/${id}`, cookie) };
  if (luck < 0.9) return { what: 'signed in: desk', ask: get(`/${lang}/desk?post=${post}`, cookie) };
  const bearer = { authorization: `Bearer ${token}` };
  return { what: 'signed in: desk as JSON', ask: get(`/${lang}/desk.json?post=${post}&size=25`, bearer) };
}

/** One or two words, the frequent ones most often; every third search has a filter. */
function searchOf(random: Random): string {
  const asked = Array.from(
    { length: random() < 0.5 ? 1 : 2 },
    () => words[Math.floor(words.length * random() ** 2)],
  );
  const filter = random() < 0.33 ? { [shownFacets[1] ?? '']: pick(random, seats) ?? '' } : {};
  return new URLSearchParams({ q: asked.join(' '), ...filter }).toString();
}

function get(path: string, headers: Readonly<Record<string, string>>): Ask {
  return { method: 'GET', path, headers };
}

export function pick<T>(random: Random, all: readonly T[]): T | undefined {
  return all[Math.floor(all.length * random())];
}
