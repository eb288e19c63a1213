import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { IndexChange, IndexDocument } from '../../operations/ports.ts';
import { Contents } from './contents.ts';
import { hitsOf, inAll } from './match.ts';
import type { Hits } from './postings.ts';
import { addScores } from './rank.ts';

const words = ['water', 'waters', 'health', 'healthy', 'bridge'];

function record(recordId: string, text: string): IndexDocument {
  const body = [{ lang: 'en', text }];
  return { recordId, register: 'activity', title: [], summary: [], body, facets: {}, changed: 1 };
}

const change: fc.Arbitrary<IndexChange> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.nat(12), fc.array(fc.constantFrom(...words), { maxLength: 6 }))
      .map(([number, text]) => ({ put: record(`r${number}`, text.join(' ')) })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(12).map((number) => ({ remove: { recordId: `r${number}`, register: '' } })),
  },
);

/** What clauses of any of some words match. */
function hitsOfAll(contents: Contents, clauses: readonly (readonly string[])[]): readonly Hits[] {
  const { surfaces } = contents.lexicon;
  const formsOf = (clause: readonly string[]) =>
    [...surfaces.keys()].filter((form) => clause.includes(surfaces[form] ?? ''));
  return clauses.map((clause) => hitsOf(contents, [formsOf(clause)]));
}

function scoresOf(contents: Contents, lists: readonly Hits[]): readonly number[] {
  const docs = inAll(contents, lists);
  const scores = new Float64Array(docs.length);
  for (const hits of lists) addScores(scores, docs, hits, contents.documents);
  return [...scores];
}

const listOf = ({ docs, weights }: Hits): Hits => ({ docs, weights });
const clauses = fc.array(fc.subarray(words, { minLength: 1 }), { minLength: 1, maxLength: 3 });
const changes = fc.array(change, { minLength: 1, maxLength: 30 });

test('what words match is the same whether they are common or, among many other records, rare', () => {
  const others = Array.from({ length: 3_000 }, (_, number) => ({ put: record(`other${number}`, 'road') }));
  fc.assert(
    fc.property(changes, clauses, (made, asked) => {
      const common = new Contents();
      common.apply(made);
      const rare = new Contents();
      rare.apply([...made, ...others]);
      const many = hitsOfAll(rare, asked);
      assert.ok(many.every(({ byDocument }) => byDocument === undefined));
      assert.deepEqual(many.map(listOf), hitsOfAll(common, asked).map(listOf));
    }),
    { numRuns: 40 },
  );
});

test('common words are found together and ranked as their lists say', () => {
  fc.assert(
    fc.property(changes, clauses, (made, asked) => {
      const contents = new Contents();
      contents.apply(made);
      const hits = hitsOfAll(contents, asked);
      const lists = hits.map(listOf);
      assert.deepEqual(inAll(contents, hits), inAll(contents, lists));
      assert.deepEqual(scoresOf(contents, hits), scoresOf(contents, lists));
    }),
  );
});
