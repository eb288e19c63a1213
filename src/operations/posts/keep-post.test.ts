import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../tests/fixtures/small-house.ts';
import {
  type PersonId,
  people,
  type SmallOffice,
  smallOffice,
} from '../../../tests/fixtures/small-office.ts';
import { refuses } from '../../../tests/fixtures/wells.ts';
import { Fault } from '../../kernel/fault.ts';
import { holdersOn, type PostProfile } from '../../lifecycle/post.ts';
import { today } from '../house.ts';
import { appoint } from './appoint.ts';
import { changePost, closePost, getPost, openPost } from './keep-post.ts';

const title = english('Office');
const clerk: PostProfile = {
  kind: 'contributor',
  title,
  country: 'SN',
  organisation: 'Wells',
  languages: ['fr'],
};
const focal: PostProfile = { kind: 'focalPoint', title, country: 'ML', languages: ['fr'] };

/** Everybody who may do it to this post, by id; what is refused is refused as not allowed and changes nothing. */
async function whoMay(office: SmallOffice, act: (by: PersonId) => Promise<unknown>): Promise<string> {
  const able: string[] = [];
  for (const { id } of people) {
    const head = await office.log.head();
    try {
      await act(id);
      able.push(id);
    } catch (error) {
      assert.ok(error instanceof Fault && error.code === 'notAllowed', String(error));
      assert.equal(await office.log.head(), head);
    }
  }
  return able.join(' ');
}

test('who opens posts: the administrator all, a focal point those under it in its country', async () => {
  const office = await smallOffice();
  const opened = (profile: PostProfile) =>
    whoMay(office, (by) => openPost(office, office.actors[by], profile));
  assert.equal(await opened(clerk), 'focal-sn administrator');
  assert.equal(
    await opened({ ...clerk, kind: 'focalPoint', sectors: ['122'] }),
    'focal-sn administrator',
    'a focal point for a part',
  );
  assert.equal(await opened({ ...clerk, kind: 'focalPoint' }), 'administrator', 'a second voice');
  assert.equal(await opened({ ...clerk, country: 'KE' }), 'administrator');
  assert.equal(await opened({ kind: 'secretariat', title, languages: ['en'] }), 'administrator');
  assert.equal(await opened({ kind: 'administrator', title, languages: ['en'] }), 'administrator');
});

test('a post is named after its country where there is one of its kind; a later one gets a name of its own', async () => {
  const office = await smallOffice();
  const first = await openPost(office, 'node', focal);
  const second = await openPost(office, 'node', { ...focal, sectors: ['122'] });
  assert.equal(first.id, 'focal-ml');
  assert.match(second.id, /^focal-ml-.+/);
  await refuses(office, () => openPost(office, 'node', focal, 'focal-ml'), 'invalid', { place: 'id' });
  await refuses(office, () => openPost(office, 'node', focal, '../etc'), 'invalid', { place: 'id' });
});

test('of two who open one post at once one wins, and nobody who holds it loses it', async () => {
  const office = await smallOffice();
  const results = await Promise.allSettled([1, 2, 3].map(() => openPost(office, 'node', focal)));
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  const history = await office.log.history('focal-ml');
  assert.equal(history.length, 1);
});

test('a profile that does not hold together is refused, with the place', async () => {
  const office = await smallOffice();
  const refused = (profile: object, code: 'unknownCountry' | 'invalid', params: object) =>
    refuses(office, () => openPost(office, 'node', { ...clerk, ...profile }), code, { ...params });
  await refused({ country: 'XX' }, 'unknownCountry', { got: 'XX' });
  await refused({ country: undefined }, 'unknownCountry', { got: '' });
  await refused({ organisation: ' ' }, 'invalid', { place: 'organisation' });
  await refused({ title: english('  ') }, 'invalid', { place: 'title' });
  await refused({ languages: [] }, 'invalid', { place: 'languages' });
});

test('a holder changes what the public reads of its office, and nothing that gives it power', async () => {
  const office = await smallOffice();
  const keeper = office.actors['focal-sn'];
  const own = { kind: 'focalPoint', country: 'SN', title, languages: ['fr'] } as const;
  const more = { title: english('Bureau'), contact: 'desk@example.sn', responseDays: 10 };
  const changed = await changePost(office, keeper, 'focal-sn', { ...own, ...more });
  assert.partialDeepStrictEqual({ ...changed }, { ...more, id: 'focal-sn', kind: 'focalPoint' });
  assert.equal(holdersOn(changed, today(office)).length, 1, 'still held');
  for (const profile of [
    { ...own, country: 'BR' },
    { ...own, kind: 'administrator' as const },
    { ...own, sectors: ['122'] },
  ])
    await refuses(office, () => changePost(office, keeper, 'focal-sn', profile), 'notAllowed');
  await refuses(office, () => changePost(office, office.actors['focal-br'], 'focal-sn', own), 'notAllowed');
  await refuses(office, () => changePost(office, 'node', 'nobody', own), 'notFound');
});

test('a focal point changes its clerks’ posts but makes nobody of another organisation of them; an administrator may', async () => {
  const office = await smallOffice();
  const moved = { ...clerk, organisation: 'Salt' };
  const keeper = office.actors['focal-sn'];
  await refuses(office, () => changePost(office, keeper, 'clerk-sn', moved), 'notAllowed', {
    right: 'administrator',
  });
  const post = await changePost(office, office.actors.administrator, 'clerk-sn', moved, {
    reason: 'Reorganised',
  });
  assert.equal(post.organisation, 'Salt');
});

test('nobody holds a closed post from the moment of closing; it is closed once, and its history stays', async () => {
  const office = await smallOffice();
  for (const by of ['focal-br', 'secretariat', 'clerk-sn', 'roster-sn'] as const)
    await refuses(office, () => closePost(office, office.actors[by], 'clerk-sn'), 'notAllowed');
  await closePost(office, office.actors['focal-sn'], 'clerk-sn', { reason: 'Merged' });
  const post = getPost(office, 'clerk-sn');
  assert.deepEqual([post.closedAt, holdersOn(post, today(office))], [office.clock.now().toISOString(), []]);
  await refuses(office, () => closePost(office, 'node', 'clerk-sn'), 'noHolder');
  const tenure = { account: office.actors['clerk-sn'].account, deputy: false };
  await refuses(office, () => appoint(office, 'node', 'clerk-sn', tenure), 'noHolder');
  const history = await office.log.history('clerk-sn');
  assert.deepEqual(
    history.map((entry) => entry.kind === 'post' && entry.event.type),
    ['opened', 'appointed', 'closed'],
  );
});
