import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, smallHouse } from '../../../tests/fixtures/small-house.ts';
import { jsonLines, takeIn } from '../../../tests/fixtures/taking-in.ts';
import { show } from '../show.ts';
import { dryLog } from './dry-log.ts';
import { undoIntake } from './undo-intake.ts';

const row = (id: string, title: string) => ({ register: 'activity', id, values: { title: english(title) } });

test('an intake that is only looked at says the same as one that is done, and writes nothing', async () => {
  const house = await smallHouse();
  await takeIn(house, jsonLines('a.jsonl', [row('wells', 'Wells')]));
  const head = await house.log.head();
  const file = jsonLines('b.jsonl', [
    row('wells', 'Wells and pumps'),
    row('salt', 'Salt'),
    row('salt', 'Salt'),
  ]);
  const seen = await takeIn({ ...house, log: dryLog(house.log) }, file);
  assert.equal(await house.log.head(), head);
  const done = await takeIn(house, file);
  assert.deepEqual(seen, done);
});

test('an undone intake leaves records as they were, withdraws those that it made, and leaves alone what moved on', async () => {
  const house = await smallHouse();
  await takeIn(house, jsonLines('a.jsonl', [row('wells', 'Wells'), row('pumps', 'Pumps')]));
  await takeIn(
    house,
    jsonLines('b.jsonl', [
      row('wells', 'Wells, changed'),
      row('pumps', 'Pumps, changed'),
      row('salt', 'Salt'),
    ]),
  );
  const account = await house.log.head();
  await takeIn(house, jsonLines('c.jsonl', [{ ...row('pumps', 'Pumps, changed again'), revision: 2 }]));
  const { undone, left } = await undoIntake(house, account);
  assert.deepEqual([undone, left], [2, ['pumps']]);
  const title = async (id: string) => (await show(house, 'activity', id)).record.values['title'];
  assert.deepEqual(await title('wells'), english('Wells'));
  assert.deepEqual(await title('pumps'), english('Pumps, changed again'));
  assert.ok((await show(house, 'activity', 'salt')).state.withdrawn);
  await assert.rejects(undoIntake(house, 1), { code: 'notFound' });
});
