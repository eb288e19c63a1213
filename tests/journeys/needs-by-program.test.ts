import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import type { Southbridge } from '../../client/southbridge-client.ts';
import { subscribe } from '../../src/operations/requests/subscribe.ts';
import { asked } from '../fixtures/asking.ts';
import { clientOf, refusal, signedInClient } from '../fixtures/client-of.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { frenchProblem, leakRecords } from '../fixtures/leak-records.ts';
import { sentLetters } from '../fixtures/sent-letters.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// The same as at the pages, between the programs of three ministries: asked, released, answered twice, declined, agreed,
// done, counted, told.

let office: SmallOffice;
let app: Hono;
let clerk: Southbridge;
let senegal: Southbridge;
let brazil: Southbridge;
let mozambique: Southbridge;

before(async () => {
  office = await smallOffice();
  await office.log.append(leakRecords);
  app = joinedDoors(office);
  clerk = await signedInClient(app, 'clerk-sn');
  senegal = await signedInClient(app, 'focal-sn');
  brazil = await signedInClient(app, 'focal-br');
  mozambique = await signedInClient(app, 'focal-mz');
  const wanted = { language: 'en', words: '', profile: { sectors: ['140'] }, filters: {} } as const;
  await subscribe(office, 'third@example.net', wanted);
  const secret = /secret=([\w-]+)/.exec((await sentLetters(office)).get('third@example.net') ?? '')?.[1];
  const body = new URLSearchParams({ secret: secret ?? '' });
  assert.equal((await app.request('/en/follow/confirm', { method: 'POST', body })).status, 200);
});
after(() => office.log.close());

const need = { register: 'need', id: 'pertes' } as const;
const everybody = () => clientOf(app, undefined, 'fr');

test('a problem in French finds records in three other languages, each with its words, also when sent as a body', async () => {
  const short = await everybody().solved({ q: frenchProblem, country: 'SN' });
  const { data } = await everybody().solvedAtLength({ body: { q: frenchProblem, country: 'Sénégal' } });
  assert.deepEqual(data, short.data);
  const found = new Map(data.results.map(({ id, words }) => [id, words]));
  for (const [id, lang] of [
    ['leaks-in-kampala', 'en'],
    ['fugas', 'es'],
    ['water-in-jordan', 'ar'],
  ] as const)
    assert.ok(
      found.get(id)?.some((word) => word.lang === lang && word.translated),
      id,
    );
});

test('an institution writes the need, its focal point releases it, and it has a clock', async () => {
  const written = await clerk.edit({
    ...need,
    ifNoneMatch: '*',
    body: {
      values: {
        title: { original: 'fr', texts: { fr: 'Fuites d’eau dans les petites villes' } },
        summary: { original: 'fr', texts: { fr: frenchProblem } },
        countries: ['SN'],
        sectors: ['140'],
      },
    },
  });
  assert.ok(written.etag);
  const sent = await clerk.submit({ ...need, ifMatch: written.etag });
  assert.equal((await everybody().needs()).data.total, 0);
  await senegal.release({ ...need, ifMatch: sent.etag });
  const { needs, numbers } = (await everybody().needs()).data;
  assert.deepEqual(
    needs.map(({ id, state, daysLeft }) => [id, state, daysLeft]),
    [['pertes', 'open', 60]],
  );
  assert.equal(numbers.all.released, 1);
});

test('a country does not answer itself; two others answer', async () => {
  const own = await refusal(answer(senegal, 'own', 'SN'));
  assert.deepEqual([own.status, own.findings?.map(({ code }) => code)], [400, ['ownNeed']]);
  await answer(brazil, 'engineers', 'BR');
  await answer(mozambique, 'pump', 'MZ');
  const { data } = await senegal.needAnswers({ id: need.id });
  assert.deepEqual(
    data.answers.map(({ stage }) => stage),
    ['accepted', 'accepted'],
  );
  assert.equal((await everybody().needs()).data.needs[0]?.state, 'inTalks');
});

async function answer(
  program: Southbridge,
  id: string,
  country: string,
  to: string = need.id,
): Promise<void> {
  const record = { register: 'match', id } as const;
  const written = await program.edit({
    ...record,
    ifNoneMatch: '*',
    body: {
      values: {
        title: { original: 'en', texts: { en: `What ${country} proposes` } },
        summary: { original: 'en', texts: { en: `What ${country} proposes` } },
        need: { register: 'need', id: to },
        answeredBy: [country],
        askedBy: ['SN'],
        visibility: 'everybody',
      },
    },
  });
  assert.ok(written.etag);
  await program.release({ ...record, ifMatch: written.etag });
}

test('one is declined with a reason, the other agreed by both', async () => {
  const pump = { register: 'match', id: 'pump' } as const;
  const seen = await senegal.record(pump);
  await senegal.decline({ ...pump, body: { because: 'notFitting' }, ifMatch: seen.etag });
  const engineers = { register: 'match', id: 'engineers' } as const;
  await senegal.confirm({
    ...engineers,
    body: { meets: 'whole' },
    ifMatch: (await senegal.record(engineers)).etag,
  });
  const { data } = await mozambique.needAnswers({ id: need.id });
  assert.deepEqual(Object.fromEntries(data.answers.map(({ id, stage, because }) => [id, because ?? stage])), {
    engineers: 'agreed',
    pump: 'notFitting',
  });
  const { needs } = (await everybody().needs({ state: 'agreed' })).data;
  assert.deepEqual(
    needs.map(({ answers }) => answers),
    [{ all: 2, inTalks: 0, agreed: 1, declined: 1 }],
  );
});

test('it becomes an activity that the other side is asked to confirm, and the public numbers move', async () => {
  const activity = { register: 'activity', id: 'fewer-leaks' } as const;
  const written = await brazil.edit({
    ...activity,
    ifNoneMatch: '*',
    body: {
      values: {
        title: { original: 'en', texts: { en: 'Fewer leaks in small towns' } },
        match: { register: 'match', id: 'engineers' },
        participants: [
          { country: 'BR', role: 'provider' },
          { country: 'SN', role: 'recipient' },
        ],
      },
    },
  });
  assert.ok(written.etag);
  await brazil.release({ ...activity, ifMatch: written.etag });
  const { data: desk } = await senegal.desk();
  assert.ok(desk.tasks.some(({ kind, record }) => kind === 'toConfirm' && record.id === activity.id));
  const { numbers } = (await everybody().needs()).data;
  const { released, agreed, activities } = numbers.LDC;
  assert.deepEqual([released, agreed, activities], [1, 1, 1]);
});

test('of a yes and a no that two holders of a post say at once one counts', async () => {
  await asked(office, 'rods-wanted');
  await answer(mozambique, 'rods', 'MZ', 'rods-wanted');
  const rods = { register: 'match', id: 'rods' } as const;
  const deputy = await signedInClient(app, 'focal-sn');
  const ifMatch = (await senegal.record(rods)).etag;
  const said = await Promise.allSettled([
    senegal.confirm({ ...rods, ifMatch }),
    deputy.decline({ ...rods, body: { because: 'terms' }, ifMatch }),
  ]);
  assert.equal(said.filter(({ status }) => status === 'fulfilled').length, 1);
  const late = await refusal(deputy.decline({ ...rods, body: { because: 'terms' }, ifMatch }));
  assert.deepEqual([late.status, late.code], [412, 'recordMoved']);
});

test('the digest of a third office names the need', async () => {
  assert.match((await sentLetters(office)).get('third@example.net') ?? '', /en\/need\/pertes/);
});
