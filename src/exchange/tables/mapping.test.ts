import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadMappings } from './load-mappings.ts';
import { mappedRowReader } from './mapped-row.ts';
import { compileMapping } from './mapping.ts';

const sound = {
  name: 'projects',
  title: 'Projects',
  publisher: 'Somebody',
  source: 'https://example.org',
  licence: 'none stated',
  register: 'activity',
  recognise: { has: ['No', 'Name'], where: { type: ['project'] } },
  keys: [{ scheme: 'some', from: 'No' }],
  leftOut: ['x_*'],
  fields: {
    title: [
      { use: 'text', from: 'Name' },
      { use: 'text', from: 'Other name' },
    ],
    themes: [
      { use: 'codes', from: 'a' },
      { use: 'codes', from: 'b' },
    ],
  },
};

async function loaded(content: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'mappings-'));
  await writeFile(join(folder, 'one.json'), content);
  return loadMappings(folder).finally(() => rm(folder, { recursive: true }));
}

test('a wrong mapping stops at load, naming the file and the place', async () => {
  const wrong: readonly [object, RegExp][] = [
    [{ ...sound, register: 'nothing' }, /one\.json.*is not a register/s],
    [{ ...sound, fields: { colour: { use: 'text', from: 'a' } } }, /one\.json.*fields\.colour/s],
    [{ ...sound, fields: { title: { use: 'magic' } } }, /one\.json.*fields\.title/s],
    [{ ...sound, fields: { title: { use: 'text', form: 'a' } } }, /one\.json.*fields\.title\.0 \(text\)/s],
    [{ ...sound, surplus: 1 }, /one\.json.*surplus/s],
  ];
  for (const [mapping, message] of wrong) await assert.rejects(loaded(JSON.stringify(mapping)), { message });
  await assert.rejects(loaded('{'), { message: /one\.json/ });
  assert.equal(Array.isArray(await loaded(JSON.stringify(sound))), true);
});

test('a table is known by its columns, an object by its members and their values', () => {
  const mapping = compileMapping(sound);
  assert.equal(mapping.fitsHeader(['Name', 'No', 'more']), true);
  assert.equal(mapping.fitsHeader(['Name']), false);
  assert.equal(mapping.fitsObject({ No: 1, Name: '', type: 'project' }), true);
  assert.equal(mapping.fitsObject({ No: 1, Name: '', type: 'person' }), false);
});

test('keys: as they are, as IATI identifiers, with the beginning of a title; none from an empty column', () => {
  const keysOf = (form: string, from: string | string[], cells: Record<string, unknown>) =>
    compileMapping({ ...sound, keys: [{ scheme: 's', from, form }] })
      .keysOf(cells)
      .map(({ value }) => value);
  assert.deepEqual(keysOf('asIs', ['a', 'b'], { a: 'x', b: 2022 }), ['x/2022']);
  assert.deepEqual(keysOf('iati', 'a', { a: ' xm-1  b ' }), ['XM-1 B']);
  const titled = keysOf('titled', ['a', 'b'], { a: '75', b: 'Support to Zimbabwe__ Ministry' });
  assert.deepEqual(titled, ['75/supporttozimbabw']);
  assert.deepEqual(keysOf('titled', ['a', 'b'], { a: '75', b: 'Súpport to  Zimbabwes' }), titled);
  assert.deepEqual(keysOf('asIs', 'a', { a: ' ' }), []);
});

test('lists of several rules are joined, of other values the first counts; unknown columns are told once', () => {
  const read = mappedRowReader(compileMapping(sound));
  const row = (cells: Record<string, unknown>) =>
    read({ cells, place: { unit: 'row', number: 2 }, raw: () => '', findings: [] });
  const first = row({ No: 7, Name: '', 'Other name': 'B', a: 'x', b: 'y', x_1: 1, colour: 'red' });
  assert.ok(!('unreadable' in first));
  assert.deepEqual(first.values, { title: { original: 'und', texts: { und: 'B' } }, themes: ['x', 'y'] });
  assert.deepEqual(first.keys, [{ scheme: 'some', value: '7' }]);
  assert.equal(first.publisher, 'Somebody');
  assert.deepEqual(
    first.findings.map(({ code, place }) => [code, place]),
    [['unknownColumn', 'colour']],
  );
  assert.deepEqual(row({ No: 8, Name: 'C', colour: 'red' }).findings, []);
});

test('arrays side by side become a list of objects; one of another length is left out and noted', () => {
  const mapping = compileMapping({
    ...sound,
    lists: { tags: { code: 'tag_code', vocabulary: 'tag_vocabulary' } },
    fields: {
      title: { use: 'text', from: 'Name' },
      sdgs: { use: 'vocabularyCodes', from: 'tags', vocabularies: ['2'], default: '2' },
    },
  });
  const read = mappedRowReader(mapping);
  const row = (cells: Record<string, unknown>) =>
    read({
      cells: { No: 1, Name: 'A', ...cells },
      place: { unit: 'line', number: 1 },
      raw: () => '',
      findings: [],
    });
  const even = row({ tag_code: ['1', '9'], tag_vocabulary: ['2', '99'] });
  assert.deepEqual('values' in even && even.values['sdgs'], ['1']);
  const uneven = row({ tag_code: ['1', '3'], tag_vocabulary: ['99'] });
  assert.deepEqual('values' in uneven && uneven.values['sdgs'], ['1', '3']);
  assert.deepEqual(
    uneven.findings.map(({ code, place, params }) => [code, place, params]),
    [['wrongCellCount', 'tag_vocabulary', { got: 1, right: 2 }]],
  );
});
