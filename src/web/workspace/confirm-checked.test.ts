import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drafted, released, seen } from '../../../tests/fixtures/desk-records.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';

/** Two records of Senegal that were released long enough ago to want a fresh word. */
async function twoDue(): Promise<SmallOffice> {
  const office = await smallOffice();
  await released(office, 'wells', 'Wells');
  await released(office, 'salt', 'Salt');
  office.clock.set('2025-05-10T08:00:00.000Z');
  return office;
}

const preview = '/en/desk/confirm?post=focal-sn&record=activity/wells&record=activity/salt';
const confirmedAt = ({ board }: SmallOffice, id: string) =>
  board.records([id]).get(id)?.state.confirmed?.at.slice(0, 10);

test('records that fall due can be ticked by the focal point, and by no clerk', async () => {
  const office = await twoDue();
  const { read } = visiting(office);
  const ticks = (page: string) => page.match(/type=checkbox name=record/g)?.length ?? 0;
  assert.equal(ticks(await read('focal-sn', '/en/desk')), 2);
  const clerk = await read('clerk-sn', '/en/desk');
  assert.match(clerk, /Due since 6 May 2025/);
  assert.equal(ticks(clerk), 0);
});

test('before anything is confirmed each record is named with its revision and dates', async () => {
  const office = await twoDue();
  const page = await visiting(office).read('focal-sn', preview);
  assert.match(page, /Wells<\/a> <small>Revision 1 · 6 May 2024 · Last confirmed 6 May 2024/);
  assert.match(page, /Confirm 2 records/);
  assert.equal(confirmedAt(office, 'wells'), '2024-05-06');
});

test('one record that moved meanwhile holds up none of the others, and says why', async () => {
  const office = await twoDue();
  const { send, read } = visiting(office);
  await read('focal-sn', preview);
  const act = ['wells', 'salt'].map((id) => `activity/${id}/${seen(office, id)}`);
  await drafted(office, 'wells', 'Wells, deeper');
  const answer = await send('focal-sn', '/en/desk/confirm', { post: 'focal-sn', act });
  const page = await answer.text();
  assert.equal(answer.status, 200);
  assert.match(page, /1 record is confirmed\.[\s\S]*1 could not be/);
  assert.match(page, /Wells<\/a>[\s\S]*Somebody acted on this record in the meantime/);
  assert.deepEqual([confirmedAt(office, 'wells'), confirmedAt(office, 'salt')], ['2024-05-06', '2025-05-10']);
});

test('a form without the token of the session confirms nothing', async () => {
  const office = await twoDue();
  const act = `activity/wells/${seen(office, 'wells')}`;
  const answer = await visiting(office).send('focal-sn', '/en/desk/confirm', {
    form: 'forged',
    post: 'focal-sn',
    act,
  });
  assert.notEqual(answer.status, 200);
  assert.equal(confirmedAt(office, 'wells'), '2024-05-06');
});

test('another country cannot confirm them by typing the address', async () => {
  const office = await twoDue();
  const act = `activity/wells/${seen(office, 'wells')}`;
  const answer = await visiting(office).send('focal-mz', '/en/desk/confirm', { post: 'focal-mz', act });
  assert.match(await answer.text(), /0 records are confirmed/);
  assert.equal(confirmedAt(office, 'wells'), '2024-05-06');
});

test('where the node wants a second factor, the preview says so and offers no button', async () => {
  const office = { ...(await twoDue()), secondFactor: true };
  const page = await visiting(office).read('focal-sn', preview);
  assert.match(page, /need a second factor/);
  assert.doesNotMatch(page, /Confirm 2 records/);
});
