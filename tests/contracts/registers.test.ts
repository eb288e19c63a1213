import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { langText } from '../../src/kernel/lang-text.ts';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { check } from '../../src/operations/check.ts';
import { allRegisters } from '../../src/registers/all-registers.ts';
import { digestOf } from '../../src/registers/digest.ts';
import { defineRegister } from '../../src/registers/register.ts';
import { messagesOf } from '../../src/wording/messages.ts';
import { specimens as shapes } from './codecs-specimens.ts';
import { specimens } from './field-kinds.ts';

const languages = interfaceLanguages.map((lang): [string, Readonly<Record<string, string>>] => [
  lang,
  messagesOf(lang),
]);

test('names of registers are all different', () => {
  assert.equal(new Set(allRegisters.map(({ name }) => name)).size, allRegisters.length);
});

for (const register of allRegisters) {
  const { name, fields, title, summary, expected } = register;

  describe(`the register ${name}`, () => {
    test('is declared rightly', () => {
      assert.equal(defineRegister(register), register);
      assert.ok(Number.isInteger(register.version) && register.version > 0);
      assert.ok(Number.isInteger(register.confirmEveryMonths) && register.confirmEveryMonths > 0);
    });

    test('has a needed title in languages, a summary in languages, and expects nothing twice', () => {
      assert.equal(fields[title]?.kind, 'text');
      assert.equal(fields[title]?.needed, true);
      assert.equal(fields[summary]?.kind, 'prose');
      assert.equal(new Set(expected).size, expected.length);
      assert.ok(!expected.includes(title), 'the title is always there');
    });

    test('can say what its facts rest on, when they were true and what is not verified', () => {
      for (const [field, kind] of [
        ['sources', 'sources'],
        ['asOf', 'date'],
        ['unverified', 'words'],
        ['identifier', 'word'],
        ['related', 'references'],
      ] as const)
        assert.equal(fields[field]?.kind, kind, field);
    });

    test('uses known kinds only, and says meanings as standard:term', () => {
      for (const [field, { kind, means }] of Object.entries(fields)) {
        assert.ok(specimens[kind], `${field}: no specimen of kind ${kind}`);
        for (const meaning of means)
          assert.match(meaning, /^(iati|dc|ssc|ical|followup|room|request):[A-Za-z-]+$/, field);
      }
    });

    test('shows everybody all but contacts, and what is shared on agreement only who has agreed', () => {
      const ofContacts = fields['onAgreement'] === undefined ? 'focalPoint' : 'partners';
      for (const [field, { kind, seenBy }] of Object.entries(fields)) {
        const restricted =
          field === 'onAgreement' ? 'agreed' : kind === 'contacts' ? ofContacts : 'everybody';
        assert.equal(seenBy, restricted, field);
      }
    });

    test('has a label for each field in each language', () => {
      for (const [lang, words] of languages) {
        for (const field of Object.keys(fields)) {
          const label = words[`field.${name}.${field}`] ?? words[`field.${field}`];
          assert.ok(label, `${lang}: field.${name}.${field}`);
        }
      }
    });

    test('takes a full record and one of what is needed alone, and counts gaps of the one and none of the other', () => {
      const full = Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, shapes[field.control.shape]('water', field)]),
      );
      const sources = Array.from({ length: 5 }, (_, i) => ({ title: `Source ${i}` }));
      const { values, complete } = check(register, { ...full, sources });
      assert.equal(complete, true);
      assert.deepEqual(
        digestOf(register, values).facets.gap?.filter((gap) => full[gap] !== undefined),
        [],
      );
      const needed = Object.entries(full).filter(([field]) => fields[field]?.needed === true);
      const poor = check(register, {
        ...Object.fromEntries(needed),
        [title]: langText('en', 'Only a title'),
      });
      assert.deepEqual([poor.complete, poor.findings], [true, []]);
      const missing = expected.filter((field) => fields[field]?.needed !== true);
      assert.deepEqual(digestOf(register, poor.values).facets.gap, missing);
    });

    test('refuses a record without what it needs, and says so once for each', () => {
      const { complete, findings } = check(register, {});
      assert.equal(complete, false);
      const needed = Object.keys(fields).filter((field) => fields[field]?.needed === true);
      assert.ok(needed.includes(title));
      assert.deepEqual(
        findings,
        needed.map((path) => ({ severity: 'error', path, code: 'missing', params: {} })),
      );
    });
  });
}
