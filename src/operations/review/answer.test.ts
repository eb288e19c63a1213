import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../tests/fixtures/small-house.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import {
  actOn,
  drafted,
  refuses,
  register,
  released,
  stateOf,
  writtenBy,
} from '../../../tests/fixtures/wells.ts';
import { Refused } from '../refused.ts';
import { confirm, dispute, letPass } from './answer.ts';

test('each answer is one event of the country that was asked, and nothing else is written', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-br'];
  const base = { register, post: 'focal-br', holder: focal.account, country: 'BR', revision: 1 };
  for (const [type, take] of Object.entries({ confirmed: confirm, letPass })) {
    const recordId = type.toLowerCase();
    await released(office, recordId);
    const act = { ...actOn(office, recordId), revision: 1 };
    assert.deepEqual(await writtenBy(office, () => take(office, focal, act)), [{ ...base, recordId, type }]);
    assert.equal(stateOf(office, recordId).answers['BR']?.state, type);
  }
});

test('an objection says what the country holds to be so; both values stand side by side', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-br'];
  await released(office, 'a');
  const objections = [{ field: 'title', says: english('Deep wells'), note: 'See the agreement' }];
  const act = { ...actOn(office, 'a'), revision: 1, objections };
  assert.partialDeepStrictEqual(await writtenBy(office, () => dispute(office, focal, act)), [
    { type: 'disputed', country: 'BR', objections },
  ]);
  const values = (await office.log.latest(['a'])).get('a')?.values;
  assert.deepEqual(values?.['title'], english('Wells'), 'nothing is overwritten');
});

test('an objection to no field, to one that is none, or with a value that does not hold is refused', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-br'];
  await released(office, 'a');
  const disputing = (...objections: { field: string; says?: unknown }[]) =>
    dispute(office, focal, { ...actOn(office, 'a'), revision: 1, objections });
  await refuses(office, () => disputing(), 'invalid', { place: 'objections' });
  for (const field of ['shoeSize', 'constructor', '__proto__', ''])
    await refuses(office, () => disputing({ field }), 'invalid', { place: field });
  const head = await office.log.head();
  await assert.rejects(disputing({ field: 'modality', says: 'quadrangular' }), (error) => {
    assert.ok(error instanceof Refused);
    assert.partialDeepStrictEqual(error.findings, [{ path: 'modality', code: 'unknownCode' }]);
    return true;
  });
  assert.equal(await office.log.head(), head);
});

test('a figure in an objection may name a source of the record', async () => {
  const office = await smallOffice();
  await released(office, 'a', { sources: [{ title: 'Report' }] });
  const says = [{ label: english('Wells'), value: 12, unit: english('wells'), basis: 'counted', source: 1 }];
  const act = { ...actOn(office, 'a'), revision: 1, objections: [{ field: 'quantities', says }] };
  await dispute(office, office.actors['focal-br'], act);
  assert.partialDeepStrictEqual(stateOf(office, 'a').answers['BR']?.objections, [{ field: 'quantities' }]);
});

test('who was not asked has no answer to give; nor does the owner', async () => {
  const office = await smallOffice();
  await released(office, 'a');
  const act = { ...actOn(office, 'a'), revision: 1, objections: [{ field: 'title' }] };
  for (const by of ['focal-sn', 'focal-mz', 'clerk-br', 'secretariat', 'administrator'] as const) {
    for (const take of [confirm, letPass, dispute])
      await refuses(office, () => take(office, office.actors[by], act), 'notAllowed');
  }
  const weak = { ...office.actors['focal-br'], strong: false };
  await refuses(office, () => confirm(office, weak, act), 'secondFactorNeeded');
});

test('a country may think again: its last answer stands, while a draft of the other one is under way, too', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-br'];
  await released(office, 'a');
  const act = () => ({ ...actOn(office, 'a'), revision: 1 });
  await confirm(office, focal, act());
  await drafted(office, 'a', { themes: ['water'] });
  await dispute(office, focal, { ...act(), objections: [{ field: 'title' }] });
  assert.equal(stateOf(office, 'a').answers['BR']?.state, 'disputed');
  await letPass(office, focal, act());
  const { answers } = stateOf(office, 'a');
  assert.deepEqual([answers['BR']?.state, answers['BR']?.objections], ['letPass', undefined]);
});
