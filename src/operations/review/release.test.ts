import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import {
  actOn,
  drafted,
  refuses,
  register,
  released,
  stateOf,
  submitted,
  writtenBy,
} from '../../../tests/fixtures/wells.ts';
import type { Actor } from '../../policy/actor.ts';
import { appoint } from '../posts/appoint.ts';
import { changePost, closePost, openPost } from '../posts/keep-post.ts';
import { Refused } from '../refused.ts';
import { release } from './release.ts';

test('a release makes the draft the country’s word and asks the others that it names; nothing else is written', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  await submitted(office, 'a');
  const base = { recordId: 'a', register, post: 'focal-sn', holder: focal.account };
  assert.deepEqual(await writtenBy(office, () => release(office, focal, actOn(office, 'a'))), [
    { ...base, type: 'released', revision: 1, country: 'SN', asked: ['BR'] },
  ]);
  const { phase, inForce, owner, standing, answers, releasedBy } = stateOf(office, 'a');
  assert.deepEqual(
    [phase, inForce, owner, standing, answers['BR']?.state, releasedBy],
    ['released', 1, 'SN', 'party', 'asked', 'focal-sn'],
  );
});

test('a record that does not name the own country is not released: the finding says which is missing', async () => {
  const office = await smallOffice();
  await drafted(office, 'a', { participants: [{ country: 'BR', role: 'recipient' }] });
  const head = await office.log.head();
  await assert.rejects(release(office, office.actors['focal-sn'], actOn(office, 'a')), (error) => {
    assert.ok(error instanceof Refused);
    assert.deepEqual(error.findings, [
      {
        severity: 'error',
        path: 'participants',
        code: 'ownCountryMissing',
        params: { country: 'SN', role: 1 },
      },
    ]);
    return true;
  });
  assert.equal(await office.log.head(), head);
});

test('a release wants a second factor; a returned draft is written anew first', async () => {
  const office = await smallOffice();
  await drafted(office, 'a');
  const weak = { ...office.actors['focal-sn'], strong: false };
  await refuses(office, () => release(office, weak, actOn(office, 'a')), 'secondFactorNeeded');
  await refuses(office, () => release(office, office.actors['clerk-sn'], actOn(office, 'a')), 'notAllowed');
  await released(office, 'b');
  await refuses(office, () => release(office, office.actors['focal-sn'], actOn(office, 'b')), 'wrongStep');
});

test('released anew, whoever vouched for the earlier revision is asked again', async () => {
  const office = await smallOffice();
  await released(office, 'a');
  office.clock.set('2024-06-01T00:00:00.000Z');
  await released(office, 'a', { themes: ['water'] });
  const { answers, inForce } = stateOf(office, 'a');
  assert.deepEqual([inForce, answers['BR']?.revision, answers['BR']?.state], [2, 2, 'asked']);
  assert.equal(answers['BR']?.at, '2024-06-01T00:00:00.000Z');
});

/** Senegal wants two persons; a deputy is the second one. */
async function twoPersons(office: SmallOffice): Promise<{ first: Actor; second: Actor }> {
  const { post } = office.actors['focal-sn'];
  const { id: _, openedAt: __, tenures: ___, ...profile } = post;
  await changePost(office, 'node', 'focal-sn', { ...profile, twoPersons: true });
  const { account } = office.actors['clerk-sn-other'];
  const changed = await appoint(office, 'node', 'focal-sn', { account, deputy: true });
  return {
    first: { ...office.actors['focal-sn'], post: changed },
    second: { post: changed, account, strong: true },
  };
}

test('where the country wants two persons the first one approves and the second one releases', async () => {
  const office = await smallOffice();
  const { first, second } = await twoPersons(office);
  await submitted(office, 'a');
  const one = await writtenBy(office, () => release(office, first, actOn(office, 'a')));
  assert.partialDeepStrictEqual(one, [{ type: 'approved', revision: 1, holder: first.account }]);
  assert.equal(one.length, 1);
  assert.equal(stateOf(office, 'a').inForce, undefined, 'nobody sees it yet');
  const two = await writtenBy(office, () => release(office, second, actOn(office, 'a')));
  assert.partialDeepStrictEqual(two, [{ type: 'released', revision: 1, holder: second.account }]);
  assert.equal(two.length, 1);
});

test('one person is one person: who approves twice has not released', async () => {
  const office = await smallOffice();
  const { first } = await twoPersons(office);
  await submitted(office, 'a');
  for (let i = 0; i < 3; i += 1) await release(office, first, actOn(office, 'a'));
  assert.equal(stateOf(office, 'a').phase, 'submitted');
  assert.equal(stateOf(office, 'a').inForce, undefined);
});

test('an approval is of one draft: written anew it wants both again', async () => {
  const office = await smallOffice();
  const { first, second } = await twoPersons(office);
  await submitted(office, 'a');
  await release(office, first, actOn(office, 'a'));
  await drafted(office, 'a', { themes: ['water'] });
  await release(office, second, actOn(office, 'a'));
  assert.equal(stateOf(office, 'a').inForce, undefined);
  await release(office, first, actOn(office, 'a'));
  assert.equal(stateOf(office, 'a').inForce, 2);
});

test('the wish for two persons counts for the whole country, and ends with the post that says it', async () => {
  const office = await smallOffice();
  const { title, languages } = office.actors['focal-sn'].post;
  const part = { kind: 'focalPoint', country: 'SN', sectors: ['122'], title, languages } as const;
  await openPost(office, 'node', { ...part, twoPersons: true }, 'health-sn');
  await submitted(office, 'a');
  await release(office, office.actors['focal-sn'], actOn(office, 'a'));
  assert.equal(stateOf(office, 'a').inForce, undefined);
  await closePost(office, 'node', 'health-sn');
  await release(office, office.actors['focal-sn'], actOn(office, 'a'));
  assert.equal(stateOf(office, 'a').inForce, 1);
});
