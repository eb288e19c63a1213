import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { IndexDocument, SearchIndex, WeighedWord } from '../operations/ports.ts';
import { openIndex } from './open-index.ts';

const document = (recordId: string, text: string, provider: readonly string[] = []): IndexDocument => ({
  recordId,
  register: 'practice',
  title: [{ lang: 'en', text }],
  summary: [],
  body: [],
  facets: { kind: ['practice'], provider },
  changed: 1,
});

async function indexOf(documents: readonly IndexDocument[]): Promise<SearchIndex> {
  const index = await openIndex({ name: 'like' });
  index.apply(
    documents.map((put) => ({ put })),
    documents.length,
  );
  return index;
}

const word = (...terms: readonly string[]): WeighedWord => ({
  weight: 1,
  ways: terms.map((term, at) => ({ terms: [term], weight: at === 0 ? 1 : 0.5 })),
});

describe('records like the words', () => {
  it('need not have all of them: the one with most stands first, and it is told which', async () => {
    const index = await indexOf([
      document('a', 'pumps'),
      document('b', 'leaks in pipes'),
      document('c', 'leaks of pumps'),
    ]);
    const { total, hits } = index.like({ words: [word('leak'), word('pump')], filters: {}, limit: 10 });
    assert.equal(total, 3);
    assert.equal(hits[0]?.recordId, 'c');
    assert.deepEqual(hits[0]?.words, [0, 1]);
    assert.deepEqual(hits.find(({ recordId }) => recordId === 'b')?.words, [0]);
  });

  it('a word said in two ways counts once, the better way', async () => {
    const index = await indexOf([document('a', 'water agua'), document('b', 'water'), document('c', 'agua')]);
    const { hits } = index.like({ words: [word('water', 'agua')], filters: {}, limit: 10 });
    const score = (id: string) => hits.find(({ recordId }) => recordId === id)?.score ?? 0;
    assert.ok(score('b') > score('c'));
    assert.ok(score('a') <= score('b'));
  });

  it('a stem of one language is not looked for in records of another, and a word as typed counts less there', async () => {
    const inLanguage = (recordId: string, lang: string, text: string): IndexDocument => ({
      ...document(recordId, ''),
      title: [{ lang, text }],
    });
    const index = await indexOf([
      inLanguage('mali', 'fr', 'mission au mal'),
      inLanguage('malaria', 'pt', 'o mal das zonas'),
      inLanguage('unsaid', 'und', 'mal'),
      inLanguage('both', 'fr', 'mal'),
    ]);
    const ask = (way: Partial<WeighedWord['ways'][number]>) =>
      index.like({
        words: [{ weight: 1, ways: [{ terms: ['mal'], weight: 1, ...way }] }],
        filters: {},
        limit: 10,
      }).hits;
    const only = ask({ lang: 'pt', elsewhere: 0 });
    assert.deepEqual(only.map(({ recordId }) => recordId).sort(), ['malaria', 'unsaid']);
    const less = new Map(ask({ lang: 'pt', elsewhere: 0.5 }).map(({ recordId, score }) => [recordId, score]));
    const full = new Map(ask({}).map(({ recordId, score }) => [recordId, score]));
    assert.equal(less.get('mali'), (full.get('mali') ?? 0) / 2);
    assert.equal(less.get('unsaid'), full.get('unsaid'));
  });

  it('a phrase is found only where its words stand one after the other', async () => {
    const index = await indexOf([
      document('phrase', 'the cold chain of vaccines'),
      document('words', 'a chain of cold nights'),
      document('one', 'cold nights'),
    ]);
    const phrase: WeighedWord = { weight: 1, ways: [{ terms: ['cold'], next: ['chain'], weight: 1 }] };
    const { hits } = index.like({ words: [phrase], filters: {}, limit: 10 });
    assert.deepEqual(
      hits.map(({ recordId }) => recordId),
      ['phrase'],
    );
  });

  it('words of a phrase that may stand apart have to stand there all', async () => {
    const index = await indexOf([
      document('apart', 'a chain of cold nights'),
      document('one', 'cold nights'),
    ]);
    const apart: WeighedWord = { weight: 1, ways: [{ terms: ['cold'], beside: ['chain'], weight: 1 }] };
    const { hits } = index.like({ words: [apart], filters: {}, limit: 10 });
    assert.deepEqual(
      hits.map(({ recordId }) => recordId),
      ['apart'],
    );
  });

  it('a record that is about a thing stands before one that mentions it among many', async () => {
    const index = await indexOf([
      document(
        'mentions',
        'wells and pumps and leaks and roads and seeds and schools, with clinics and ports beside',
      ),
      document(
        'about',
        'leaks: how leaks are found, and why leaks come back; what a leak costs, with many a word beside',
      ),
      ...['a', 'b', 'c', 'd'].map((id) => document(id, 'pumps of the delta')),
    ]);
    const { hits } = index.like({ words: [word('leak'), word('pump')], filters: {}, limit: 10 });
    assert.deepEqual(
      hits.slice(0, 2).map(({ recordId }) => recordId),
      ['about', 'mentions'],
    );
  });

  it('filters come before ranking: what does not pass is not counted', async () => {
    const index = await indexOf([document('a', 'rice', ['BD']), document('b', 'rice', ['VN'])]);
    const { total, hits } = index.like({ words: [word('rice')], filters: { provider: ['VN'] }, limit: 10 });
    assert.equal(total, 1);
    assert.deepEqual(
      hits.map(({ recordId }) => recordId),
      ['b'],
    );
  });

  it('a record that was removed is not found, one that was written anew once', async () => {
    const index = await indexOf([document('a', 'rice'), document('b', 'rice')]);
    index.apply(
      [{ remove: { recordId: 'a', register: 'practice' } }, { put: document('b', 'rice paddy') }],
      3,
    );
    const { total, hits } = index.like({ words: [word('rice')], filters: {}, limit: 10 });
    assert.equal(total, 1);
    assert.equal(hits[0]?.recordId, 'b');
  });

  it('of 32 words the last is told as the first; a 33rd is not looked at', async () => {
    const names = Array.from({ length: 33 }, (_, at) => `w${String.fromCharCode(97 + (at % 26))}${at}x`);
    const index = await indexOf([document('a', names.join(' '))]);
    const words = names.map((name) => word(name));
    assert.equal(index.like({ words, filters: {}, limit: 1 }).hits[0]?.words.length, 32);
  });

  it('no words find nothing', async () => {
    const index = await indexOf([document('a', 'rice')]);
    assert.deepEqual(index.like({ words: [], filters: {}, limit: 10 }), {
      total: 0,
      written: [],
      hits: [],
    });
    assert.equal(index.spread(['rice']), 1);
    assert.equal(index.spread(['wheat']), 0);
  });

  it('are counted by the languages of their texts, and only those in some of them are given where asked', async () => {
    const inLanguages = (recordId: string, ...langs: readonly string[]): IndexDocument => ({
      ...document(recordId, ''),
      title: langs.map((lang) => ({ lang, text: 'solar' })),
    });
    const index = await indexOf([
      inLanguages('english', 'en'),
      inLanguages('both', 'en', 'es'),
      inLanguages('arabic', 'ar'),
      inLanguages('swahili', 'sw'),
      inLanguages('unsaid', 'und'),
    ]);
    const query = { words: [word('solar')], filters: {}, limit: 10 };
    const counts = [
      { value: 'en', count: 2 },
      { value: 'es', count: 1 },
      { value: 'ar', count: 1 },
    ];
    const all = index.like(query);
    assert.deepEqual([all.total, all.written], [5, counts]);
    const some = index.like({ ...query, written: ['es', 'ar'] });
    assert.deepEqual([some.total, some.written], [2, counts]);
    assert.deepEqual(some.hits.map(({ recordId }) => recordId).sort(), ['arabic', 'both']);
    assert.equal(index.like({ ...query, written: ['ru'] }).total, 0);
  });

  it('every hit has a word, scores fall, and more words never take a record away', async () => {
    const vocabulary = ['rice', 'water', 'milk', 'road', 'seed'];
    const some = fc.subarray(vocabulary, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 12 }), some, async (texts, asked) => {
        const index = await indexOf(texts.map((words, at) => document(`r${at}`, words.join(' '))));
        const { hits, total } = index.like({ words: asked.map((one) => word(one)), filters: {}, limit: 50 });
        assert.equal(total, texts.filter((words) => words.some((one) => asked.includes(one))).length);
        for (const [at, hit] of hits.entries()) {
          assert.ok(hit.words.length > 0);
          assert.ok(hit.score <= (hits[at - 1]?.score ?? Number.POSITIVE_INFINITY));
        }
      }),
      { numRuns: 100 },
    );
  });
});
