import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { facetNames } from '../fields/facet.ts';
import { Fault, type FaultCode, faultMeanings } from '../kernel/fault.ts';
import { bases, moneyBases, qualifiers } from '../kernel/figure.ts';
import { findingCodes } from '../kernel/finding.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import { allRegisters } from '../registers/all-registers.ts';
import { faultText } from './fault-text.ts';
import { argumentsOf } from './internal/arguments-of.ts';
import { fieldLabel, findingText, registerLabel } from './labels.ts';
import { isMessageKey, type MessageKey, messagesOf, translator } from './messages.ts';

const messages = Object.fromEntries(interfaceLanguages.map((lang) => [lang, messagesOf(lang)])) as Record<
  InterfaceLanguage,
  Readonly<Record<MessageKey, string>>
>;
// The cast only forgets that JSON keys are strings to Object.keys.
const keys = Object.keys(messages.en) as MessageKey[];
const ast = (text: string) => parse(text, { ignoreTag: true });
const pluralForms = (text: string): string[][] => {
  const forms: string[][] = [];
  const walk = (elements: ReturnType<typeof ast>) => {
    for (const element of elements) {
      if (!('options' in element)) continue;
      if (element.type === 6) forms.push(Object.keys(element.options));
      for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(ast(text));
  return forms;
};

test('every language has exactly the keys of English, in the same order', () => {
  for (const lang of interfaceLanguages) assert.deepEqual(Object.keys(messages[lang]), keys, lang);
});

test('every message parses, is not empty, and takes the arguments of the English one', () => {
  for (const key of keys) {
    const model = Object.fromEntries([...argumentsOf(ast(messages.en[key]))].sort());
    for (const lang of interfaceLanguages) {
      assert.notEqual(messages[lang][key].trim(), '', `${lang} ${key}`);
      assert.deepEqual(
        Object.fromEntries([...argumentsOf(ast(messages[lang][key]))].sort()),
        model,
        `${lang} ${key}`,
      );
    }
  }
});

test('plurals have every form of their language: six in Arabic, one in Chinese', () => {
  for (const lang of interfaceLanguages) {
    const wanted = new Intl.PluralRules(lang)
      .resolvedOptions()
      .pluralCategories.filter((form) => form !== 'many' || lang === 'ar' || lang === 'ru');
    for (const key of keys) {
      for (const forms of pluralForms(messages[lang][key])) {
        assert.deepEqual([...forms].sort(), [...wanted].sort(), `${lang} ${key}`);
      }
    }
  }
});

test('no language but English speaks English in sentences', () => {
  for (const lang of interfaceLanguages.filter((one) => one !== 'en')) {
    const same = keys.filter(
      (key) =>
        !/[{]/.test(messages.en[key]) &&
        messages.en[key].length > 25 &&
        messages[lang][key] === messages.en[key],
    );
    assert.deepEqual(same, [], lang);
  }
});

test('in French no line begins with a sign of two parts, and no quotation mark stands apart from what it quotes', () => {
  assert.deepEqual(
    keys.filter((key) => / [:;?!»]|« /.test(messages.fr[key])),
    [],
  );
});

test('everything that has a closed name in the code has words', () => {
  const wanted = [
    ...findingCodes.map((code) => `finding.${code}`),
    ...Object.keys(faultMeanings).map((code) => `fault.${code}`),
    ...Object.values(faultMeanings).flatMap((meaning) => [`error.${meaning}.title`, `error.${meaning}.help`]),
    ...facetNames.map((name) => `facet.${name}`),
    ...bases.map((basis) => `basis.${basis}`),
    ...moneyBases.map((basis) => `moneyBasis.${basis}`),
    ...qualifiers.map((qualifier) => `qualifier.${qualifier}`),
    ...['best', 'newest', 'year', 'oldest'].map((order) => `sort.${order}`),
    ...allRegisters.flatMap(({ name }) => [
      `register.${name}`,
      `register.${name}.plural`,
      `register.${name}.count`,
    ]),
  ];
  assert.deepEqual(
    wanted.filter((key) => !isMessageKey(key)),
    [],
  );
});

test('every field of every register has a label', () => {
  const unlabelled = allRegisters.flatMap(({ name, fields }) =>
    Object.keys(fields)
      .filter((field) => !isMessageKey(`${name}.${field}`) && !isMessageKey(`field.${field}`))
      .map((field) => `${name}.${field}`),
  );
  assert.deepEqual(unlabelled, []);
});

test('labels take the override of the register before the shared word', () => {
  const t = translator('en');
  assert.equal(fieldLabel(t, 'organisation', 'title'), 'Name');
  assert.equal(fieldLabel(t, 'activity', 'title'), 'Title');
  assert.equal(fieldLabel(t, 'activity', 'neverHeardOf'), 'neverHeardOf');
  assert.equal(registerLabel(t, 'activity', true), 'Activities');
});

test('findings and faults are worded whatever parameters they carry', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...interfaceLanguages),
      fc.dictionary(
        fc.constantFrom('got', 'right', 'limit', 'list', 'file', 'place', 'seq', 'x'),
        fc.string(),
      ),
      (lang, params) => {
        const t = translator(lang);
        for (const code of findingCodes) assert.notEqual(findingText(t, { code, params }), '');
        // The cast only forgets that the keys of the table are its codes to Object.keys.
        for (const code of Object.keys(faultMeanings) as FaultCode[]) {
          assert.notEqual(faultText(t, new Fault(code, params)), '');
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('a missing value shows as an ellipsis, a given one as it is', () => {
  const t = translator('en');
  assert.equal(
    findingText(t, { code: 'badDate', params: { got: '32 May' } }),
    '“32 May” is not a date that we can read. Right would be: …',
  );
});

test('a message that words both cases leaves out what nobody said: what would be right, where it stands', () => {
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    const bare = findingText(t, { code: 'badNumber', params: { got: 'many' } });
    const whole = findingText(t, { code: 'badNumber', params: { got: 'many', right: '≥ 1' } });
    assert.ok(whole.startsWith(bare) && whole.endsWith('≥ 1') && !bare.includes('…'), lang);
    assert.doesNotMatch(faultText(t, new Fault('logDamaged', { seq: 4 })), /…/, lang);
    assert.doesNotMatch(faultText(t, new Fault('notWellFormed', { file: 'a.xml', got: '<' })), /…/, lang);
  }
});

test('a date in figures keeps its order among Arabic letters: year, month, day', () => {
  const t = translator('ar');
  assert.match(t('finding.roundClosed', { right: '2024-05-06' }), /\u20662024-05-06\u2069/);
  assert.match(translator('fr')('finding.roundClosed', { right: '2024-05-06' }), / 2024-05-06/);
  for (const key of keys)
    assert.doesNotMatch(messages.ar[key], /(?<!\u2066)\b\d{4}-\d{2}(?!.{0,16}\u2069)/, key);
});

test('Arabic counts with all its forms and with digits 0-9', () => {
  const t = translator('ar');
  assert.equal(t('search.results', { n: 2 }), 'نتيجتان');
  assert.equal(t('search.results', { n: 3 }), '3 نتائج');
  assert.equal(t('search.results', { n: 1284 }), '1,284 نتيجة');
});

test('Russian counts with its four forms', () => {
  const t = translator('ru');
  assert.deepEqual(
    [1, 3, 5, 21, 1.5].map((n) => t('search.results', { n })),
    ['1 результат', '3 результата', '5 результатов', '21 результат', '1,5 результата'],
  );
});
