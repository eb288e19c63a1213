import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { relatedLists } from './data/related-lists.ts';
import { namesOfWord, stemsOfNamed } from './field-words.ts';
import { phrasesNamed } from './phrase-ways.ts';
import { type Knowledge, readProblem } from './problem.ts';
import { relatedThings } from './related.ts';
import { leastRelated, mostRelated, relatedShare, wordShare } from './weights.ts';

const knowledge: Knowledge = { records: 1_000, spread: () => 10 };
const relatedTo = (text: string, lang = 'en') => readProblem(text, lang, knowledge).related;
const namedIn = (text: string, lang = 'en') => relatedTo(text, lang).map(({ shown }) => shown);
const said = (name: string, share = 1) => ({ name, shown: name, share });

describe('what answers a problem, or is near to it', () => {
  it('is looked for beside the words: who has solved it may not name the problem', () => {
    const found = relatedTo('Our villages suffer from power cuts.');
    assert.ok(found.some(({ relation }) => relation === 'answers'));
    assert.ok(found.every(({ asked }) => asked !== ''));
    assert.deepEqual(
      found.filter(({ shown }) => shown === 'power cuts'),
      [],
    );
  });

  it('is the same whatever the language of the problem, and is called in it where we have a word', () => {
    const english = relatedTo('Power cuts are frequent in our towns.');
    const french = relatedTo('Les coupures de courant sont fréquentes dans nos villes.', 'fr');
    const ways = (all: typeof english) =>
      new Set(
        all.flatMap((one) => one.ways.filter(({ lang }) => lang === 'en').map(({ terms }) => terms[0])),
      );
    const shared = [...ways(english)].filter((stem) => ways(french).has(stem));
    assert.ok(shared.length > ways(english).size / 2, `${shared.length} of ${ways(english).size}`);
    assert.ok(french.some(({ shown }) => /[éèàç]|d’|de /u.test(shown)));
  });

  it('counts no more than its share, that of a single word less, and no thing that is said is related', () => {
    for (const one of relatedThings([said('power cuts'), said('mini-grid', wordShare)], 'en')) {
      assert.ok(one.weight > 0 && one.weight <= relatedShare, one.shown);
      assert.ok(one.ways.length > 0, one.shown);
      assert.ok(!['power cuts', 'mini-grid'].includes(one.shown));
    }
  });

  it('is surer the more of the text leads to it', () => {
    const [first] = relatedThings([said('power cuts', 0.5)], 'en');
    assert.ok(first !== undefined);
    const more = relatedLists.filter(([, ...cells]) => cells.join(' | ').split(' | ').includes(first.shown));
    const both = relatedThings(
      more.map(([name = '']) => said(name, 0.5)),
      'en',
    ).find(({ shown }) => shown === first.shown);
    assert.ok((both?.weight ?? 0) > first.weight);
  });

  it('is at most so much, however long the text, and nothing where nothing is known', () => {
    const all = relatedLists.map(([name = '']) => said(name, leastRelated));
    assert.ok(relatedThings(all.slice(0, 200), 'en').length <= mostRelated);
    assert.deepEqual(relatedThings([], 'en'), []);
    assert.deepEqual(relatedThings([said('no such thing')], 'en'), []);
    assert.deepEqual(namedIn('Xyzzy plugh'), []);
  });
});

describe('a thing that has one word', () => {
  it('is looked for in the words that other languages have for it, and leads to what is related to it', () => {
    for (const [text, lang] of [
      ['sobrepastoreo', 'es'],
      ['surpâturage', 'fr'],
      ['overgrazing', 'en'],
    ] as const) {
      const { words, related } = readProblem(text, lang, knowledge);
      const said = words.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms));
      assert.ok(
        said.some((stem) => stem.startsWith('overgraz')),
        text,
      );
      assert.ok(
        said.some((stem) => stem.startsWith('surpatur')),
        text,
      );
      assert.ok(related.length > 0, text);
    }
  });
});

describe('the lists of what is related', () => {
  it('name things that our lists hold, each once, none related to itself', () => {
    const isKnown = (name: string) => phrasesNamed(name).length > 0 || stemsOfNamed(name).length > 0;
    const names = relatedLists.map(([name = '']) => name);
    assert.equal(new Set(names).size, names.length);
    for (const [name = '', ...cells] of relatedLists) {
      assert.equal(cells.length, 3, name);
      const to = cells.flatMap((cell) => (cell === '' ? [] : cell.split(' | ')));
      assert.deepEqual(
        to.filter((one) => !isKnown(one)),
        [],
        name,
      );
      assert.ok(isKnown(name) && to.length > 0 && !to.includes(name), name);
      assert.equal(new Set(to).size, to.length, `${name}: twice the same`);
    }
  });

  it('are reached from words of the field in any language', () => {
    for (const [stem, lang] of [
      ['leak', 'en'],
      ['fuit', 'fr'],
    ] as const)
      assert.ok(namesOfWord(stem, lang).includes('leak'), stem);
  });
});
