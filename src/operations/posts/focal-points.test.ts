import assert from 'node:assert/strict';
import { test } from 'node:test';
import { released } from '../../../tests/fixtures/desk-records.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { relieve } from './appoint.ts';
import { focalPoints, getVoice, secretariats } from './focal-points.ts';
import { closePost } from './keep-post.ts';

test('a country has a voice since its focal point is held, and none when nobody holds it', async () => {
  const office = await smallOffice();
  assert.equal((await getVoice(office, 'SN')).focalPoints[0]?.heldSince, '2024-05-06');
  await relieve(office, 'node', 'focal-sn', office.actors['focal-sn'].account);
  const [vacant] = (await getVoice(office, 'SN')).focalPoints;
  assert.equal(vacant?.post.id, 'focal-sn');
  assert.equal(vacant?.heldSince, undefined);
});

test('a person is named only as long as the person agrees', async () => {
  const office = await smallOffice();
  const { account } = office.actors['focal-sn'];
  assert.deepEqual((await getVoice(office, 'SN')).focalPoints[0]?.names, []);
  await office.accounts.change(account, { nameShown: true });
  assert.deepEqual((await getVoice(office, 'SN')).focalPoints[0]?.names, ['Person of focal-sn']);
  await office.accounts.change(account, { nameShown: false });
  assert.deepEqual((await getVoice(office, 'SN')).focalPoints[0]?.names, []);
});

test('a country that was asked and has no focal point is there, with how long others have waited', async () => {
  const office = await smallOffice();
  await released(office, 'wells', 'Wells', 'KE');
  office.clock.set('2024-06-01T00:00:00.000Z');
  await released(office, 'salt', 'Salt', 'KE');
  const kenya = (await focalPoints(office)).find(({ country }) => country === 'KE');
  assert.deepEqual(kenya?.focalPoints, []);
  assert.equal(kenya?.care?.asked, 2);
  assert.equal(kenya?.care?.askedOn, '2024-05-06');
});

test('of a country that nothing is known of nothing is said; what is no country is not found', async () => {
  const office = await smallOffice();
  assert.deepEqual(await getVoice(office, 'TV'), { country: 'TV', focalPoints: [] });
  await assert.rejects(getVoice(office, 'XX'), /notFound/);
});

test('secretariats stand beside focal points, with the day from which they are held; a closed one does not', async () => {
  const office = await smallOffice();
  const [one, ...more] = await secretariats(office);
  assert.deepEqual([one?.post.id, one?.heldSince, more], ['secretariat', '2024-05-06', []]);
  await closePost(office, 'node', 'secretariat');
  assert.deepEqual(await secretariats(office), []);
});
