import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { phraseLists } from './data/phrase-lists.ts';
import { phrasesIn } from './field-phrases.ts';

const rows = Object.entries(phraseLists).flatMap(([list, all]) => all.map((row) => ({ list, row })));
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /^[\p{sc=Arabic}\p{M}\p{N}\s،/«»().-]+$/u,
  ru: /^[\p{sc=Cyrillic}\p{N}\s«»",/().+-]+$/u,
  zh: /^[\p{sc=Han}\p{sc=Latin}\p{N}、·《》“”%-]{2,12}$/u,
};
const latin = /^[\p{sc=Latin}\p{N}\p{M}\s’'ʼ·,&/().%º°"«»+-]+$/u;

const sayings = (cell: string | undefined): readonly string[] =>
  (cell ?? '').split(' | ').filter((text) => text !== '');

describe('the lists of phrases of the field', () => {
  it('have a cell for each language, English always and four others at least', () => {
    for (const { list, row } of rows) {
      assert.equal(row.length, interfaceLanguages.length, `${list}: ${row[0]}`);
      assert.ok(row[0] !== '' && row.filter((cell) => cell !== '').length >= 5, `${list}: ${row[0]}`);
    }
  });

  it('hold phrases in the script of their language', () => {
    for (const { list, row } of rows) {
      for (const [at, lang] of interfaceLanguages.entries()) {
        const written = scripts[lang] ?? latin;
        for (const text of sayings(row[at])) {
          // Some names are written in Latin letters everywhere (3D, wifi, DOTS).
          assert.ok(written.test(text) || latin.test(text), `${list}, ${lang}: ${row[0]}: ${text}`);
          assert.equal(text, text.trim());
        }
      }
    }
  });

  it('say each English phrase in one row of a list', () => {
    for (const [list, all] of Object.entries(phraseLists)) {
      const said = all.flatMap((row) => sayings(row[0]));
      assert.deepEqual([list, said.filter((one, at) => said.indexOf(one) !== at)], [list, []]);
    }
  });
});

describe('a phrase of the field', () => {
  const shown = (text: string, lang: string) => phrasesIn(text, lang).map((one) => one.shown);

  it('is found in any form of its words, with small words between them', () => {
    assert.deepEqual(shown('Rompre les chaînes du froid coûte cher.', 'fr'), ['chaînes du froid']);
    assert.deepEqual(shown('Без медицинского страхования люди продают скот.', 'ru'), [
      'медицинского страхования',
    ]);
    assert.deepEqual(shown('我们要建立医疗保险制度', 'zh'), ['医疗保险']);
    assert.deepEqual(shown('نريد توسيع التأمين الصحي', 'ar'), ['التأمين الصحي']);
    assert.deepEqual(shown('برامج لقروض الطلاب', 'ar'), ['لقروض الطلاب']);
  });

  it('does not run across a comma or the end of a sentence', () => {
    assert.deepEqual(shown('We lack health, insurance is dear. Cold. Chain stores leave.', 'en'), []);
  });

  it('is the longest that stands there, and each is told once', () => {
    assert.deepEqual(shown('universal health coverage and universal health coverage', 'en'), [
      'universal health coverage',
    ]);
  });

  it('is looked for as it stands first, then as others say it, in each language only in its own records', () => {
    const [phrase] = phrasesIn('assurance maladie', 'fr');
    const ways = phrase?.ways ?? [];
    assert.ok(
      ways.some(({ lang, terms, next }) => lang === 'en' && terms[0] === 'health' && next?.[0] === 'insur'),
    );
    assert.deepEqual([ways[0]?.lang, ways[0]?.terms, ways[0]?.next], ['fr', ['assur'], ['malad']]);
    assert.equal(
      ways.findIndex(({ lang }) => lang !== 'fr'),
      ways.findLastIndex(({ lang }) => lang === 'fr') + 1,
    );
    for (const { lang, elsewhere, translated } of ways) {
      assert.equal(elsewhere, 0);
      assert.equal(translated === true, lang !== 'fr');
    }
  });

  it('counts less where its words stand apart, and is not taken apart in Chinese', () => {
    const ways = phrasesIn('health insurance', 'en')[0]?.ways ?? [];
    const whole = ways.find(({ lang, next }) => lang === 'en' && next?.[0] === 'insur');
    const apart = ways.find(({ lang, beside }) => lang === 'en' && beside?.[0] === 'insur');
    assert.ok(whole !== undefined && apart !== undefined && apart.weight < whole.weight);
    assert.ok(ways.every(({ lang, beside }) => lang !== 'zh' || beside === undefined));
  });

  it('is not looked for in a language that the lists do not have', () => {
    assert.deepEqual(phrasesIn('health insurance', 'sw'), []);
  });
});
