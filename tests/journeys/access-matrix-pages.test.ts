import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { patternsOf } from '../../src/api/pattern.ts';
import { routeTable } from '../../src/api/route-table.ts';
import { joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { english, written } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// Every form that a page takes: nobody sends one for somebody who is signed in but that person, from a page of ours. The
// forms are taken from the app itself; one that stands in no list fails the test.

/** For people who are nobody yet, or who come with the secret of a mail. */
const open = [
  '/sign-in',
  '/sign-in/code',
  '/sign-in/elsewhere',
  '/sign-in/letter',
  '/sign-in/link',
  '/sign-in/passkey',
  '/invitation',
  '/first-administrator',
  '/check',
  '/follow',
  '/solved',
  '/solved/useful',
];

/** One click in a mail program ends letters (RFC 8058): it knows no form of ours, the secret alone decides; so it does where a mailbox confirms. */
const bySecret = ['/unsubscribe', '/follow/confirm', '/follow/stop'];

const signedIn = [
  '/sign-out',
  '/sign-out/everywhere',
  '/account',
  '/account/password',
  '/account/authenticator',
  '/account/authenticator/code',
  '/account/authenticator/remove',
  '/account/passkey',
  '/account/passkey/finish',
  '/account/passkey/remove',
  '/desk/confirm',
  '/desk/observed',
  '/desk/duplicate',
  '/desk/outbox',
  '/posts/new',
  '/posts/:id/edit',
  '/posts/:id/staff',
  '/posts/:id/withdraw-invitation',
  '/posts/:id/relieve',
  '/posts/:id/reset-factor',
  '/posts/:id/hand-over',
  '/posts/:id/close',
  '/posts/:id/keys',
  '/posts/:id/calendar',
  '/posts/:id/keys/revoke',
  '/upload',
  '/upload/:id',
  '/follow/end',
  '/follow/choice',
  '/follow-up/rounds/new',
  '/follow-up/rounds/:id/close',
  '/follow-up/rounds/:id/answer',
  '/follow-up/rounds/:id/upload',
  '/follow-up/decide/:id',
  '/follow-up/:id/report',
  '/reservations',
  '/reservations/lift',
  '/:register/new',
  '/:register/:id/edit',
  '/:register/:id/submit',
  '/:register/:id/release',
  '/:register/:id/return',
  '/:register/:id/entrust',
  '/:register/:id/confirm',
  '/:register/:id/dispute',
  '/:register/:id/letPass',
  '/:register/:id/decline',
  '/:register/:id/adopt',
  '/:register/:id/reject',
  '/:register/:id/reconfirm',
  '/:register/:id/reserve',
  '/:register/:id/liftReservation',
  '/:register/:id/link',
  '/:register/:id/part',
  '/:register/:id/withdraw',
  '/:register/:id/archive',
  '/:register/:id/erase',
];

let office: SmallOffice;
let app: Hono;
let cookie: string;

before(async () => {
  office = await smallOffice();
  await office.log.append([written('wells', { title: english('Wells') })]);
  app = joinedDoors(office);
  cookie = `session=${await tokenOf(app, 'focal-sn')}`;
});
after(() => office.log.close());

test('every form that the pages take stands in one of the lists', () => {
  assert.deepEqual(formsOf(app).toSorted(), [...open, ...bySecret, ...signedIn].toSorted());
});

test('a form of somebody who is not signed in leads to signing in, and writes nothing', async () => {
  for (const form of signedIn) {
    const status = await sent(form, {});
    assert.ok([303, 401, 403].includes(status), `${form}: ${status}`);
  }
});

test('a form from a page elsewhere is refused, signed in or not', async () => {
  const elsewhere = [
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const form of [...open, ...signedIn]) {
    for (const headers of elsewhere) {
      assert.equal(await sent(form, headers), 403, `${form} ${JSON.stringify(headers)}`);
      assert.equal(
        await sent(form, { cookie, ...headers }),
        403,
        `${form} ${JSON.stringify(headers)} signed in`,
      );
    }
  }
});

test('a form of somebody signed in without the token of the session, or with another one, is refused', async () => {
  for (const form of signedIn) {
    for (const token of ['', 'form=', `form=${'x'.repeat(43)}`]) {
      assert.equal(await sent(form, { cookie, origin: 'http://localhost' }, token), 403, `${form} ${token}`);
    }
  }
});

test('the secret of a mail that is none ends nothing', async () => {
  for (const form of bySecret) {
    const status = await sent(form, {}, 'secret=none&List-Unsubscribe=One-Click');
    assert.ok(status >= 400 && status < 500, `${form}: ${status}`);
  }
});

test('a page takes no method but its own', async () => {
  const forms = new Set(formsOf(app));
  const pages = app.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/:lang{(?:'));
  for (const { path } of pages) {
    const form = plainOf(path);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      if (method === 'POST' && forms.has(form)) continue;
      const answer = await app.request(addressOf(form), { method, headers: { host: 'localhost', cookie } });
      assert.ok([404, 405].includes(answer.status), `${method} ${form}: ${answer.status}`);
    }
  }
});

/** Addresses of the API, which has a matrix of its own. */
const ofPrograms: ReadonlySet<string> = new Set(routeTable.flatMap(patternsOf));

/** What is taken as a form anywhere on the pages: addresses without their language. Data addresses stand in the other matrix. */
function formsOf({ routes }: Hono): readonly string[] {
  const posts = routes.filter(({ method, path }) => method === 'POST' && !ofPrograms.has(path));
  return [...new Set(posts.map(({ path }) => plainOf(path)))];
}

/** The address as the lists write it: without its language, parameters without their patterns. */
function plainOf(path: string): string {
  return path.replace(/^\/:lang\{\([^)]*\)\}/, '').replace(/\{\([^)]*\)\}/g, '');
}

function addressOf(form: string): string {
  const names: Readonly<Record<string, string>> = { register: 'activity', id: 'wells' };
  return `/en${form.replace(/:(\w+)/g, (_, name: string) => names[name] ?? 'focal-sn')}`;
}

/** The status of a form that was sent; nothing may have been written. */
async function sent(
  form: string,
  headers: Readonly<Record<string, string>>,
  body = 'post=focal-sn&seen=1',
): Promise<number> {
  const before = await office.log.head();
  const answer = await app.request(addressOf(form), {
    method: 'POST',
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
  assert.equal(await office.log.head(), before, form);
  return answer.status;
}
