import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { specimens } from '../../../tests/contracts/field-kinds.ts';
import { rowButtonsIn, submittedBy } from '../../../tests/fixtures/submitted.ts';
import type { Field } from '../../fields/field.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../../kernel/language-tag.ts';
import { allRegisters, getRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import { countries } from '../../vocabulary/countries.ts';
import { translator } from '../../wording/messages.ts';
import { readForm, type TypedForm } from './read-form.ts';
import { recordForm } from './record-form.ts';

/** Texts of what forms and names are made of. Line breaks as browsers send them back; without what HTML cannot hold. */
const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '<',
        '>',
        '&',
        '&amp;',
        '</textarea>',
        '<option selected>',
        '\n',
        '\n\n',
        ' ',
        '\t',
      ),
      fc.constantFrom(
        'ماء',
        '水',
        'é',
        '\u2028',
        '\u200f',
        '🌍',
        '1e5',
        '007',
        'true',
        'null',
        '.',
        '٣',
        '31 Febuary',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => text.replace(/[\0\r]/g, '')),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

/** Values of one field: those of its kind's specimen, with odd texts, with codes of its own lists, many of them. */
function anyValue(field: Field<unknown>): fc.Arbitrary<unknown> {
  const { good, withText } = specimens[field.kind] ?? { good: [] };
  const { control } = field;
  const specimen = fc.constantFrom(...good);
  const texts = withText === undefined ? specimen : oddText.map(withText);
  const rows = fc
    .array(fc.oneof(specimen, texts), { minLength: 1, maxLength: 4 })
    .map((all) => (all.every(Array.isArray) ? all.flat() : all[0]));
  const codes =
    control.shape === 'countries' || control.shape === 'country'
      ? [...countries.entries.keys()]
      : 'list' in control
        ? [...control.list.entries.keys()]
        : [];
  if (codes.length === 0) return rows;
  const code = fc.constantFrom(...codes);
  return control.shape === 'choices' || control.shape === 'countries'
    ? fc.array(code, { minLength: 1, maxLength: 6 })
    : code;
}

/** Whatever a register lets in. */
function recordOf(register: Register): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(register.fields);
  const values = Object.fromEntries(fields.map(([name, field]) => [name, anyValue(field)]));
  return fc.record(values, { requiredKeys: [] }).map((record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([name, value]): [string, unknown][] => {
        const held = register.fields[name]?.schema.safeParse(value);
        return held?.success === true ? [[name, held.data]] : [];
      }),
    ),
  );
}

// Registers stand in counterexamples by name: whole, they would hide the record.
const anyRegister = fc.constantFrom(...allRegisters.map(({ name }) => name));
const anyRecord = anyRegister.chain((name) => fc.tuple(fc.constant(name), recordOf(getRegister(name))));
const anyLanguage = fc.constantFrom(...interfaceLanguages);

function shown(
  name: string,
  lang: InterfaceLanguage,
  values: Record<string, unknown>,
  typed?: TypedForm,
): string {
  const register = getRegister(name);
  const options = { register, values, findings: [], ...(typed === undefined ? {} : { typed }) };
  return String(recordForm(translator(lang), options));
}

function read(name: string, body: URLSearchParams): TypedForm {
  return readForm(getRegister(name), body);
}

test('a form sent back as it was shown holds the same values, whatever the record, in every language', () => {
  fc.assert(
    fc.property(anyRecord, anyLanguage, ([name, record], lang) => {
      const back = read(name, submittedBy(shown(name, lang, record)));
      assert.deepEqual(back, { values: record, more: {}, asksForMore: false });
    }),
    { numRuns: 150 },
  );
});

test('asking for another row, anywhere, loses nothing and adds one row that is empty', () => {
  fc.assert(
    fc.property(anyRecord, fc.nat(), ([name, record], pick) => {
      const before = shown(name, 'en', record);
      const buttons = rowButtonsIn(before).filter((field) => field !== '');
      const button = buttons[pick % buttons.length] ?? '';
      const asked = read(name, submittedBy(before, button));
      assert.deepEqual(asked.values, record);
      assert.equal(asked.asksForMore, true);
      assert.equal(asked.asked, button);
      const after = shown(name, 'en', {}, asked);
      assert.ok(submittedBy(after).size > submittedBy(before).size, button);
      assert.deepEqual(read(name, submittedBy(after)).values, record);
    }),
    { numRuns: 60 },
  );
});

test('whatever is typed into any input comes back in the form, right or wrong', () => {
  fc.assert(
    fc.property(
      anyRecord,
      anyLanguage,
      fc.array(fc.tuple(fc.nat(), oddText), { minLength: 1, maxLength: 12 }),
      ([name, record], lang, typings) => {
        const body = submittedBy(shown(name, lang, record));
        const names = [...body.keys()];
        for (const [at, text] of typings) body.set(names[at % names.length] ?? '', text);
        const typed = read(name, body);
        const back = read(name, submittedBy(shown(name, lang, {}, typed)));
        assert.deepEqual(back.values, typed.values);
      },
    ),
    { numRuns: 100 },
  );
});

test('names that no form has are passed over', () => {
  const key = fc.oneof(
    fc.constantFrom('title', 'participants', '0', '__proto__', 'constructor', 'lang', 'period', 'sources'),
    fc.string(),
  );
  const pair = fc.tuple(fc.array(key, { maxLength: 9 }), fc.string());
  fc.assert(
    fc.property(anyRegister, fc.array(pair, { maxLength: 20 }), (name, pairs) => {
      const typed = read(
        name,
        new URLSearchParams(pairs.map(([keys, text]): [string, string] => [keys.join('.'), text])),
      );
      const fields = Object.keys(getRegister(name).fields);
      for (const field of Object.keys(typed.values)) assert.ok(fields.includes(field));
      assert.deepEqual(read(name, submittedBy(shown(name, 'en', {}, typed))).values, typed.values);
    }),
    { numRuns: 60 },
  );
});
