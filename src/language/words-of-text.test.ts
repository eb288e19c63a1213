import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsOfText } from './words-of-text.ts';

const shown = (text: string, lang: string) => wordsOfText(text, lang).map((word) => word.shown);

describe('words of a text', () => {
  it('are those that say something: no function words, no numbers, no single letters', () => {
    assert.deepEqual(shown('The 3 losses of water in a small town, and 40 pumps', 'en'), [
      'losses',
      'water',
      'small',
      'town',
      'pumps',
    ]);
    assert.deepEqual(shown("Les pertes d'eau dans les petites villes", 'fr'), [
      'pertes',
      'eau',
      'petites',
      'villes',
    ]);
  });

  it('keep a word that is a function word elsewhere only: Spanish sur is the south', () => {
    assert.ok(!shown('Une étude sur le riz', 'fr').includes('sur'));
    assert.ok(shown('Proyectos del norte y sur andino', 'pt').includes('sur'));
    assert.ok(!shown('étude sur riz', 'und').includes('sur'));
  });

  it('are counted, whatever their case or accents', () => {
    const [water] = wordsOfText('Água, agua, ÁGUA', 'pt');
    assert.equal(water?.count, 3);
    assert.equal(water?.surface, 'agua');
  });

  it('have the stem of their language first and those of the others after it', () => {
    const [word] = wordsOfText('vaccinations', 'fr');
    assert.ok((word?.terms.length ?? 0) > 1);
    assert.ok(word?.terms.includes('vaccin'));
  });

  it('of Chinese are pairs of characters within words, never across two words', () => {
    const pairs = shown('小城镇的供水漏损', 'zh');
    assert.ok(pairs.includes('供水'));
    assert.ok(!pairs.includes('镇的') && !pairs.includes('的供'));
  });

  it('of a text without any are none', () => {
    assert.deepEqual(shown('', 'en'), []);
    assert.deepEqual(shown('12 34 % — 2003', 'und'), []);
  });
});
