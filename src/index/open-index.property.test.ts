import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FacetName, type FacetValues, facetNames, type Words } from '../fields/facet.ts';
import { type Clause, parseQuery, type WordClause } from '../language/query.ts';
import { forEachToken } from '../language/tokens.ts';
import type {
  FacetCount,
  IndexAnswer,
  IndexChange,
  IndexDocument,
  IndexQuery,
  SearchIndex,
} from '../operations/ports.ts';
import { openIndex } from './open-index.ts';

const vocabulary: Readonly<Record<string, readonly string[]>> = {
  en: ['project', 'projects', 'water', 'health', 'cooperation', 'South-South', 'training', 'the', 'nation'],
  fr: ['coopération', "l'eau", 'projet', 'projets', 'santé', 'nation', 'nations'],
  ar: ['التعاون', 'تعاون', 'مشروع', 'المشروعات'],
  zh: ['南南合作', '合作', '三方合作项目', '水'],
};
const allWords = Object.values(vocabulary).flat();

const words: fc.Arbitrary<Words> = fc
  .constantFrom(...Object.keys(vocabulary))
  .chain((lang) =>
    fc
      .array(fc.constantFrom(...(vocabulary[lang] ?? [])), { maxLength: 8 })
      .map((picked) => ({ lang, text: picked.join(' ') })),
  );
const years = fc.subarray(['2019', '2020', '2021'], { maxLength: 3 });
const facets: fc.Arbitrary<FacetValues> = fc.record(
  {
    kind: fc.constantFrom(['activity'], ['practice']),
    provider: fc.array(fc.constantFrom('BR', 'CN', 'IN', 'ZA'), { maxLength: 3 }),
    year: years,
  },
  { requiredKeys: [] },
);
const document = fc.record(
  {
    recordId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    register: fc.constant('activity'),
    title: fc.array(words, { maxLength: 2 }),
    summary: fc.array(words, { maxLength: 2 }),
    body: fc.array(words, { maxLength: 2 }),
    facets,
    year: fc.integer({ min: 1990, max: 1993 }),
    changed: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ['recordId', 'register', 'title', 'summary', 'body', 'facets', 'changed'] },
);
const change = fc.oneof(
  { weight: 6, arbitrary: document.map((put) => ({ put })) },
  { weight: 1, arbitrary: document.map(({ recordId, register }) => ({ remove: { recordId, register } })) },
);
const clause = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...allWords) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...allWords), { minLength: 1, maxLength: 3 })
      .map((picked) => `"${picked.join(' ')}"`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...allWords).map((word) => `-${word}`) },
  { weight: 1, arbitrary: fc.constantFrom('pro', 'co', 'n', 'ت', '合').map((start) => `${start}*`) },
);
const query: fc.Arbitrary<IndexQuery> = fc.record({
  words: fc.array(clause, { maxLength: 3 }).map((clauses) => clauses.join(' ')),
  lang: fc.constantFrom('en', 'fr', 'ar', 'zh'),
  filters: fc.record(
    {
      kind: fc.subarray(['activity', 'practice']),
      provider: fc.subarray(['BR', 'CN', 'XX']),
      year: years,
    },
    { requiredKeys: [] },
  ),
  sort: fc.constantFrom('best', 'newest', 'year', 'oldest', 'changes'),
  offset: fc.nat(2),
  limit: fc.nat(6),
  count: fc.subarray(['kind', 'provider', 'year', 'sector'] as const),
  most: fc.record({ provider: fc.nat(3), year: fc.nat(3) }, { requiredKeys: [] }),
  typing: fc.boolean(),
  changed: fc.record({ after: fc.nat(40), before: fc.integer({ min: 1, max: 80 }) }, { requiredKeys: [] }),
});

