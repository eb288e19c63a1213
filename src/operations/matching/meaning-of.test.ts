import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProblem } from '../../matching/problem.ts';
import type { Held, Meanings } from './library.ts';
import { meaningOf } from './meaning-of.ts';

/** Two meanings, each with its words by language: water, and asking. */
const senses: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  en: [/leak|water|pump/i, /look|help|need/i],
  fr: [/fuite|eau|pompe/i, /cherch|aide|besoin/i],
};
const meanings: Meanings = {
  dimensions: 2,
  vectorOf: (text, lang) => {
    const [water, asking] = senses[lang] ?? [];
    const words = text.split(/\P{L}+/u);
    const counts = [water, asking].map((sense) => words.filter((word) => sense?.test(word)).length);
    const length = Math.hypot(...counts) || 1;
    return Float32Array.from(counts, (count) => count / length);
  },
  translations: () => [],
};
const index = {
  like: () => ({ total: 0, written: [], hits: [] }),
  spread: () => 5,
  size: () => ({ records: 100, terms: 0, bytes: 0 }),
};
const knowledge = { records: 100, spread: () => 5 };

const held = (id: string, title: string, summary: string): Held => ({
  id,
  version: id,
  register: 'practice',
  digest: {
    title: [{ lang: 'en', text: title }],
    summary: [{ lang: 'en', text: summary }],
    body: [],
    facets: {},
  },
  confirmation: 'observed',
  confirmedBy: [],
});
const long = (words: string): string => `${words} `.repeat(100);

/** How near records are to what is asked. */
function nearness(asked: string, ...records: readonly Held[]): readonly number[] {
  const near = meaningOf(
    { index, held: async () => new Map(), meanings },
    readProblem(asked, 'en', knowledge),
  );
  return records.map((record) => near?.(record) ?? Number.NaN);
}

describe('how near a record is in meaning', () => {
  const about = held('about', 'Water', long('water pump'));
  const asks = held('asks', 'Help', long('look help need'));

  it('is reckoned from the words that say something: that somebody looks for help makes no record nearer', () => {
    const [water = 0, asking = 1] = nearness('We look for help, we need help: leaks of pumps', about, asks);
    assert.ok(water > 0.99, `${water}`);
    assert.equal(asking, 0);
  });

  it('reads each sentence in its language', () => {
    const [water = 0] = nearness(
      'The leaks of the pumps are many in these towns. Les fuites des pompes sont nombreuses dans nos villes.',
      about,
    );
    assert.ok(water > 0.99, `${water}`);
  });

  it('counts the name once more: what a record is called says best what it is about', () => {
    const [named = 0, mentioned = 0] = nearness(
      'leaks of pumps',
      held('named', 'Pumps', long('look water')),
      held('mentioned', 'Help', long('look water')),
    );
    assert.ok(named > mentioned && mentioned > 0, `${named} ${mentioned}`);
  });

  it('is less sure of a short text, and nothing of a problem without words', () => {
    const [sure = 0, short = 1] = nearness('leaks', about, held('short', 'Water', 'A pump'));
    assert.ok(short < sure);
    assert.deepEqual(nearness('12 345', about), [0]);
  });

  it('is not told where nothing knows meanings', () => {
    const problem = readProblem('leaks', 'en', knowledge);
    assert.equal(meaningOf({ index, held: async () => new Map() }, problem), undefined);
  });
});
