import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { elementTree } from '../../../../../tests/fixtures/element-tree.ts';
import { sharedData, skipWords } from '../../../../../tests/fixtures/shared-data.ts';
import { findShippedTable, shippedTableNames } from '../../../../vocabulary/iati-tables.ts';
import { textOfChild } from '../../../xml/element.ts';
import { rootShape, type Shape } from '../../standard/shape.ts';
import { codedPlaces } from './coded-places.ts';

const folder = sharedData('iati', 'standard/codelists');

test('every coded place is one that the standard has, and every list of it is at hand', () => {
  for (const [path, attribute, list] of codedPlaces) {
    assert.ok(findShippedTable(list) !== undefined, list);
    const [first = '', ...rest] = path.split('/');
    const root = first.startsWith('iati-activit') ? 'iati-activities' : 'iati-organisations';
    let shape: Shape | undefined = rootShape(root, '2.03');
    if (first !== root) shape = shape.childNamed.get(first)?.shape;
    for (const name of rest) shape = shape?.childNamed.get(name)?.shape;
    assert.ok(shape !== undefined, path);
    if (attribute !== '') assert.ok(shape.attributes.has(attribute), `${path}/@${attribute}`);
  }
});

test('the places are those of the standard’s own mapping', (t) => {
  if (folder === undefined) return t.skip(skipWords);
  const official = elementTree(readFileSync(join(folder, 'mapping.xml'), 'utf8')).children.map((mapping) => {
    const path =
      textOfChild(mapping, 'path')
        ?.slice(2)
        .replace(/\/text\(\)$/, '/@') ?? '';
    const list = mapping.children.find(({ name }) => name === 'codelist')?.attributes[1] ?? '';
    const vocabulary = /'(\w+)'/.exec(textOfChild(mapping, 'condition') ?? '')?.[1];
    return [path, list, vocabulary ?? ''].join(' ');
  });
  const ours = codedPlaces.map(
    ([path, attribute, list, vocabulary = '']) => `${path}/@${attribute} ${list} ${vocabulary}`,
  );
  // Languages of texts stand everywhere and are not in the table.
  assert.deepEqual([...ours, '@xml:lang Language '].sort(), official.sort());
});

test('every table that comes with the program can be read, and says what it is', () => {
  assert.equal(shippedTableNames.length, 59);
  for (const name of shippedTableNames) {
    const table = findShippedTable(name);
    assert.equal(table?.name, name);
    assert.match(table?.asOf ?? '', /^20\d\d-\d\d/);
    assert.ok((table?.codes.size ?? 0) > 0, name);
  }
  assert.equal(findShippedTable('Sector')?.codes.get('14030')?.names['fr'] !== undefined, true);
  assert.equal(findShippedTable('FinanceType')?.codes.get('410')?.withdrawn, '2015-12-31');
  assert.equal(findShippedTable('NoSuchList'), undefined);
});
