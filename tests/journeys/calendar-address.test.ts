import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { nodeStanding } from '../../src/operations/node-standing.ts';
import { relieve } from '../../src/operations/posts/appoint.ts';
import { openFigures } from '../../src/service/figures.ts';
import { logLines } from '../../src/service/log-lines.ts';
import { Watch, watched } from '../../src/service/watched.ts';
import { everythingIn, fillClosedRoom, rooms } from '../fixtures/closed-room.ts';
import { asks, joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { signedIn } from '../fixtures/signed-in.ts';
import { english, written } from '../fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// Calendar programs send no header: the calendar of a post has an address that is its own key.

let office: SmallOffice;
let app: Hono;
const told: string[] = [];

before(async () => {
  office = await smallOffice();
  await office.log.append([written('measure-1', { title: english('Joint rice') }, { register: 'measure' })]);
  await fillClosedRoom(office);
  const lines = logLines({ level: 'debug', write: (line) => told.push(line) });
  app = new Hono();
  app.use(
    '*',
    watched(new Watch({ lines, figures: openFigures(() => nodeStanding(office)), mostAtOnce: 100 })),
  );
  app.route('/', joinedDoors(office));
});
after(() => office.log.close());

/** The path of the address that the page shows once. */
function addressIn(body: string): string {
  return /<code dir=ltr>http[^<]*?(\/en\/calendar\/cal_[\w-]{43}\.ics)<\/code>/.exec(body)?.[1] ?? '';
}

async function made(person: PersonId): Promise<string> {
  const holder = await signedIn(app, office, person);
  const page = await holder.open(`/en/posts/${person}/keys`);
  return addressIn((await holder.press(page, '/calendar')).body);
}

test('a member’s calendar program reads the closed room’s days at its address, without a header, in each language', async () => {
  const address = await made('focal-sn');
  for (const lang of interfaceLanguages) {
    const answer = await asks(app, address.replace('/en/', `/${lang}/`));
    assert.equal(answer.status, 200, lang);
    assert.match(answer.headers.get('content-type') ?? '', /text\/calendar/);
    assert.match(answer.headers.get('cache-control') ?? '', /private, no-store/);
    const text = await answer.text();
    assert.match(text, /DTSTART;VALUE=DATE:20240630/, lang);
    assert.match(text.replaceAll('\r\n ', ''), /Qvtopic of rice/, lang);
    assert.doesNotMatch(text, /cal_/, 'a calendar that is passed on does not carry the key');
  }
});

test('the list of consultations leads whoever holds a post to its calendar, and nobody else', async () => {
  const holder = await signedIn(app, office, 'focal-sn');
  const way = /href="\/en\/posts\/focal-sn\/keys#calendar"/;
  assert.match((await holder.open('/en/consultations')).body, way);
  assert.match((await holder.open('/en/posts/focal-sn/keys')).body, /id=calendar>Calendar of the post/);
  assert.doesNotMatch(await (await app.request('/en/consultations')).text(), /#calendar/);
});

test('the address of somebody outside the room, and one that nobody made, hold nothing of it', async () => {
  for (const person of ['focal-mz', 'clerk-sn'] as const) {
    const answer = await asks(app, await made(person));
    assert.equal(answer.status, 200, person);
    const text = await answer.text();
    for (const secret of everythingIn) assert.ok(!text.includes(secret), `${person}: ${secret}`);
    assert.doesNotMatch(text, /BEGIN:VEVENT/);
  }
  const none = await asks(app, `/en/calendar/cal_${'x'.repeat(43)}.ics`);
  assert.equal(none.status, 404);
});

test('the address is shown once and kept as a hash; neither log lines nor the log hold it', async () => {
  told.length = 0;
  const address = await made('focal-br');
  const secret = /cal_[\w-]+/.exec(address)?.[0] ?? '';
  assert.equal((await asks(app, address)).status, 200);
  const holder = await signedIn(app, office, 'focal-br');
  const page = (await holder.open('/en/posts/focal-br/keys')).body;
  assert.match(page, /calendar alone[\s\S]*last used on/);
  const log = JSON.stringify(await office.log.since(0, 1_000));
  assert.match(log, /"keyMade"/);
  for (const text of [page, log, told.join('')]) assert.ok(!text.includes(secret));
  assert.match(told.join(''), /"route":"\/:lang\/calendar\/:calendarKey"/);
});

test('a new address ends the former one, ending it ends it, and it says no more than one that never was', async () => {
  const first = await made('focal-sn');
  const second = await made('focal-sn');
  const other = await made('focal-br');
  const never = await (await asks(app, `/en/calendar/cal_${'y'.repeat(43)}.ics`)).text();
  const gone = await asks(app, first);
  assert.deepEqual([gone.status, await gone.text()], [404, never]);
  assert.equal((await asks(app, second)).status, 200);
  const holder = await signedIn(app, office, 'focal-sn');
  const page = await holder.open('/en/posts/focal-sn/keys');
  assert.match(page.body, /Make a new address; the former one ends/);
  const key = (await office.accounts.keys.list('focal-sn')).find(({ calendar }) => calendar === true);
  await holder.press(page, '/keys/revoke', { key: key?.id ?? '' });
  assert.equal((await asks(app, second)).status, 404);
  assert.equal((await asks(app, other)).status, 200, 'that of another post goes on');
});

test('the secret opens nothing else, and the key of a program opens no calendar by address', async () => {
  const secret = /cal_[\w-]+/.exec(await made('focal-sn'))?.[0] ?? '';
  for (const path of ['/api/desk', `/api/records/consultation/${rooms.consultation}`, '/en/desk.ics'])
    assert.equal((await asks(app, path, { token: secret })).status, 401, path);
  const token = await tokenOf(app, 'focal-sn');
  const body = { name: 'harvester', scopes: [] };
  const answer = await asks(app, '/api/posts/focal-sn/keys', { method: 'POST', token, body });
  const program = (await answer.json()) as { secret: string };
  assert.equal((await asks(app, `/en/calendar/${program.secret}.ics`)).status, 404);
});

test('a program makes one too; it ends with the tenure of who made it', async () => {
  const token = await tokenOf(app, 'focal-mz');
  const path = '/api/posts/focal-mz/calendar-key';
  const answer = await asks(app, path, { method: 'POST', token, body: {} });
  assert.equal(answer.status, 201);
  const { address, calendar } = (await answer.json()) as { address: string; calendar: boolean };
  assert.equal(calendar, true);
  const own = new URL(address).pathname;
  assert.equal((await asks(app, own)).status, 200);
  await relieve(office, 'node', 'focal-mz', office.actors['focal-mz'].account);
  office.clock.set('2024-05-20T00:00:00.000Z');
  assert.equal((await asks(app, own)).status, 404);
});