function assertSame(actual: IndexAnswer, expected: Pick<IndexAnswer, 'total' | 'hits' | 'facets'>): void {
  const shown = ({ hits }: Pick<IndexAnswer, 'hits'>) => hits.map(({ recordId }) => recordId);
  assert.deepEqual(shown(actual), shown(expected));
  assert.equal(actual.total, expected.total);
  assert.deepEqual(actual.facets, expected.facets);
  actual.hits.forEach(({ score }, i) => {
    assert.ok(Math.abs(score - (expected.hits[i]?.score ?? 0)) < 1e-9, 'score');
  });
}

test('whatever is put, replaced, removed and asked, the index answers as a plain search through all records', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(change, fc.option(query)), { minLength: 1, maxLength: 120 }),
      fc.array(query, { minLength: 1, maxLength: 6 }),
      async (steps, queries) => {
        const index = await openIndex({ name: 'test' });
        const naive = new NaiveIndex();
        steps.forEach(([step, asked], i) => {
          index.apply([step], i + 1);
          naive.apply([step]);
          if (asked) assertSame(index.search(asked), naive.search(asked));
        });
        assert.equal(index.position(), steps.length);
        for (const asked of queries) assertSame(index.search(asked), naive.search(asked));
      },
    ),
    { numRuns: 150 },
  );
});

test('an index read from its snapshot answers as before, and goes on taking changes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'index-'));
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 60 }),
        fc.array(change, { maxLength: 60 }),
        fc.array(query, { minLength: 1, maxLength: 6 }),
        async (before, after, queries) => {
          const first: SearchIndex = await openIndex({ folder, name: 'test' });
          const emptied = first.search({ ...everything, limit: 99 }).hits;
          const removals = emptied.map(({ recordId }) => ({ remove: { recordId, register: 'activity' } }));
          first.apply([...removals, ...before], 7);
          await first.save();
          const second = await openIndex({ folder, name: 'test' });
          assert.equal(second.position(), 7);
          for (const asked of queries) assert.deepEqual(second.search(asked), first.search(asked));
          const naive = new NaiveIndex();
          naive.apply([...before, ...after]);
          second.apply(after, 8);
          for (const asked of queries) assertSame(second.search(asked), naive.search(asked));
        },
      ),
      { numRuns: 60 },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

const everything: IndexQuery = {
  words: '',
  lang: 'en',
  filters: {},
  sort: 'best',
  offset: 0,
  limit: 20,
  count: [],
};

/** The oracle: plain arrays, nothing indexed. Shares with the index only the cutting of words and queries. */
class NaiveIndex {
  #documents: readonly IndexDocument[] = [];

  apply(changes: readonly IndexChange[]): void {
    for (const change of changes) {
      const id = 'put' in change ? change.put.recordId : change.remove.recordId;
      const others = this.#documents.filter(({ recordId }) => recordId !== id);
      this.#documents = 'put' in change ? [...others, change.put] : others;
    }
  }

