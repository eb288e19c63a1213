import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldsOf } from './folds.ts';
import { runsOf, withoutCopies, withoutOverlaps, wordsInARow } from './overlaps.ts';
import { withoutTermsWithin } from './terms-within.ts';

const sentence = 'By 2030 ensure that all girls and boys complete free primary and secondary education';
const said = (text: string, language = 'en', group = '') => ({ text, language, group });

describe('texts that share eight words in a row', () => {
  it('are left out of what is learnt from, whatever their case, accents and marks', () => {
    const kept = said('A wholly different sentence about the harvest of rice in the delta region');
    const copy = said(`Our aim: ENSURE that all “girls” and boys — complete free primary school!`);
    assert.deepEqual(withoutOverlaps([copy, kept], [said(sentence)]), [kept]);
  });

  it('seven words in a row are no copy', () => {
    const seven = sentence
      .split(' ')
      .slice(0, wordsInARow - 1)
      .join(' ');
    const other = said(`${seven} nothing else of it comes here`);
    assert.deepEqual(withoutOverlaps([other], [said(sentence)]), [other]);
  });

  it('are found in Chinese too, which has no spaces', () => {
    const text = '到2030年，确保所有男女童完成免费、公平和优质的中小学教育';
    assert.deepEqual(withoutOverlaps([said(`目标：${text}。`, 'zh')], [said(text, 'zh')]), []);
  });

  it('none of what is left shares a run with what is kept aside: for any texts', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 30 });
    const texts = fc.array(
      words.map((list) => said(list.join(' '))),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(texts, texts, (training, aside) => {
        const runs = new Set(aside.flatMap(({ text }) => [...runsOf(text, 'en')]));
        for (const { text } of withoutOverlaps(training, aside)) {
          for (const run of runsOf(text, 'en')) assert.ok(!runs.has(run));
        }
      }),
    );
  });
});

describe('copies', () => {
  it('stand once: the first of them', () => {
    const texts = [said('Wells of Kayar'), said('WELLS, of Kayar!'), said('Wells of Dakar'), said(' … ')];
    assert.deepEqual(withoutCopies(texts), [texts[0], texts[2]]);
  });
});

describe('parts', () => {
  const groups = fc.array(
    fc.record({
      text: fc.constantFrom('one two', 'three four', sentence, `${sentence} again`),
      language: fc.constant('en'),
      group: fc.constantFrom('SN', 'BR', 'CN', 'IN', 'ZA'),
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('never divide a group, nor texts that are copies of one another', () => {
    fc.assert(
      fc.property(groups, fc.nat(), (texts, seed) => {
        const folds = foldsOf(texts, { count: 3, seed });
        texts.forEach(({ group, text }, a) => {
          texts.forEach((other, b) => {
            const isCopy = text === other.text && texts.filter((one) => one.text === text).length <= 12;
            if (group === other.group || isCopy) assert.equal(folds[a], folds[b]);
          });
        });
      }),
    );
  });

  it('are the same for the same seed', () => {
    const texts = Array.from({ length: 50 }, (_, at) => said(`text number ${at}`, 'en', `group ${at % 20}`));
    assert.deepEqual(foldsOf(texts, { count: 4, seed: 9 }), foldsOf(texts, { count: 4, seed: 9 }));
  });

  it('of a source without groups are dealt text by text, and are about equal', () => {
    const texts = Array.from({ length: 90 }, (_, at) => said(`alpha${at} beta${at}`, 'en', 'sentences'));
    const folds = foldsOf(texts, { count: 3, seed: 1, ungrouped: new Set(['sentences']) });
    for (const fold of [0, 1, 2]) assert.equal(folds.filter((one) => one === fold).length, 30);
  });
});

describe('terms of the glossary', () => {
  const term = (id: string, texts: Record<string, string>) => ({ id, group: id, texts });
  const aside = [
    term('sdg/1', {
      en: 'Proportion of population using safely managed drinking water services',
      ar: 'نسبة السكان',
    }),
  ];

  it('that stand in a text kept aside, in any form and language, are left out', () => {
    const within = [
      term('1', { en: 'drinking waters', fr: 'eau potable' }),
      term('2', { en: 'share', ar: 'السكان' }),
    ];
    assert.deepEqual(withoutTermsWithin(within, aside), []);
  });

  it('of a list of words for one thing are left out when one of the words stands there', () => {
    const list = {
      ...term('4', { en: 'well borehole population', fr: 'puits forage' }),
      isList: true as const,
    };
    assert.deepEqual(withoutTermsWithin([list], aside), []);
    const other = { ...term('5', { en: 'well borehole', fr: 'puits forage' }), isList: true as const };
    assert.deepEqual(withoutTermsWithin([other], aside), [other]);
  });

  it('that share only a part with it stay', () => {
    const other = [term('3', { en: 'water losses', ar: 'فاقد المياه' })];
    assert.deepEqual(withoutTermsWithin(other, aside), other);
  });
});
