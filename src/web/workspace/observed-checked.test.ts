import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { observed, stateOf } from '../../../tests/fixtures/wells.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

async function sevenObserved(): Promise<SmallOffice> {
  const office = await smallOffice();
  for (const id of ids) await observed(office, id);
  return office;
}

const acts = (office: SmallOffice, wanted: readonly string[]) =>
  wanted.map((id) => `activity/${id}/${office.board.records([id]).get(id)?.seq}/1`);
const address = '/en/desk/observed';

test('what others say of a country stands below what presses, a few of them, with their number', async () => {
  const { read } = visiting(await sevenObserved());
  const page = await read('focal-sn', '/en/desk');
  assert.match(page, /What others say of Senegal \(7\)/);
  assert.equal(page.match(/name=record/g)?.length, 5);
  assert.match(page, /Nothing else waits for you/);
  const all = await read('focal-sn', '/en/desk?post=focal-sn&show=observed');
  assert.equal(all.match(/name=record/g)?.length, 7);
  assert.doesNotMatch(await read('clerk-sn', '/en/desk'), /What others say/);
});

test('a checked list is named before it is adopted, and is then the country’s word', async () => {
  const office = await sevenObserved();
  const { read, send } = visiting(office);
  const preview = await read(
    'focal-sn',
    `${address}?post=focal-sn&step=adopt&record=activity/a&record=activity/b`,
  );
  assert.match(preview, /Make 2 records our own word/);
  assert.equal(stateOf(office, 'a').owner, undefined);
  const answer = await send('focal-sn', address, {
    post: 'focal-sn',
    step: 'adopt',
    act: acts(office, ['a', 'b']),
  });
  assert.match(await answer.text(), /2 records are decided/);
  assert.deepEqual([stateOf(office, 'a').owner, stateOf(office, 'b').answers['BR']?.state], ['SN', 'asked']);
  assert.match(await read('focal-sn', '/en/desk'), /What others say of Senegal \(5\)/);
});

test('a rejection of several wants a reason, printed on each', async () => {
  const office = await sevenObserved();
  const { send } = visiting(office);
  const fields = { post: 'focal-br', step: 'reject', act: acts(office, ['c', 'd']) };
  const without = await send('focal-br', address, { ...fields, reason: ' ' });
  assert.equal(without.status, 400);
  assert.match(await without.text(), /aria-invalid=true/);
  assert.deepEqual(stateOf(office, 'c').rejections, []);
  await send('focal-br', address, { ...fields, reason: 'Never agreed' });
  for (const id of ['c', 'd']) assert.equal(stateOf(office, id).rejections[0]?.reason, 'Never agreed');
});

test('one that moved meanwhile or is not the post’s to decide holds up none of the others', async () => {
  const office = await sevenObserved();
  const { send } = visiting(office);
  const seen = acts(office, ['a', 'b']);
  await send('focal-br', address, { post: 'focal-br', step: 'adopt', act: acts(office, ['a']) });
  const answer = await send('focal-sn', address, { post: 'focal-sn', step: 'adopt', act: seen });
  assert.match(await answer.text(), /1 record is decided\.[\s\S]*1 could not be/);
  assert.deepEqual([stateOf(office, 'a').owner, stateOf(office, 'b').owner], ['BR', 'SN']);
  const stranger = await send('focal-mz', address, {
    post: 'focal-mz',
    step: 'adopt',
    act: acts(office, ['c']),
  });
  assert.match(await stranger.text(), /0 records are decided/);
});

test('a forged form and a decision that there is not are refused', async () => {
  const office = await sevenObserved();
  const { send, get } = visiting(office);
  const fields = { post: 'focal-sn', step: 'adopt', act: acts(office, ['a']) };
  assert.notEqual((await send('focal-sn', address, { ...fields, form: 'forged' })).status, 200);
  assert.equal(
    (await get('focal-sn', `${address}?post=focal-sn&step=release&record=activity/a`)).status,
    400,
  );
  assert.equal(stateOf(office, 'a').owner, undefined);
});
