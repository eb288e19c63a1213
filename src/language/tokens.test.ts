import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { sharedData, skipWords } from '../../tests/fixtures/shared-data.ts';
import { fold } from './fold.ts';
import { forEachToken } from './tokens.ts';

interface Token {
  readonly surface: string;
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

function tokens(text: string, lang: string): readonly Token[] {
  const found: Token[] = [];
  forEachToken(text, lang, (surface, term, start, end) => found.push({ surface, term, start, end }));
  return found;
}

const surfaces = (text: string, lang = 'en'): readonly string[] =>
  tokens(text, lang).map((token) => token.surface);
const terms = (text: string, lang: string): readonly string[] =>
  tokens(text, lang).map((token) => token.term);

/** Each line: forms of one word that must meet. */
const meeting: Readonly<Record<string, readonly string[]>> = {
  en: ['cooperation cooperations Cooperation', 'country countries', 'policy policies', 'training trainings'],
  fr: [
    'coopération coopérations cooperation',
    'université universités universite',
    'national nationaux nationales',
    'financière financier financieres',
    'réseau réseaux reseaux',
  ],
  es: [
    'cooperación cooperaciones cooperacion',
    'mujer mujeres',
    'país países paises',
    'región regiones region',
    'joven jóvenes jovenes',
    'taller talleres',
    'voz voces',
  ],
  pt: [
    'cooperação cooperações cooperacao cooperacoes',
    'nação nações',
    'sustentável sustentáveis',
    'jovem jovens',
    'nacional nacionais',
    'cidadão cidadãos',
  ],
  ru: [
    'сотрудничество сотрудничества сотрудничеству сотрудничеством сотрудничестве',
    'страна страны стран странами',
    'опыт опыта опытом',
    'ребёнок ребенок',
    'проект проекты проектов',
  ],
  ar: [
    'التعاون تعاون والتعاون بالتعاون للتعاون',
    'التنمية تنمية تنميه للتنمية والتنمية',
    'دولة الدول دول والدول',
    'الوطنية وطني وطنية',
    'آلية الآلية آليات الآليات الية',
    'التزام الالتزام التزامات الالتزامات',
    'اتفاقية اتفاقيات الاتفاق',
    'وزارة الوزارات',
  ],
};

for (const [lang, lines] of Object.entries(meeting)) {
  for (const line of lines) {
    test(`${lang}: ${line} are one word to a search`, () => {
      assert.equal(new Set(terms(line, lang)).size, 1, terms(line, lang).join(' '));
    });
  }
}

test('cooperation has the same stem in four languages', () => {
  const stems = ['en cooperation', 'fr coopération', 'es cooperación', 'pt cooperação'].map((pair) => {
    const [lang = '', word = ''] = pair.split(' ');
    return terms(word, lang)[0];
  });
  assert.deepEqual(stems, ['cooper', 'cooper', 'cooper', 'cooper']);
});

test('words that only look alike stay apart', () => {
  assert.notDeepEqual(terms('برنامج', 'ar'), terms('رنامج', 'ar'));
  assert.notDeepEqual(terms('вода', 'ru'), terms('водитель', 'ru'));
  assert.notDeepEqual(terms('pays', 'fr'), terms('paysan', 'fr'));
});

test('an elided article or pronoun is left out, whichever apostrophe is used', () => {
  assert.deepEqual(surfaces("l'eau d’Afrique qu'il dell’acqua L'ONU", 'fr'), [
    'eau',
    'afrique',
    'il',
    'acqua',
    'onu',
  ]);
  assert.deepEqual(surfaces("Côte d'Ivoire"), ['cote', 'ivoire']);
  assert.deepEqual(surfaces("women's UN's O'Brien don't"), ['women', 'un', "o'brien", "don't"]);
});

test('hyphens, slashes and punctuation separate; numbers are kept', () => {
  assert.deepEqual(surfaces('South-South (SSC)/triangular, COVID-19: 2030.'), [
    'south',
    'south',
    'ssc',
    'triangular',
    'covid',
    '19',
    '2030',
  ]);
});

test('Chinese is cut into pairs of characters that touch, and the last character of each run', () => {
  assert.deepEqual(surfaces('水资源管理，目标', 'zh'), ['水资', '资源', '源管', '管理', '理', '目标', '标']);
  assert.deepEqual(surfaces('水', 'zh'), ['水']);
  assert.deepEqual(surfaces('2030年议程SDG6', 'zh'), ['2030', '年议', '议程', '程', 'sdg6']);
});

test('characters outside the basic plane are whole', () => {
  assert.deepEqual(surfaces('𠮷野', 'ja'), ['𠮷野', '野']);
  assert.deepEqual(surfaces('a😀b 𝐒𝐒𝐂'), ['a', 'b', 'ssc']);
});

test('Korean particles do not hide a word: its pairs are the same', () => {
  assert.ok(surfaces('협력을', 'ko').includes('협력'));
});

test('Thai is cut by a dictionary, and a very long run without spaces is no trouble', () => {
  assert.deepEqual(surfaces('ความร่วมมือ', 'th'), ['ความ', 'ร่วม', 'มือ']);
  assert.ok(surfaces('ความร่วมมือ'.repeat(5000), 'th').length > 10_000);
});

test('the script, not the tag, tells how a word is stemmed when the tag cannot say', () => {
  assert.deepEqual(terms('countries', 'und'), terms('countries', 'en'));
  assert.deepEqual(terms('countries', 'ar'), terms('countries', 'en'));
  assert.deepEqual(terms('التعاون', 'en'), terms('التعاون', 'ar'));
  assert.deepEqual(terms('сотрудничества', 'und'), terms('сотрудничества', 'ru'));
  assert.deepEqual(terms('cooperações', 'pt-BR'), terms('cooperações', 'pt'));
});

test('languages without a stemmer keep their words', () => {
  assert.deepEqual(terms('Zusammenarbeiten', 'de'), ['zusammenarbeiten']);
  assert.deepEqual(terms('کشورهای', 'fa'), [fold('کشورهای')]);
  assert.deepEqual(terms('країни', 'uk'), ['країни']);
});

test('a word longer than 64 units counts by its first 64', () => {
  const [token] = tokens('x'.repeat(100_000), 'en');
  assert.deepEqual([token?.start, token?.end, token?.surface.length], [0, 64, 64]);
  const [pair] = tokens(`x${'𝐒'.repeat(100)}`, 'en');
  assert.equal(pair?.end, 63);
});

test('every token lies where it says, in order, and the text there folds to its surface', () => {
  const sample = fc.constantFrom(
    ..."l'eau d’Afrique 水资源 التعاون ребёнок ﬁn O'Brien's 협력 ไทย İ ß \u202e \ud800 e\u0301 -".split(''),
  );
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: sample }));
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'fr', 'ar', 'zh', 'und', ''), (written, lang) => {
      let before = 0;
      for (const { surface, term, start, end } of tokens(written, lang)) {
        assert.ok(start >= before && end > start && end <= written.length);
        assert.equal(fold(written.slice(start, end)), surface);
        assert.ok(surface !== '' && term !== '');
        before = start;
      }
    }),
    { numRuns: 2000 },
  );
});

test('texts made to break programs are cut without an error', (t) => {
  const file = sharedData('attack/naughty-strings.json');
  if (file === undefined) return t.skip(skipWords);
  const strings: unknown = JSON.parse(readFileSync(file, 'utf8'));
  assert.ok(Array.isArray(strings) && strings.length > 400);
  for (const text of strings) {
    for (const token of tokens(String(text), 'und'))
      assert.equal(fold(String(text).slice(token.start, token.end)), token.surface);
  }
});

test('a word keeps its term however many other words have been seen', () => {
  const before = terms('cooperations', 'en');
  for (let i = 0; i < 50_000; i += 1) tokens(`other${i}`, 'en');
  assert.deepEqual(terms('cooperations', 'en'), before);
});
