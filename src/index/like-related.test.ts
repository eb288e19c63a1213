import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { IndexDocument, SearchIndex, WeighedWord } from '../operations/ports.ts';
import { openIndex } from './open-index.ts';

const document = (recordId: string, text: string, lang = 'en'): IndexDocument => ({
  recordId,
  register: 'practice',
  title: [{ lang, text }],
  summary: [],
  body: [],
  facets: { kind: ['practice'] },
  changed: 1,
});

async function indexOf(documents: readonly IndexDocument[]): Promise<SearchIndex> {
  const index = await openIndex({ name: 'related' });
  index.apply(
    documents.map((put) => ({ put })),
    documents.length,
  );
  return index;
}

const word = (term: string, weight = 1): WeighedWord => ({ weight, ways: [{ terms: [term], weight: 1 }] });
const phrase = (first: string, second: string): WeighedWord => ({
  weight: 0.5,
  ways: [{ terms: [first], next: [second], weight: 1, lang: 'en', elsewhere: 0 }],
});
const ids = ({ hits }: ReturnType<SearchIndex['like']>) => hits.map(({ recordId }) => recordId);

describe('things related to what is asked', () => {
  it('lift the record that speaks of them among those that say the same words', async () => {
    const index = await indexOf([
      document('talk', 'water for all, a campaign'),
      document('meters', 'water and district meters'),
      document('other', 'rice in fields'),
    ]);
    const query = { words: [word('water')], filters: {}, limit: 10 };
    assert.equal(ids(index.like({ ...query, related: [phrase('district', 'meter')] }))[0], 'meters');
    // Its words the other way round are not the thing.
    const scores = (related: readonly WeighedWord[]) =>
      new Map(index.like({ ...query, related }).hits.map(({ recordId, score }) => [recordId, score]));
    assert.deepEqual(scores([phrase('meter', 'district')]), scores([]));
  });

  it('are no words that were asked: places of words are told of these alone', async () => {
    const index = await indexOf([document('a', 'water and district meters')]);
    const [hit] = index.like({
      words: [word('pump'), word('water')],
      related: [phrase('district', 'meter')],
      filters: {},
      limit: 1,
    }).hits;
    assert.deepEqual(hit?.words, [1]);
  });

  it('find a record that says nothing else where few say the words, only in its language, filters first', async () => {
    const index = await indexOf([
      document('leak', 'leak'),
      document('meters', 'district meters'),
      document('german', 'district meters', 'de'),
    ]);
    const query = { words: [word('leak')], related: [phrase('district', 'meter')], limit: 10 };
    const found = index.like({ ...query, filters: {} });
    assert.deepEqual([found.total, ids(found)], [2, ['leak', 'meters']]);
    assert.deepEqual(ids(index.like({ ...query, filters: { kind: ['activity'] } })), []);
  });

  it('are looked for in the records that say most of the words where many say some', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) =>
      document(
        `many${at}`,
        at < 1_000 ? `water water well${at}` : `water ${'and much else '.repeat(40)}well${at}`,
      ),
    );
    const index = await indexOf([
      ...many,
      document('last', `water ${'and more text '.repeat(60)}district meters`),
    ]);
    const score = (related: readonly WeighedWord[]) =>
      index
        .like({ words: [word('water')], related, filters: {}, limit: 2_000 })
        .hits.find(({ recordId }) => recordId === 'last')?.score;
    assert.equal(score([phrase('district', 'meter')]), score([]));
  });

  it('never lower a record, and one more of them never either', async () => {
    const words = ['water', 'leak', 'pump', 'meter', 'pipe'];
    const text = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
      .map((all) => all.join(' '));
    const pairs = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 12 }), pairs, async (texts, related) => {
        const index = await indexOf(texts.map((one, at) => document(`d${at}`, one)));
        const scores = (count: number) =>
          new Map(
            index
              .like({
                words: [word('water'), word('leak')],
                related: related.slice(0, count).map(([first, second]) => phrase(first, second)),
                filters: {},
                limit: 100,
              })
              .hits.map(({ recordId, score }) => [recordId, score]),
          );
        let before = scores(0);
        for (let count = 1; count <= related.length; count += 1) {
          const after = scores(count);
          for (const [id, score] of before) assert.ok((after.get(id) ?? 0) >= score - 1e-9, id);
          before = after;
        }
      }),
      { numRuns: 60 },
    );
  });
});
