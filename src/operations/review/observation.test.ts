import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import {
  actOn,
  observed,
  refuses,
  register,
  released,
  stateOf,
  writtenBy,
} from '../../../tests/fixtures/wells.ts';
import { revise } from '../revise.ts';
import { adopt, reject } from './observation.ts';
import { release } from './release.ts';

test('a country makes an observation its own word as it stands, and the other one is asked; nothing else is written', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-br'];
  await observed(office, 'a');
  const act = { ...actOn(office, 'a'), revision: 1 };
  const base = { recordId: 'a', register, post: 'focal-br', holder: focal.account };
  assert.deepEqual(await writtenBy(office, () => adopt(office, focal, act)), [
    { ...base, type: 'adopted', country: 'BR', revision: 1, asked: ['SN'] },
  ]);
  const { owner, standing, phase, releasedBy } = stateOf(office, 'a');
  assert.deepEqual([owner, standing, phase, releasedBy], ['BR', 'party', 'released', 'focal-br']);
});

test('what a country has adopted no other adopts or rejects: it answers, as asked', async () => {
  const office = await smallOffice();
  await observed(office, 'a');
  await adopt(office, office.actors['focal-br'], { ...actOn(office, 'a'), revision: 1 });
  const act = { ...actOn(office, 'a'), revision: 1, reason: 'Not so' };
  await refuses(office, () => adopt(office, office.actors['focal-sn'], act), 'wrongStep');
  await refuses(office, () => reject(office, office.actors['focal-sn'], act), 'wrongStep');
});

test('a rejection is printed with its reason; without one it is refused', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  await observed(office, 'a');
  const act = { ...actOn(office, 'a'), revision: 1 };
  for (const reason of ['', '   '])
    await refuses(office, () => reject(office, focal, { ...act, reason }), 'invalid', { place: 'reason' });
  const reason = 'The wells were never dug';
  const base = { recordId: 'a', register, post: 'focal-sn', holder: focal.account, reason };
  assert.deepEqual(await writtenBy(office, () => reject(office, focal, { ...act, reason })), [
    { ...base, type: 'rejected', country: 'SN', revision: 1 },
  ]);
  assert.partialDeepStrictEqual(stateOf(office, 'a').rejections, [{ country: 'SN', reason }]);
  assert.equal(stateOf(office, 'a').inForce, 1, 'the observation stands beside it');
});

test('a country that adopts what it rejected has taken that back', async () => {
  const office = await smallOffice();
  await observed(office, 'a');
  const act = () => ({ ...actOn(office, 'a'), revision: 1 });
  await reject(office, office.actors['focal-sn'], { ...act(), reason: 'Not so' });
  await adopt(office, office.actors['focal-sn'], act());
  assert.deepEqual(stateOf(office, 'a').rejections, []);
});

test('a country corrects an observation: what it writes and releases is its word, and what was observed stays in the history', async () => {
  const office = await smallOffice();
  await observed(office, 'a');
  const focal = office.actors['focal-br'];
  const writer = { actor: focal, as: 'party', door: 'form' } as const;
  const values = (await office.log.latest(['a'])).get('a')?.values ?? {};
  await revise(office, { register, id: 'a', values: { ...values, themes: ['water'] }, basedOn: 1, writer });
  assert.equal(stateOf(office, 'a').inForce, 1, 'until it is released the observation is what is shown');
  await release(office, focal, actOn(office, 'a'));
  const { owner, standing, phase, inForce } = stateOf(office, 'a');
  assert.deepEqual([owner, standing, phase, inForce], ['BR', 'party', 'released', 2]);
  const written = (await office.log.history('a')).flatMap((one) =>
    one.kind === 'revision' ? [one.revision.values] : [],
  );
  assert.deepEqual(written[0], values);
});

test('one speaks of the revision that one read', async () => {
  const office = await smallOffice();
  await observed(office, 'a');
  const writer = { actor: office.actors.secretariat, as: 'thirdParty', door: 'form' } as const;
  const values = (await office.log.latest(['a'])).get('a')?.values ?? {};
  await revise(office, { register, id: 'a', values: { ...values, themes: ['water'] }, basedOn: 1, writer });
  const late = { ...actOn(office, 'a'), revision: 1, reason: 'Not so' };
  await refuses(office, () => adopt(office, office.actors['focal-sn'], late), 'notInForce', { right: 2 });
  await refuses(office, () => reject(office, office.actors['focal-sn'], late), 'notInForce', { got: 1 });
});

test('only the focal point of a country that is named speaks of an observation', async () => {
  const office = await smallOffice();
  await observed(office, 'a');
  const act = { ...actOn(office, 'a'), revision: 1, reason: 'Not so' };
  for (const by of ['focal-mz', 'clerk-sn', 'secretariat', 'administrator', 'roster-sn'] as const) {
    await refuses(office, () => adopt(office, office.actors[by], act), 'notAllowed');
    await refuses(office, () => reject(office, office.actors[by], act), 'notAllowed');
  }
  const weak = { ...office.actors['focal-sn'], strong: false };
  await refuses(office, () => adopt(office, weak, act), 'secondFactorNeeded');
});

test('what a country has released is not for a third party to write on', async () => {
  const office = await smallOffice();
  await released(office, 'a');
  const writer = { actor: office.actors.secretariat, as: 'thirdParty', door: 'form' } as const;
  const values = (await office.log.latest(['a'])).get('a')?.values ?? {};
  const edit = {
    register,
    id: 'a',
    values: { ...values, sources: [{ title: 'Report' }] },
    basedOn: 1,
    writer,
  };
  await refuses(office, () => revise(office, edit), 'wrongStep');
});
