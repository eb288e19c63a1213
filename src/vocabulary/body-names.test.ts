import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import names from '../../content/bodies/names.json' with { type: 'json' };
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { bodyName } from './body-names.ts';

test('every body that the texts of Marrakech ask or address has a name in each language', () => {
  const file = readFileSync(new URL('../../content/marrakech/measures.jsonl', import.meta.url), 'utf8');
  const written = file
    .trimEnd()
    .split('\n')
    // Lines of the collection have this form, which the import checks.
    .map((line) => (JSON.parse(line) as { values: Record<string, string[] | undefined> }).values)
    .flatMap(({ actors = [], addressees = [], bodies = [] }) => [...actors, ...addressees, ...bodies]);
  assert.ok(written.length > 100);
  for (const name of written)
    for (const lang of interfaceLanguages) assert.ok(bodyName(name, lang), `${name}, ${lang}`);
  assert.equal(bodyName('UNCTAD', 'fr'), 'CNUCED');
  assert.equal(bodyName('FAO', 'en'), 'FAO');
});

test('a name that nobody has put into other languages stays as it was written', () => {
  assert.equal(bodyName('Somebody of Dakar', 'fr'), undefined);
  assert.equal(bodyName('UNCTAD', 'sw'), undefined);
});

test('each name stands once, with all languages, none of them empty', () => {
  assert.equal(new Set(names.map(([english]) => english)).size, names.length);
  for (const row of names)
    assert.deepEqual([row.length, row.filter((name) => name.trim() === '')], [7, []], row[0]);
});

test('each record of the texts of Marrakech has a title in each language, and none is cut off', () => {
  for (const name of ['instruments', 'events', 'measures', 'progress']) {
    const file = readFileSync(new URL(`../../content/marrakech/${name}.jsonl`, import.meta.url), 'utf8');
    for (const line of file.trimEnd().split('\n')) {
      // Lines of the collection have this form, which the import checks.
      const { id, values } = JSON.parse(line) as {
        id: string;
        values: { title: { texts: Record<string, string> } };
      };
      for (const lang of interfaceLanguages)
        assert.match(values.title.texts[lang] ?? '', /[^…]$/, `${id}, ${lang}`);
    }
  }
});
