import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
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
import { Refused } from '../refused.ts';
import { returnRecord, submit } from './submit.ts';

const remarks = [{ field: 'title', text: 'Which wells?' }];

test('submitting writes that the institution holds this revision to be ready, and nothing else', async () => {
  const office = await smallOffice();
  const { actors } = office;
  await drafted(office, 'a');
  const { account } = actors['clerk-sn'];
  const base = { recordId: 'a', register, post: 'clerk-sn', holder: account };
  assert.deepEqual(await writtenBy(office, () => submit(office, actors['clerk-sn'], actOn(office, 'a'))), [
    { ...base, type: 'submitted', revision: 1 },
  ]);
  assert.equal(stateOf(office, 'a').phase, 'submitted');
});

test('what the focal point could not release is not submitted: it must name the own country', async () => {
  const office = await smallOffice();
  await drafted(office, 'a', { participants: [{ country: 'BR', role: 'recipient' }] });
  const head = await office.log.head();
  await assert.rejects(submit(office, office.actors['clerk-sn'], actOn(office, 'a')), (error) => {
    assert.ok(error instanceof Refused);
    assert.deepEqual(
      error.findings.map(({ path, code }) => [path, code]),
      [['participants', 'ownCountryMissing']],
    );
    return true;
  });
  assert.deepEqual([await office.log.head(), stateOf(office, 'a').phase], [head, 'draft']);
});

test('a reason is kept without the blanks around it, an empty one not at all', async () => {
  const office = await smallOffice();
  const written = async (id: string, reason: string) => {
    await drafted(office, id);
    return writtenBy(office, () =>
      submit(office, office.actors['clerk-sn'], { ...actOn(office, id), reason }),
    );
  };
  assert.partialDeepStrictEqual(await written('a', '  Checked on site '), [{ reason: 'Checked on site' }]);
  const [plain] = await written('b', '  ');
  assert.equal('reason' in (plain ?? {}), false);
});

test('a record that moved on since it was looked at, that is not there, or stands in another register takes no step', async () => {
  const office = await smallOffice();
  const clerk = office.actors['clerk-sn'];
  await drafted(office, 'a');
  const act = actOn(office, 'a');
  await refuses(office, () => submit(office, clerk, { ...act, seen: 0 }), 'recordMoved', { right: act.seen });
  await refuses(office, () => submit(office, clerk, { ...act, seen: act.seen + 1 }), 'recordMoved');
  await refuses(office, () => submit(office, clerk, { ...act, id: 'nobody' }), 'notFound');
  await refuses(office, () => submit(office, clerk, { ...act, register: 'practice' }), 'notFound');
});

test('what is submitted is not submitted again, nor is what has no draft', async () => {
  const office = await smallOffice();
  await submitted(office, 'a');
  const clerk = office.actors['clerk-sn'];
  await refuses(office, () => submit(office, clerk, actOn(office, 'a')), 'wrongStep', { got: 'submitted' });
  await released(office, 'b');
  await refuses(office, () => submit(office, clerk, actOn(office, 'b')), 'wrongStep', { got: 'released' });
});

test('a return carries the remarks on fields; those without words are left out', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  await submitted(office, 'a');
  const act = { ...actOn(office, 'a'), remarks: [...remarks, { field: 'summary', text: ' \n' }] };
  const base = { recordId: 'a', register, post: 'focal-sn', holder: focal.account };
  assert.deepEqual(await writtenBy(office, () => returnRecord(office, focal, act)), [
    { ...base, type: 'returned', revision: 1, remarks },
  ]);
  assert.deepEqual([stateOf(office, 'a').phase, stateOf(office, 'a').remarks], ['returned', remarks]);
  await submit(office, office.actors['clerk-sn'], actOn(office, 'a'));
  assert.deepEqual(stateOf(office, 'a').remarks, [], 'taken up');
});

test('nothing is returned with a bare no', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  await submitted(office, 'a');
  for (const bare of [[], [{ field: 'title', text: '  ' }]]) {
    const act = { ...actOn(office, 'a'), remarks: bare };
    await refuses(office, () => returnRecord(office, focal, act), 'invalid', { place: 'remarks' });
  }
});

test('only the focal point of the owning country returns, and only what is submitted', async () => {
  const office = await smallOffice();
  await submitted(office, 'a');
  const act = { ...actOn(office, 'a'), remarks };
  for (const by of ['clerk-sn', 'focal-br', 'secretariat', 'administrator'] as const)
    await refuses(office, () => returnRecord(office, office.actors[by], act), 'notAllowed');
  await drafted(office, 'b');
  const early = { ...actOn(office, 'b'), remarks };
  await refuses(office, () => returnRecord(office, office.actors['focal-sn'], early), 'wrongStep', {
    got: 'draft',
  });
});
