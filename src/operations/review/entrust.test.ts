import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import {
  actOn,
  drafted,
  refuses,
  register,
  stateOf,
  submitted,
  writtenBy,
} from '../../../tests/fixtures/wells.ts';
import { closePost } from '../posts/keep-post.ts';
import { show } from '../show.ts';
import { entrust } from './entrust.ts';
import { submit } from './submit.ts';

const organisation = 'Institut des puits';

test('what the focal point typed is the organisation’s to go on with once it is given to it, and not before', async () => {
  const office = await smallOffice();
  const { 'focal-sn': focal, 'clerk-sn': clerk } = office.actors;
  await drafted(office, 'a', { by: 'focal-sn' });
  await assert.rejects(show(office, register, 'a', clerk));
  await assert.rejects(drafted(office, 'a', { by: 'clerk-sn', themes: ['water'] }));
  const base = { recordId: 'a', register, post: 'focal-sn', holder: focal.account };
  assert.deepEqual(
    await writtenBy(office, () => entrust(office, focal, { ...actOn(office, 'a'), organisation })),
    [{ ...base, type: 'entrusted', country: 'SN', organisation }],
  );
  const tasks = office.board.tasks({ post: clerk.post, dueBefore: '', offset: 0, limit: 9 }).tasks;
  assert.deepEqual(
    tasks.map(({ kind, record }) => [kind, record.recordId]),
    [['draft', 'a']],
  );
  await drafted(office, 'a', { by: 'clerk-sn', themes: ['water'] });
  await submit(office, clerk, actOn(office, 'a'));
  assert.equal(stateOf(office, 'a').phase, 'submitted');
});

test('the focal point may go on writing, and the record stays the organisation’s', async () => {
  const office = await smallOffice();
  await drafted(office, 'a', { by: 'focal-sn' });
  await entrust(office, office.actors['focal-sn'], { ...actOn(office, 'a'), organisation });
  await drafted(office, 'a', { by: 'focal-sn', themes: ['water'] });
  await drafted(office, 'a', { by: 'clerk-sn', themes: ['soil'] });
  assert.equal(stateOf(office, 'a').organisation, organisation);
});

test('given to another organisation, it is no longer the first one’s', async () => {
  const office = await smallOffice();
  await submitted(office, 'a');
  const to = { ...actOn(office, 'a'), organisation: 'Ministère du sel' };
  await entrust(office, office.actors['focal-sn'], to);
  await assert.rejects(drafted(office, 'a', { by: 'clerk-sn', themes: ['water'] }));
  await drafted(office, 'a', { by: 'clerk-sn-other', themes: ['salt'] });
});

test('only the focal point of the owning country gives a record away, and only to an organisation with an open post', async () => {
  const office = await smallOffice();
  await drafted(office, 'a', { by: 'focal-sn' });
  const act = () => ({ ...actOn(office, 'a'), organisation });
  for (const by of ['clerk-sn', 'roster-sn', 'focal-br', 'secretariat', 'administrator'] as const) {
    await refuses(office, () => entrust(office, office.actors[by], act()), 'notAllowed');
  }
  const focal = office.actors['focal-sn'];
  const foreign = { ...actOn(office, 'a'), organisation: 'Instituto do Leite' };
  await refuses(office, () => entrust(office, focal, foreign), 'invalid', { place: 'organisation' });
  for (const post of ['clerk-sn', 'roster-sn']) await closePost(office, 'node', post);
  await refuses(office, () => entrust(office, focal, act()), 'invalid', { right: 'Ministère du sel' });
});
