import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { theSuggesters } from '../../../tests/fixtures/suggesters.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';

const { goals, sectors } = theSuggesters();

/** The same project in seven languages: clinics for mothers and newborn children. */
const clinics = {
  en: 'Training of midwives and better care in rural clinics, so that fewer mothers and newborn children die',
  fr: 'Formation de sages-femmes et meilleurs soins dans les centres de santé ruraux, pour réduire la mortalité maternelle et néonatale',
  es: 'Formación de parteras y mejor atención en los centros de salud rurales para reducir la mortalidad materna y neonatal',
  ar: 'تدريب القابلات وتحسين الرعاية في العيادات الريفية لخفض وفيات الأمهات والمواليد',
  ru: 'Подготовка акушерок и улучшение помощи в сельских больницах для снижения материнской и детской смертности',
  zh: '培训助产士，改善农村卫生院服务，降低孕产妇和新生儿死亡率',
  pt: 'Formação de parteiras e melhor atendimento em centros de saúde rurais para reduzir a mortalidade materna e neonatal',
} as const;

describe('suggestions of goals', () => {
  it('are three, likeliest first, in each of the seven languages, and the goal of health comes first for clinics', () => {
    for (const lang of interfaceLanguages) {
      const { isSure, suggestions, language } = goals.classify(clinics[lang], lang);
      assert.equal(language, lang);
      assert.ok(isSure, lang);
      assert.equal(suggestions.length, 3);
      assert.equal(suggestions[0]?.label, '3', lang);
      assert.ok(suggestions[0].fits, lang);
      const shares = suggestions.map(({ probability }) => probability);
      assert.deepEqual(
        [...shares].sort((a, b) => b - a),
        shares,
      );
    }
  });

  it('name the nearest target of the goal, and words that stand in the text', () => {
    for (const lang of interfaceLanguages) {
      const [first] = goals.classify(clinics[lang], lang).suggestions;
      assert.match(first?.nearest?.code ?? '', /^3\.[12]/, lang);
      assert.ok((first?.words.length ?? 0) >= 2, lang);
    }
    const { suggestions } = goals.classify(clinics.en, 'en');
    for (const { words } of suggestions) {
      for (const word of words) assert.ok(clinics.en.toLowerCase().includes(word), word);
    }
  });

  it('are the same for the same text', () => {
    assert.deepEqual(goals.classify(clinics.fr, 'fr'), goals.classify(clinics.fr, 'fr'));
  });
});

describe('suggestions of sectors', () => {
  it('find the sector of water and its purpose code, in French as in Chinese', () => {
    for (const [text, lang] of [
      ['Réduire les pertes d’eau dans les réseaux d’adduction des petites villes', 'fr'],
      ['减少小城镇供水管网漏损', 'zh'],
    ] as const) {
      const [first] = sectors.classify(text, lang).suggestions;
      assert.equal(first?.label, '140', text);
      assert.match(first?.nearest?.code ?? '', /^140\d\d$/);
    }
  });
});

describe('what says nothing sure', () => {
  it('gets no suggestion: empty, one word, numbers, markup, an unknown language, nonsense', () => {
    const texts = ['', ' ', 'project', '2030 17 3.4 %', '<p><b></b></p>', 'qqq xzx wvw', '12,5 / 2024-05'];
    for (const text of texts) {
      for (const { classify } of [goals, sectors]) {
        const { isSure, suggestions } = classify(text, 'en');
        assert.deepEqual({ isSure, suggestions }, { isSure: false, suggestions: [] }, text);
      }
    }
    const swahili = goals.classify('Mafunzo ya wakunga katika kliniki za vijijini', 'sw');
    assert.equal(swahili.language, undefined);
    assert.deepEqual(swahili.suggestions, []);
  });

  it('is still a list of shares between 0 and 1, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...interfaceLanguages, 'und', 'sw'), (text, lang) => {
        const { scores } = goals.classify(text, lang);
        assert.equal(scores.length, 17);
        for (const { probability } of scores)
          assert.ok(probability >= 0 && probability <= 1, `${probability}`);
      }),
      { numRuns: 50 },
    );
  });

  it('words that hold a sentence together are no reasons', () => {
    const text = 'Les eaux se perdent dans les canaux, la récolte se perd aussi : il ne pleut pas.';
    const said = goals.classify(text, 'fr').suggestions.flatMap(({ words }) => words);
    assert.ok(said.length > 0);
    for (const small of ['se', 'les', 'la', 'dans', 'ne', 'pas', 'il'])
      assert.ok(!said.includes(small), small);
  });

  it('a text of 50,000 words is read as far as it is read, and a mixture of languages by its own words', () => {
    const long = goals.classify(`${clinics.en} `.repeat(3000), 'en');
    assert.equal(long.suggestions[0]?.label, '3');
    const mixed = goals.classify(`${clinics.ar}\n${clinics.en}`, 'ar');
    assert.equal(mixed.suggestions[0]?.label, '3');
  });
});
