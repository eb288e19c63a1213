import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { sendMail } from '../../src/mailing.ts';
import { handOver } from '../../src/operations/posts/appoint.ts';
import { asked, drafted, leakyPipes } from '../fixtures/asking.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { signedIn, textOf } from '../fixtures/signed-in.ts';
import { english } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// What people and posts hear of: a whole search is kept, nothing is told twice, and a post outlives its holder.

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
});
after(() => office.log.close());

/** Letters of a day, in plain words, by mailbox. */
async function lettersOn(day: string): Promise<ReadonlyMap<string, string>> {
  office.clock.set(`${day}T08:00:00.000Z`);
  office.mailbox.letters.length = 0;
  await sendMail(office);
  const told = office.mailbox.letters.filter(({ bytes }) => textIn(bytes).includes('follow/stop'));
  return new Map(told.map(({ envelope, bytes }) => [envelope.to, textIn(bytes)]));
}

function textIn(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString().replace(/=\r\n/g, '').replaceAll('=3D', '=');
}

test('a search leads to a form that holds all of it; what letters do not tell of is named', async () => {
  const search = '?q=pipes&kind=need&kind=practice&host=SN&sector=140';
  const found = await textOf(await app.request(`/en/search${search}`));
  const way = /href="(\/en\/follow[^"]*)"[^>]*>Hear of what is new here/.exec(found)?.[1] ?? '';
  const form = await textOf(await app.request(way.replaceAll('&amp;', '&')));
  assert.match(form, /name=q [^>]*value="pipes"/);
  assert.match(form, /value="140" selected/);
  assert.match(form, /value="need" selected/);
  assert.match(form, /<input type=hidden name="host" value="SN">/);
  assert.match(form, /Left out: Practices/);
  assert.match(form, /search\.atom\?q=pipes&amp;kind=need&amp;kind=practice&amp;host=SN&amp;sector=140/);
});

test('a post hears by whoever holds it, of what its search finds and of nothing else', async () => {
  const brazil = await signedIn(app, office, 'focal-br');
  const form = await brazil.open('/en/follow?q=pipes&host=SN');
  const done = await brazil.press(form, '/follow', { post: 'focal-br' });
  assert.match(done.body, /Your office hears of it from now on/);
  assert.match(done.body, /href="\/en\/follow#own">What your offices hear of</);
  assert.match(done.body, /href="\/en\/desk"/, 'whoever is signed in stays so');
  await asked(office, 'pipes');
  await asked(office, 'wells', { title: english('Wells'), summary: english('Deep wells') });
  const letter = (await lettersOn('2024-05-07')).get('focal-br@example.org') ?? '';
  assert.match(letter, /need\/pipes/);
  assert.doesNotMatch(letter, /need\/wells/);
  assert.match(letter, /Need .*Senegal/);
  assert.match(letter, /End these letters/);
  assert.doesNotMatch(letter, /weekly/);
});

test('a later revision of what was told once is not told again as new', async () => {
  await asked(office, 'pipes', { summary: english('Find leaks in pipes with less money') });
  assert.equal((await lettersOn('2024-05-08')).size, 0);
  await asked(office, 'more-pipes');
  const letter = (await lettersOn('2024-05-09')).get('focal-br@example.org') ?? '';
  assert.match(letter, /need\/more-pipes/);
  assert.doesNotMatch(letter, /need\/pipes/);
});

test('what a post hears of survives its holder; only who holds it sees and ends it', async () => {
  const next = await office.accounts.create({
    email: 'next@example.org',
    name: 'Next',
    language: 'pt',
    password: 'six wells and two pumps',
  });
  await handOver(office, office.actors['focal-br'], 'focal-br', next.id, { reason: 'A new director' });
  await drafted(office, 'focal-sn', 'need', 'old-pipes', leakyPipes);
  const senegal = await signedIn(app, office, 'focal-sn');
  await senegal.press(await senegal.open('/en/need/old-pipes'), '/release');
  const told = await lettersOn('2024-05-11');
  assert.match(told.get('next@example.org') ?? '', /\/pt\/need\/old-pipes/);
  assert.equal(told.get('focal-br@example.org'), undefined);
  const [interest] = await office.accounts.interests.confirmed();
  const other = await senegal.open('/en/follow');
  assert.doesNotMatch(other.body, /What your offices hear of/);
  const token = /name="form" value="([^"]*)"/.exec(other.body)?.[1] ?? '';
  const ended = (cookie: string, form: string) =>
    app.request('/en/follow/end', {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      body: new URLSearchParams({ form, interest: interest?.id ?? '' }),
    });
  assert.equal((await ended(senegal.cookie, token)).status, 403);
  const made = await office.accounts.signIn('next@example.org', 'six wells and two pumps', {
    network: '192.0.2.1',
  });
  assert.ok('session' in made);
  const cookie = `session=${made.session.token}`;
  const own = await textOf(await app.request('/en/follow', { headers: { cookie } }));
  assert.match(own, /What your offices hear of/);
  assert.equal((await ended(cookie, made.session.formToken)).status, 303);
  assert.equal((await office.accounts.interests.confirmed()).length, 0);
});

test('a post has so many searches and no more', async () => {
  const senegal = await signedIn(app, office, 'focal-sn');
  const ask = async () => {
    const form = await senegal.open('/en/follow');
    return senegal.press(form, '/follow', { post: 'focal-sn' });
  };
  for (let one = 0; one < 20; one += 1) assert.equal((await ask()).status, 200);
  const refused = await ask();
  assert.equal(refused.status, 429);
  assert.match(refused.body, /at most 20 searches/);
});
