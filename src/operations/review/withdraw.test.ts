import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import {
  actOn,
  drafted,
  observed,
  refuses,
  register,
  released,
  stateOf,
  writtenBy,
} from '../../../tests/fixtures/wells.ts';
import { find } from '../find.ts';
import { show } from '../show.ts';
import { confirm } from './answer.ts';
import { forEach, reconfirm } from './reconfirm.ts';
import { release } from './release.ts';
import { archive, withdraw } from './withdraw.ts';

const request = { words: '', lang: 'en', filters: {}, sort: 'newest', page: 1, pageSize: 50 } as const;
const found = async (office: SmallOffice) => (await find(office, request)).records.map(({ id }) => id).sort();

for (const [type, take] of Object.entries({ withdrawn: withdraw, archived: archive })) {
  test(`what is ${type} leaves the search, keeps its address and its reason, and comes back with a release`, async () => {
    const office = await smallOffice();
    const focal = office.actors['focal-sn'];
    await released(office, 'a');
    await released(office, 'b', { participants: [{ country: 'SN', role: 'provider' }] });
    const act = { ...actOn(office, 'a'), reason: 'Never began' };
    const base = { recordId: 'a', register, post: 'focal-sn', holder: focal.account };
    assert.deepEqual(await writtenBy(office, () => take(office, focal, act)), [
      { ...base, type, reason: 'Never began' },
    ]);
    assert.deepEqual(await found(office), ['b']);
    const { state } = await show(office, register, 'a');
    assert.deepEqual(Object.hasOwn(state, type), true);
    await drafted(office, 'a', { themes: ['water'] });
    assert.deepEqual(await found(office), ['b'], 'a draft is nobody’s word yet');
    await release(office, focal, actOn(office, 'a'));
    assert.deepEqual(await found(office), ['a', 'b']);
  });

  test(`a record is ${type} by the focal point of its country alone, with a reason, once it is released`, async () => {
    const office = await smallOffice();
    await released(office, 'a');
    const act = { ...actOn(office, 'a'), reason: 'Over' };
    for (const by of ['clerk-sn', 'focal-br', 'secretariat', 'administrator'] as const)
      await refuses(office, () => take(office, office.actors[by], act), 'notAllowed');
    const focal = office.actors['focal-sn'];
    const { reason: _, ...bare } = act;
    await refuses(office, () => take(office, focal, bare), 'invalid', { place: 'reason' });
    await drafted(office, 'b');
    await refuses(office, () => take(office, focal, { ...actOn(office, 'b'), reason: 'Over' }), 'wrongStep');
    await observed(office, 'c');
    await refuses(office, () => take(office, focal, { ...actOn(office, 'c'), reason: 'Over' }), 'notAllowed');
    await take(office, focal, act);
    await refuses(office, () => take(office, focal, { ...actOn(office, 'a'), reason: 'Over' }), 'wrongStep');
  });
}

test('a country says that its record is still right: one event, and the day from which it wants that again moves', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  await released(office, 'a');
  office.clock.set('2025-05-20T00:00:00.000Z');
  const base = { recordId: 'a', register, post: 'focal-sn', holder: focal.account };
  assert.deepEqual(await writtenBy(office, () => reconfirm(office, focal, actOn(office, 'a'))), [
    { ...base, type: 'reconfirmed', revision: 1, country: 'SN' },
  ]);
  assert.equal((await show(office, register, 'a')).record.review.dueOn, '2026-05-20');
});

test('a counterpart says so again once it has confirmed, and not before', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-br'];
  await released(office, 'a');
  await refuses(office, () => reconfirm(office, focal, actOn(office, 'a')), 'notAllowed');
  await confirm(office, focal, { ...actOn(office, 'a'), revision: 1 });
  await reconfirm(office, focal, actOn(office, 'a'));
  assert.equal(stateOf(office, 'a').confirmed?.country, 'BR');
});

test('of a checked list each record goes by itself: one that moved holds up none of the others', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  for (const id of ['a', 'b', 'c']) await released(office, id);
  const acts = ['a', 'b', 'c', 'nobody'].map((id) => actOn(office, id));
  await drafted(office, 'b', { themes: ['water'] });
  const head = await office.log.head();
  const outcomes = await forEach(acts, (act) => reconfirm(office, focal, act));
  assert.deepEqual(
    outcomes.map(({ id, done, fault }) => [id, done, fault?.code]),
    [
      ['a', true, undefined],
      ['b', false, 'recordMoved'],
      ['c', true, undefined],
      ['nobody', false, 'notFound'],
    ],
  );
  assert.equal(await office.log.head(), head + 2);
});

test('what is no refusal ends the whole list', async () => {
  const broken = () => Promise.reject(new TypeError('a fault of the program'));
  await assert.rejects(forEach([{ register, id: 'a', seen: 0 }], broken), TypeError);
});
