import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interfaceLanguages } from '../src/kernel/language-tag.ts';
import { isCountry } from '../src/vocabulary/countries.ts';
import { skipWords } from '../tests/fixtures/shared-data.ts';
import { collection } from './collection.ts';
import {
  blindJudgements,
  blindNeeds,
  firstJudge,
  judgements,
  laterJudges,
  needStatements,
  pairOf,
  secondJudge,
} from './needs.ts';

describe('the collection of needs', () => {
  it('has eight needs in each of seven languages, half of them kept apart', () => {
    for (const language of interfaceLanguages) {
      const own = needStatements.filter((need) => need.language === language);
      assert.equal(own.length, 8, language);
      assert.equal(own.filter(({ half }) => half === 'test').length, 4, language);
    }
    assert.equal(new Set(needStatements.map(({ id }) => id)).size, 56);
    assert.ok(needStatements.every(({ country, text }) => isCountry(country) && text.length > 30));
  });

  it('has ten needs more in each language for development alone, of which most have an answer', () => {
    const ids = new Set(needStatements.map(({ id }) => id));
    for (const language of interfaceLanguages) {
      assert.equal(blindNeeds.filter((need) => need.language === language).length, 10, language);
    }
    assert.ok(
      blindNeeds.every(({ id, half, country }) => half === 'blind' && isCountry(country) && !ids.has(id)),
    );
    const answered = new Set(blindJudgements.filter(({ grade }) => grade >= 2).map(({ need }) => need));
    assert.ok(answered.size > blindNeeds.length / 2);
  });

  it('has grades from 0 to 3, once for a need and a record, with a reason for each that answers', () => {
    const ids = new Set([...needStatements, ...blindNeeds].map(({ id }) => id));
    for (const list of [judgements, firstJudge, secondJudge, laterJudges, blindJudgements]) {
      assert.equal(new Set(list.map(pairOf)).size, list.length);
    }
    for (const { need, grade, reason = '' } of judgements) {
      assert.ok(ids.has(need) && [0, 1, 2, 3].includes(grade));
      assert.ok(grade === 0 || reason !== '', need);
    }
  });

  it('takes the first judge’s grade where two judged, and the second’s where the first did not', () => {
    const grades = new Map(judgements.map((one) => [pairOf(one), one.grade]));
    const first = new Map(firstJudge.map((one) => [pairOf(one), one.grade]));
    for (const one of [...firstJudge, ...secondJudge]) {
      assert.equal(grades.get(pairOf(one)), first.get(pairOf(one)) ?? one.grade);
    }
    assert.ok(secondJudge.some((one) => first.has(pairOf(one))));
    assert.ok(secondJudge.some((one) => !first.has(pairOf(one))));
  });

  it('names only records that are there', async (t) => {
    const library = await collection();
    if (library === undefined) return t.skip(skipWords);
    for (const { record } of judgements) assert.ok(library.all.has(record), record);
  });
});
