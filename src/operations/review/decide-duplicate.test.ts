import assert from 'node:assert/strict';
import { test } from 'node:test';
import { released } from '../../../tests/fixtures/desk-records.ts';
import { written } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { Fault } from '../../kernel/fault.ts';
import { follow } from '../follow.ts';
import { decideSameness } from './decide-duplicate.ts';

const refusedWith = (code: string) => (error: unknown) => error instanceof Fault && error.code === code;
const register = 'activity';

/** Senegal's own record, and an observed one that may be the same. */
async function suspicion(): Promise<SmallOffice> {
  const office = await smallOffice();
  await released(office, 'own', 'Wells');
  const base = { register, post: 'intake', at: office.clock.now().toISOString(), because: ['title'] };
  await office.log.append([
    written('seen', { participants: [{ country: 'MZ', role: 'recipient' }] }),
    { kind: 'event', event: { ...base, type: 'duplicateProposed', recordId: 'seen', other: 'own' } },
  ]);
  await follow(office);
  return office;
}

test('what a country has made its own word is withdrawn by that country alone', async () => {
  const office = await suspicion();
  const same = { register, id: 'own', other: 'seen', same: true };
  for (const who of ['secretariat', 'administrator', 'focal-br', 'focal-mz'] as const) {
    await assert.rejects(decideSameness(office, office.actors[who], same), refusedWith('notAllowed'), who);
  }
  await decideSameness(office, office.actors['focal-sn'], same);
  assert.equal(office.board.records(['own']).get('own')?.state.withdrawn?.into, 'seen');
});

test('a secretariat withdraws what was only observed', async () => {
  const office = await suspicion();
  const same = { register, id: 'seen', other: 'own', same: true, reason: 'One project' };
  await decideSameness(office, office.actors.secretariat, same);
  const { withdrawn } = office.board.records(['seen']).get('seen')?.state ?? {};
  assert.equal(withdrawn?.into, 'own');
  assert.equal(withdrawn?.reason, 'One project');
});

test('a pair that nobody proposed, and a record with itself, are not decided', async () => {
  const office = await suspicion();
  await released(office, 'third', 'Salt');
  const { secretariat } = office.actors;
  for (const other of ['third', 'seen']) {
    await assert.rejects(
      decideSameness(office, secretariat, { register, id: 'seen', other, same: false }),
      refusedWith('notFound'),
    );
  }
});

test('a focal point speaks where one of the two is its country’s or names it, and nowhere else', async () => {
  const notSame = { register, id: 'seen', other: 'own', same: false };
  const office = await suspicion();
  await office.log.append([written('strange', {}), written('stranger', {})]);
  const base = { register, post: 'intake', at: office.clock.now().toISOString(), because: ['title'] };
  await office.log.append([
    {
      kind: 'event',
      event: { ...base, type: 'duplicateProposed', recordId: 'strange', other: 'stranger' },
    },
  ]);
  await follow(office);
  const foreign = { register, id: 'strange', other: 'stranger', same: false };
  for (const who of ['focal-sn', 'focal-br', 'focal-mz'] as const) {
    await assert.rejects(decideSameness(office, office.actors[who], foreign), refusedWith('notAllowed'), who);
  }
  await decideSameness(office, office.actors.secretariat, foreign);
  await decideSameness(office, office.actors['focal-mz'], notSame);
  assert.deepEqual(office.board.records(['seen']).get('seen')?.state.possibleDuplicates, []);
});
