import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { IndexChange, IndexDocument, IndexQuery } from '../../operations/ports.ts';
import { Compaction } from './compaction.ts';
import { Contents } from './contents.ts';
import { like } from './like.ts';
import { search } from './search.ts';

/** Records share words two by two, so that there are far more word forms than one slice copies. */
function record(number: number, version: number): IndexDocument {
  const text = Array.from({ length: 20 }, (_, i) => `word${Math.floor(number / 2)}x${i}`).join(' ');
  return {
    recordId: `r${number}`,
    register: 'activity',
    title: [{ lang: version % 2 === 0 ? 'en' : 'fr', text: `water v${version}` }],
    summary: [],
    body: [{ lang: 'en', text }],
    facets: { provider: [version % 2 === 0 ? 'BR' : 'IN'] },
    changed: number * 10 + version,
  };
}

const change: fc.Arbitrary<IndexChange> = fc
  .tuple(fc.nat(99), fc.nat(9), fc.boolean())
  .map(([number, version, put]) =>
    put ? { put: record(number, version) } : { remove: { recordId: `r${number}`, register: 'activity' } },
  );

const asked = ['water', 'word7x3', '"word7x3 word7x4"', 'v3', 'word17*', '-v3 water'];
/** Water, in French records alone. */
const french = { words: [{ weight: 1, ways: [{ terms: ['water'], weight: 1, lang: 'fr', elsewhere: 0 }] }] };

function answers(contents: Contents): unknown {
  const said = like(contents, { ...french, filters: {}, limit: 200 });
  const found = asked.map((words) => {
    const query: IndexQuery = {
      words,
      lang: 'en',
      filters: {},
      sort: 'newest',
      offset: 0,
      limit: 200,
      count: ['provider'],
    };
    const { total, hits, facets } = search(contents, query);
    return { total, hits, facets };
  });
  return { said: said.hits.map(({ recordId }) => recordId).sort(), found };
}

test('an index that changes while its dead are cleared away answers afterwards as one that was never cleared', () => {
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 60 }),
      fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 8 }),
      (before, during) => {
        const old = new Contents();
        old.apply(Array.from({ length: 100 }, (_, number) => ({ put: record(number, 0) })));
        old.apply(before);
        const dead = old.documents.dead;
        const compaction = new Compaction(old);
        for (const changes of during) {
          compaction.workUntil(0);
          old.apply(changes);
          compaction.note(changes);
        }
        let slices = 1;
        let fresh = compaction.workUntil(0);
        for (; fresh === undefined; slices += 1) fresh = compaction.workUntil(0);
        assert.ok(slices + during.length > 3);
        assert.deepEqual(answers(fresh), answers(old));
        assert.equal(fresh.documents.dead, old.documents.dead - dead);
      },
    ),
    { numRuns: 40 },
  );
});
