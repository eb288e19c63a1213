import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallHouse } from '../../../tests/fixtures/small-house.ts';
import { fileOf, takeIn } from '../../../tests/fixtures/taking-in.ts';
import type { InputFile } from '../../exchange/incoming.ts';
import { show } from '../show.ts';

function activities(...inside: readonly string[]): InputFile {
  const records = inside.map((one) => `<iati-activity>${one}</iati-activity>`);
  return fileOf('a.xml', `<iati-activities version="2.03">${records.join('')}</iati-activities>`);
}

const wells = '<iati-identifier>ML-1</iati-identifier><title><narrative>Wells in Mali</narrative></title>';
const result = '<result type="1"><title><narrative>Wells dug</narrative></title></result>';

test('what a source says beside the values makes a revision of its own when it changes', async () => {
  const house = await smallHouse();
  const [first] = await takeIn(house, activities(wells + result));
  const id = first?.recordId ?? '';
  const [same] = await takeIn(house, activities(`\n${wells}\n${result}\n`));
  const [other] = await takeIn(house, activities(wells + result.replace('dug', 'drilled')));
  assert.deepEqual([first?.outcome, same?.outcome, other?.outcome], ['created', 'unchanged', 'updated']);
  const kept = await house.log.kept([{ id, number: 9 }]);
  assert.equal(kept.get(id)?.number, 2);
  const { revisions } = await show(house, 'activity', id);
  assert.deepEqual(revisions[0]?.values, revisions[1]?.values);
});

test('a record of which nothing was kept is kept whole when its source comes', async () => {
  const house = await smallHouse();
  const [first] = await takeIn(house, activities(wells));
  const id = first?.recordId ?? '';
  const [entry] = await house.log.since(0, 1);
  assert.ok(entry?.kind === 'revision');
  const older = await smallHouse();
  await older.log.append([{ kind: 'revision', revision: entry.revision, keys: entry.keys }]);
  const [again] = await takeIn(older, activities(wells));
  assert.deepEqual([again?.outcome, again?.recordId], ['updated', id]);
  assert.equal((await older.log.kept([{ id, number: 2 }])).get(id)?.number, 2);
});

test('of two activities under one identifier the first is kept', async () => {
  const house = await smallHouse();
  const verdicts = await takeIn(house, activities(wells + result, wells));
  assert.deepEqual(
    verdicts.map(({ outcome }) => outcome),
    ['created', 'merged'],
  );
});
