import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import things from './data/field-words.json' with { type: 'json' };
import land from './data/land-words.json' with { type: 'json' };
import people from './data/people-words.json' with { type: 'json' };
import state from './data/state-words.json' with { type: 'json' };
import works from './data/works-words.json' with { type: 'json' };
import { isFieldWord } from './field-words.ts';

const lists = { things, land, works, people, state };
const rows = Object.entries(lists).flatMap(([list, all]) => all.map((row) => ({ list, row })));
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /^[\p{sc=Arabic}\p{M}-]+$/u,
  ru: /^[\p{sc=Cyrillic}-]+$/u,
  zh: /^\p{sc=Han}{2,}$/u,
};
const latin = /^[\p{sc=Latin}\p{N}\p{M}’'·-]+$/u;

describe('the lists of words of the field', () => {
  it('have a cell for each language, English always and four at least with words', () => {
    for (const { list, row } of rows) {
      assert.equal(row.length, interfaceLanguages.length, `${list}: ${row[0]}`);
      assert.ok(row[0] !== '' && row.filter((cell) => cell !== '').length >= 4, `${list}: ${row[0]}`);
    }
  });

  it('say each thing once', () => {
    const said = rows.map(({ row }) => row[0]);
    assert.deepEqual(
      said.filter((one, at) => said.indexOf(one) !== at),
      [],
    );
  });

  it('hold single words in the script of their language; Chinese ones of two characters at least', () => {
    for (const { list, row } of rows) {
      for (const [at, lang] of interfaceLanguages.entries()) {
        const words = (row[at] ?? '').split(' ').filter((word) => word !== '');
        const written = scripts[lang] ?? latin;
        for (const word of words) {
          // A few names are written in Latin letters everywhere (wifi).
          assert.ok(written.test(word) || latin.test(word), `${list}, ${lang}: ${row[0]}: ${word}`);
        }
        assert.ok(
          words.length === 0 || words.some((word) => written.test(word)),
          `${list}, ${lang}: ${row[0]}`,
        );
      }
    }
  });

  it('go through water and energy, land, people and the state', () => {
    for (const stem of ['latrin', 'cassava', 'midwif', 'tariff']) assert.ok(isFieldWord(stem, 'en'), stem);
    assert.ok(!isFieldWord('quorum', 'en'));
  });
});
