import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Fault } from '../../kernel/fault.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { longestReadForSense } from './content-terms.ts';
import { conceptsWhenAsked, openConcepts } from './open-concepts.ts';

const file = readFileSync(new URL('../../../content/weights/concepts.bin', import.meta.url));
const concepts = openConcepts(file);

/** One plea for help with water that is lost from pipes, and one about something else, in seven languages. */
const waterLosses = {
  en: 'Reduce water losses in the pipes of small towns',
  fr: 'Réduire les pertes d’eau dans les réseaux des petites villes',
  es: 'Reducir las pérdidas de agua en las redes de ciudades pequeñas',
  ar: 'الحد من فاقد المياه في شبكات المدن الصغيرة',
  ru: 'Сокращение потерь воды в сетях малых городов',
  zh: '减少小城镇供水管网的水损失',
  pt: 'Reduzir as perdas de água nas redes de pequenas cidades',
} as const;
const girlsAtSchool = {
  en: 'Keep girls at secondary school',
  fr: 'Maintenir les filles à l’école secondaire',
  es: 'Mantener a las niñas en la escuela secundaria',
  ar: 'إبقاء الفتيات في المدارس الثانوية',
  ru: 'Удержание девочек в средней школе',
  zh: '让女童继续接受中等教育',
  pt: 'Manter as meninas na escola secundária',
} as const;

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, part, at) => sum + part * (b[at] ?? 0), 0);
}

describe('one concept layer for all who ask', () => {
  it('is read at the first question, and not again', () => {
    let read = 0;
    const asked = conceptsWhenAsked(() => {
      read += 1;
      return file;
    });
    assert.equal(read, 0);
    assert.equal(asked(), asked());
    assert.equal(read, 1);
  });
});

describe('vector of a text', () => {
  it('is nearer to the same thing said in each other language than to another thing in its own', () => {
    for (const from of interfaceLanguages) {
      const asked = concepts.vectorOf(waterLosses[from], from);
      const other = cosine(asked, concepts.vectorOf(girlsAtSchool[from], from));
      for (const to of interfaceLanguages) {
        const same = cosine(asked, concepts.vectorOf(waterLosses[to], to));
        assert.ok(same > other + 0.2, `${from} → ${to}: ${same.toFixed(2)} against ${other.toFixed(2)}`);
      }
    }
  });

  it('has length one, and is all zeros when nothing is known', () => {
    const texts = fc.oneof(fc.string(), fc.constantFrom(...Object.values(waterLosses)));
    fc.assert(
      fc.property(texts, fc.constantFrom(...interfaceLanguages, 'und', 'sw'), (text, lang) => {
        const vector = concepts.vectorOf(text, lang);
        const length = Math.sqrt(cosine(vector, vector));
        assert.equal(vector.length, concepts.dimensions);
        assert.ok(length === 0 || Math.abs(length - 1) < 1e-3, `${length}`);
      }),
    );
    for (const nothing of ['', '   ', '2030 17 3.4 %', '<p><br/></p>', 'qqqxzz', '🌍']) {
      assert.ok(
        concepts.vectorOf(nothing, 'en').every((part) => part === 0),
        nothing,
      );
    }
  });

  it('does not know a language that is not one of the seven, and takes a regional tag for its language', () => {
    assert.ok(concepts.vectorOf('Upotevu wa maji katika miji midogo', 'sw').every((part) => part === 0));
    assert.deepEqual(concepts.vectorOf(waterLosses.pt, 'pt-BR'), concepts.vectorOf(waterLosses.pt, 'pt'));
  });

  it('guesses the language where nobody said, even from one word', () => {
    for (const [word, lang] of [
      ['assainissement', 'fr'],
      ['saneamiento', 'es'],
      ['المياه', 'ar'],
      ['здоровье', 'ru'],
      ['教育', 'zh'],
    ] as const) {
      assert.deepEqual(concepts.vectorOf(word, 'und'), concepts.vectorOf(word, lang), word);
    }
  });

  it('reads an English name in an Arabic text, and a text in two languages', () => {
    const mixed = concepts.vectorOf(`${waterLosses.ar} water supply`, 'ar');
    assert.ok(cosine(mixed, concepts.vectorOf(waterLosses.fr, 'fr')) > 0.4);
    assert.ok(
      concepts.movingWords(`${waterLosses.ar} water`, 'ar').some(({ language }) => language === 'en'),
    );
  });

  it('is not changed by markup or addresses of pages, nor by what follows the part that is read', () => {
    const plain = concepts.vectorOf(waterLosses.en, 'en');
    const marked = `<p class="water">${waterLosses.en}</p> https://example.org/school/girls`;
    assert.deepEqual(concepts.vectorOf(marked, 'en'), plain);
    const long = `${waterLosses.en} `.repeat(longestReadForSense / 40);
    const longer = concepts.vectorOf(`${long} ${girlsAtSchool.en}`, 'en');
    assert.deepEqual(longer, concepts.vectorOf(long, 'en'));
  });
});

describe('moving words', () => {
  it('are the words that two texts have in common, across languages; their parts add up to the cosine', () => {
    const toward = concepts.vectorOf(waterLosses.fr, 'fr');
    const words = concepts.movingWords(waterLosses.en, 'en', { toward, limit: 50 });
    const common = new Set(words.map(({ surface }) => surface));
    for (const word of ['reduce', 'water', 'losses', 'small', 'towns']) assert.ok(common.has(word), word);
    const sum = words.reduce((total, { part }) => total + part, 0);
    const whole = cosine(toward, concepts.vectorOf(waterLosses.en, 'en'));
    assert.ok(sum >= whole - 1e-4, `${sum} ${whole}`);
    assert.ok(words.every(({ part }, at) => at === 0 || part <= (words[at - 1]?.part ?? 0)));
  });

  it('are none for an empty text', () => {
    assert.deepEqual(concepts.movingWords('', 'en'), []);
  });
});

describe('translations', () => {
  it('lead to and from English, and between other languages through it, best first', () => {
    assert.equal(concepts.translations('eau', 'fr', 'en')[0]?.stem, 'water');
    const toSpanish = concepts.translations('water', 'en', 'es').map(({ stem }) => stem);
    assert.ok(toSpanish.includes('agu'), toSpanish.join());
    const arabicToFrench = concepts.translations('ميا', 'ar', 'fr').map(({ stem }) => stem);
    assert.ok(arabicToFrench.includes('eau'), arabicToFrench.join());
    for (const { weight } of concepts.translations('water', 'en', 'zh')) assert.ok(weight > 0 && weight <= 1);
  });

  it('of a known word into its own language is the word; of an unknown word or language, none', () => {
    assert.deepEqual(concepts.translations('water', 'en', 'en'), [{ stem: 'water', weight: 1 }]);
    assert.deepEqual(concepts.translations('qqqxzz', 'en', 'fr'), []);
    assert.deepEqual(concepts.translations('water', 'en', 'sw'), []);
    assert.equal(concepts.translations('water', 'en', 'zh', 2).length, 2);
  });
});

describe('file of concepts', () => {
  it('is refused when cut off', () => {
    assert.throws(
      () => openConcepts(file.subarray(0, 1_000_000)),
      (error) => error instanceof Fault && error.code === 'damagedWeights',
    );
  });
});
