import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { characterShares } from './character-shares.ts';

/** What characters count in a text where only these pairs are known. */
function sharesIn(terms: readonly string[], known: readonly string[]): readonly string[] {
  return characterShares(terms, (pair) => known.includes(pair)).map(
    ({ character, share }) => `${character} ${share}`,
  );
}

describe('characters of Chinese pairs', () => {
  it('count as words where no pair that they stand in is known', () => {
    assert.deepEqual(sharesIn(['电信', '信'], []), ['电 1', '信 1']);
  });

  it('count little beside a known pair, on either side of it', () => {
    assert.deepEqual(sharesIn(['供水', '水网', '网'], ['供水']), ['供 0.3', '水 0.3', '网 1']);
    assert.deepEqual(sharesIn(['电网', '网'], ['电网']), ['电 0.3', '网 0.3']);
  });

  it('a word of one character counts as a word, though a table knows it', () => {
    assert.deepEqual(sharesIn(['水'], ['水']), ['水 1']);
  });

  it('function words and words of other scripts have none', () => {
    assert.deepEqual(sharesIn(['水与', '与电', '电'], []), ['水 1', '电 1']);
    assert.deepEqual(sharesIn(['gdp', 'it'], ['it']), []);
  });
});
