import assert from 'node:assert/strict';
import { it } from 'node:test';
import { skipWords } from '../tests/fixtures/shared-data.ts';
import { measureNeeds, measurePartners } from './matching-measures.ts';
import type { Row } from './statistics.ts';

const of = (rows: readonly Row[], what: string): Row => {
  const row = rows.find((one) => one.what === what);
  assert.ok(row?.interval !== undefined, what);
  return row;
};

it('on needs that were kept apart, who has solved this answers twice as well as plain words', async (t) => {
  const rows = await measureNeeds();
  if (rows === undefined) return t.skip(skipWords);
  const plain = of(rows, 'plain words (any word, BM25): nDCG@10');
  const whole = of(rows, 'who has solved this: nDCG@10');
  assert.ok(whole.value > 2 * plain.value);
  assert.ok((whole.interval?.[0] ?? 0) > (plain.interval?.[1] ?? 1));
});

it('suggestions of partners find new links no worse than the number of providers alone', (t) => {
  const rows = measurePartners();
  if (rows === undefined) return t.skip(skipWords);
  const popularity = of(rows, 'popularity: average precision');
  const suggestions = of(rows, 'suggestions: average precision');
  assert.ok(suggestions.value >= popularity.value);
  assert.ok((rows[0]?.value ?? 1) < suggestions.value);
});
