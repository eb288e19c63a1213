import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { facetNames } from '../../src/fields/facet.ts';
import { text } from '../../src/fields/text.ts';
import { check } from '../../src/operations/check.ts';
import { allRegisters } from '../../src/registers/all-registers.ts';
import { defineRegister } from '../../src/registers/register.ts';
import { type Specimen, specimens } from './field-kinds.ts';

/** A register with this one field, so that values go through the engine as they do everywhere. */
function registerWith({ field }: Specimen) {
  return defineRegister({
    name: 'specimen',
    version: 1,
    means: [],
    fields: { title: text({ needed: true }), subject: field },
    title: 'title',
    summary: 'title',
    expected: [],
    confirmEveryMonths: 12,
    workflow: {},
    crossCheck: false,
  });
}

function throughCells({ field }: Specimen, value: unknown): unknown {
  return field.schema.parse(field.fromCells(field.toCells(value)));
}

/** Texts made of everything that the notation of cells uses, and of scripts that it must not touch. */
const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '|',
        ' | ',
        '\\',
        '\\n',
        '\n',
        '\r\n',
        '\r',
        ':',
        ': ',
        '@',
        '@en: ',
        '; ',
        ',',
        ' ',
        '"',
        "'",
      ),
      fc.constantFrom(
        'ماء',
        '、水',
        'é',
        'и',
        '\u2028',
        '\u200f',
        '🌍',
        '=1+1',
        '0x10',
        '1e5',
        'true',
        'null',
        '\t',
        '.',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

test('every kind that a register uses has a specimen, and every specimen is a kind in use', () => {
  const used = allRegisters.flatMap(({ fields }) => Object.values(fields).map(({ kind }) => kind));
  assert.deepEqual([...new Set(used)].sort(), Object.keys(specimens).sort());
  for (const [kind, { field }] of Object.entries(specimens)) assert.equal(field.kind, kind);
});

for (const [kind, specimen] of Object.entries(specimens)) {
  const { field, good, bad } = specimen;
  const [richest] = good.slice(-1);

  describe(`a field of kind ${kind}`, () => {
    test('takes good values as they stand', () => {
      for (const value of good) assert.deepEqual(field.schema.parse(value), value);
    });

    test('keeps bad values out and says what and where', () => {
      const register = registerWith(specimen);
      for (const [value, code, place] of bad) {
        const { values, findings } = check(register, { subject: value });
        const path = place === '' ? 'subject' : `subject.${place}`;
        const said = findings.filter((finding) => finding.path.startsWith('subject'));
        const named = JSON.stringify(value)?.slice(0, 100);
        assert.ok(
          said.some(
            (finding) => finding.path === path && finding.code === code && finding.severity === 'error',
          ),
          `${named}: ${JSON.stringify(said)}`,
        );
        assert.notDeepEqual(values['subject'], value, named);
      }
    });

    test('comes back from the cells of a spreadsheet as it was', () => {
      for (const value of good) {
        const cells = field.toCells(value);
        for (const cell of Object.values(cells)) assert.ok(cell === null || typeof cell !== 'object');
        assert.deepEqual(throughCells(specimen, value), value);
      }
    });

    test('reads empty cells as nothing said', () => {
      for (const empty of [
        {},
        { '': '' },
        { '': null },
        { '': ' \n ' },
        { start: '', end: null, original: 'en' },
      ])
        assert.equal(field.fromCells(empty), undefined);
    });

    test('never fails on odd cells: they are read, and the schema judges', () => {
      const odd = fc.oneof(oddText, fc.double(), fc.boolean());
      fc.assert(
        fc.property(odd, odd, (bare, other) => {
          const read = field.fromCells({ '': bare, en: other, start: other, ['__proto__']: other });
          field.schema.safeParse(read);
        }),
      );
    });

    test('is found by its words and counted under its facets', () => {
      assert.deepEqual(
        field.toWords(richest).map(({ text }) => text),
        specimen.found,
      );
      assert.deepEqual(field.facets(richest), specimen.counted);
      for (const facet of Object.keys(specimen.counted)) assert.ok(facetNames.some((name) => name === facet));
    });

    test('says its needed, audience and meaning as declared', () => {
      assert.equal(field.needed, false);
      assert.equal(field.seenBy, kind === 'contacts' ? 'focalPoint' : 'everybody');
      assert.deepEqual(field.means, []);
    });

    const { withText } = specimen;
    if (withText === undefined) return;
    test('keeps texts with bars, backslashes, breaks, colons, @ and any script through cells', () => {
      fc.assert(
        fc.property(oddText, (free) => {
          const held = field.schema.safeParse(withText(free));
          fc.pre(held.success);
          assert.deepEqual(throughCells(specimen, held.data), held.data);
        }),
        { numRuns: 300 },
      );
    });

    test('takes texts without the spaces around them, and a text taken is taken again unchanged', () => {
      const spaced = field.schema.parse(withText('  eau \t'));
      assert.deepEqual(spaced, field.schema.parse(withText('eau')));
      assert.deepEqual(field.schema.parse(spaced), spaced);
    });
  });
}