  search(query: IndexQuery): Pick<IndexAnswer, 'total' | 'hits' | 'facets'> {
    const { must, not } = parseQuery(query.words, query.lang, { typing: query.typing === true });
    const texts = new Map(this.#documents.map((document) => [document, tokensOf(document)]));
    const lengths = new Map(this.#documents.map((document) => [document, lengthOf(document)]));
    const mean = sum([...lengths.values()]) / Math.max(1, lengths.size);
    const score = (document: IndexDocument): number =>
      sum(
        must.map((clause) => {
          const df = this.#documents.filter((other) => weightIn(texts.get(other) ?? [], clause) > 0).length;
          const idf = Math.log(1 + (lengths.size - df + 0.5) / (df + 0.5));
          const weight = weightIn(texts.get(document) ?? [], clause);
          const relative = (lengths.get(document) ?? 0) / Math.max(1, mean);
          return (idf * weight * 2.2) / (weight + 1.2 * (0.6 + 0.4 * relative));
        }),
      );
    const worded = this.#documents.filter((document) => {
      const tokens = texts.get(document) ?? [];
      return must.every((c) => weightIn(tokens, c) > 0) && !not.some((c) => weightIn(tokens, c) > 0);
    });
    const found = worded.filter((document) => failed(document, query).length === 0).reverse();
    const byScore = query.sort === 'best' && must.length > 0;
    const unknown = Number.NEGATIVE_INFINITY;
    const keys = new Map(
      found.map((document) => {
        if (byScore) return [document, score(document)];
        if (query.sort === 'year') return [document, document.year ?? unknown];
        if (query.sort === 'oldest') return [document, -(document.year ?? -unknown)];
        return [document, query.sort === 'changes' ? -document.changed : document.changed];
      }),
    );
    const key = (document: IndexDocument): number => keys.get(document) ?? 0;
    found.sort((a, b) => (key(a) === key(b) ? b.changed - a.changed : key(b) > key(a) ? 1 : -1));
    return {
      total: found.length,
      hits: found
        .filter(({ changed }) => (query.changed?.after ?? -1) < changed)
        .filter(({ changed }) => changed < (query.changed?.before ?? Number.POSITIVE_INFINITY))
        .slice(query.offset, query.offset + query.limit)
        .map((document) => ({ recordId: document.recordId, score: byScore ? key(document) : 0 })),
      facets: Object.fromEntries(query.count.map((name) => [name, counted(worded, query, name)])),
    };
  }
}

interface Token {
  readonly surface: string;
  readonly term: string;
  readonly weight: number;
}

/** Texts of a record one after the other, with a hole between them. */
function tokensOf({ title, summary, body }: IndexDocument): readonly (Token | undefined)[] {
  const read = (texts: readonly Words[], weight: number): (Token | undefined)[] =>
    texts.flatMap(({ lang, text }) => {
      const tokens: (Token | undefined)[] = [];
      forEachToken(text, lang, (surface, term) => tokens.push({ surface, term, weight }));
      return [...tokens, undefined];
    });
  return [...read(title, 4), ...read(summary, 1), ...read(body, 1)];
}

function lengthOf(document: IndexDocument): number {
  const languages = Object.keys(vocabulary).map((lang) => {
    const only = (texts: readonly Words[]) => texts.filter((text) => text.lang === lang);
    const { title, summary, body } = document;
    const tokens = tokensOf({ ...document, title: only(title), summary: only(summary), body: only(body) });
    return sum(tokens.map((token) => token?.weight ?? 0));
  });
  return Math.max(...languages);
}

/** 0 when the clause does not match. */
function weightIn(tokens: readonly (Token | undefined)[], clause: Clause): number {
  if (!('words' in clause)) {
    return sum(tokens.map((token) => (token && matches(token, clause) ? token.weight : 0)));
  }
  const stands = tokens.some((_, at) =>
    clause.words.every((word, i) => {
      const token = tokens[at + i];
      return token !== undefined && matches(token, word);
    }),
  );
  return stands ? Math.min(...clause.words.map((word) => weightIn(tokens, word))) : 0;
}

function matches({ surface, term }: Token, word: WordClause): boolean {
  return word.terms.includes(term) || (word.prefix && surface.startsWith(word.surface));
}

function failed({ facets: has }: IndexDocument, { filters }: IndexQuery): readonly FacetName[] {
  return facetNames.filter((name) => {
    const wanted = filters[name] ?? [];
    return wanted.length > 0 && !wanted.some((value) => has[name]?.includes(value));
  });
}

function counted(
  documents: readonly IndexDocument[],
  query: IndexQuery,
  name: FacetName,
): readonly FacetCount[] {
  const reached = documents.filter((document) => failed(document, query).every((facet) => facet === name));
  const values = [...new Set(reached.flatMap((document) => document.facets[name] ?? []))];
  return values
    .map((value) => ({ value, count: reached.filter((one) => one.facets[name]?.includes(value)).length }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, query.most?.[name]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, number) => so + number, 0);
}
