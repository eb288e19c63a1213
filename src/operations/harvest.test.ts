import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SmallOffice, smallOffice } from '../../tests/fixtures/small-office.ts';
import { actOn, drafted, observed, register, released } from '../../tests/fixtures/wells.ts';
import { harvest, harvestAll, harvestOne } from './harvest.ts';
import { confirm } from './review/answer.ts';
import { reject } from './review/observation.ts';
import { archive, withdraw } from './review/withdraw.ts';

/** Ids in the order told, those no longer offered in brackets. */
async function told(office: SmallOffice): Promise<readonly string[]> {
  const all = await harvest(office, { limit: 100 });
  return all.map(({ id, record }) => (record === undefined ? `(${id})` : id));
}

test('a draft that was never released is told to nobody, and moves nothing once something is', async () => {
  const office = await smallOffice();
  await drafted(office, 'a');
  assert.deepEqual(await told(office), []);
  assert.equal(await harvestOne(office, register, 'a'), undefined);
  await released(office, 'b');
  const before = (await harvestOne(office, register, 'b'))?.told;
  office.clock.set('2024-05-07T00:00:00Z');
  await drafted(office, 'b', { themes: ['water'] });
  assert.deepEqual((await harvestOne(office, register, 'b'))?.told, before);
});

test('a confirmation is told: the record moves to the end, with the instant of the confirmation', async () => {
  const office = await smallOffice();
  await released(office, 'a');
  await released(office, 'b');
  office.clock.set('2024-05-07T00:00:00Z');
  await confirm(office, office.actors['focal-br'], { ...actOn(office, 'a'), revision: 1 });
  assert.deepEqual(await told(office), ['b', 'a']);
  assert.equal((await harvestOne(office, register, 'a'))?.told.at, '2024-05-07T00:00:00.000Z');
});

for (const take of [withdraw, archive]) {
  test(`after ${take.name} a record is no longer offered, and stays told as gone`, async () => {
    const office = await smallOffice();
    await released(office, 'a');
    await take(office, office.actors['focal-sn'], { ...actOn(office, 'a'), reason: 'Never began' });
    assert.deepEqual(await told(office), ['(a)']);
    for await (const { id } of harvestAll(office)) assert.fail(id);
  });
}

test('what a country says is not so is not offered for copies', async () => {
  const office = await smallOffice();
  await observed(office, 'a');
  assert.deepEqual(await told(office), ['a']);
  const act = { ...actOn(office, 'a'), revision: 1, reason: 'Never dug' };
  await reject(office, office.actors['focal-sn'], act);
  assert.deepEqual(await told(office), ['(a)']);
});

test('a record is found under its own register only', async () => {
  const office = await smallOffice();
  await released(office, 'a');
  assert.equal(await harvestOne(office, 'practice', 'a'), undefined);
  assert.equal((await harvestOne(office, register, 'a'))?.record?.id, 'a');
});
