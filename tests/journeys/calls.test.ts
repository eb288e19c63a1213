import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { clientOf } from '../fixtures/client-of.ts';
import { joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { sentLetters } from '../fixtures/sent-letters.ts';
import { signedIn, textOf } from '../fixtures/signed-in.ts';
import { english } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// Brazil calls for applications to a course on water losses, open to Mozambique and Senegal until the end of June 2024.

let office: SmallOffice;
let app: Hono;
before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
});
after(() => office.log.close());

const read = async (address: string): Promise<string> => {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return textOf(answer);
};

test('somebody in Mozambique asks to hear of calls', async () => {
  const asked = await app.request('/en/follow', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email: 'student@example.net', kind: 'call', country: 'MZ' }),
  });
  assert.equal(asked.status, 200);
  const secret = /follow\/confirm\?secret=([\w-]+)/.exec(
    (await sentLetters(office)).get('student@example.net') ?? '',
  );
  assert.ok(secret?.[1] !== undefined);
  const body = new URLSearchParams({ secret: secret[1] });
  const confirmed = await app.request('/en/follow/confirm', { method: 'POST', body });
  assert.match(await textOf(confirmed), /new needs, offers and calls/);
});

test('a call is written from the page of needs; a last day that has passed is refused', async () => {
  const brazil = await signedIn(app, office, 'focal-br');
  const needs = await brazil.open('/en/needs');
  const way = /href="(\/en\/call\/new\?[^"]*)"/.exec(needs.body)?.[1] ?? '';
  const form = await brazil.open(way);
  const typed = {
    'title.en': 'Course on finding leaks in small networks',
    kind: 'places',
    'countries.0': 'BR',
    'applicants.0': 'MZ',
    'applicants.1': 'SN',
    do: 'release',
  };
  const late = await brazil.press(form, '/call/new', { ...typed, validUntil: '2024-04-30' });
  assert.match(late.body, /30 April 2024[\s\S]*has passed already/);
  const none = await brazil.press(form, '/call/new', typed);
  assert.match(none.body, /Last day to apply/);
  const saved = await brazil.press(form, '/call/new', { ...typed, validUntil: '2024-06-30' });
  assert.match(saved.address, /\/en\/call\/(?!new)/, /<main[\s\S]{0,2500}/.exec(saved.body)?.[0]);
  assert.match(await read(saved.address.split('?')[0] ?? ''), /55 days left to apply, until 30 June 2024/);
});

test('everybody finds it, in the search, the feed, the calendar, the API', async () => {
  assert.match(await read('/en/search?kind=call'), /Course on finding leaks/);
  assert.match(await read('/fr/needs'), /search\?kind=call">Appels</);
  assert.match(await read('/en/search.atom?kind=call'), /Course on finding leaks/);
  assert.match(await read('/en/search.ics?kind=call'), /DTSTART;VALUE=DATE:20240630/);
  const { data } = await clientOf(app).list({ kind: ['call'] });
  assert.equal(data.records.length, 1);
});

test('the letter names it with its last day; one that asks for other countries says nothing of it', async () => {
  office.clock.set('2024-05-07T08:00:00.000Z');
  const letter = (await sentLetters(office)).get('student@example.net') ?? '';
  assert.match(letter, /1 new need, offer or call/);
  assert.match(letter, /Course on finding leaks[\s\S]*Call · Last day to apply: 30 June 2024/);
  office.clock.set('2024-05-08T08:00:00.000Z');
  const brazil = clientOf(app, await tokenOf(app, 'focal-br'));
  const elsewhere = { register: 'call', id: 'elsewhere' } as const;
  const written = await brazil.edit({
    ...elsewhere,
    ifNoneMatch: '*',
    body: {
      values: {
        title: english('Places for Senegal alone'),
        kind: 'scholarships',
        validUntil: '2024-07-31',
        countries: ['BR'],
        applicants: ['SN'],
      },
    },
  });
  assert.ok(written.etag);
  await brazil.release({ ...elsewhere, ifMatch: written.etag });
  assert.equal((await sentLetters(office)).get('student@example.net'), undefined);
});

test('once its last day has passed the page says that it closed, and no letter tells of it', async () => {
  office.clock.set('2024-07-31T08:00:00.000Z');
  assert.match(await read('/en/call/elsewhere'), /Today is the last day to apply/);
  office.clock.set('2024-08-01T08:00:00.000Z');
  assert.match(await read('/en/call/elsewhere'), /This call closed on 31 July 2024/);
  assert.doesNotMatch(await read('/en/call/elsewhere'), /left to apply/);
  assert.equal((await sentLetters(office)).get('student@example.net'), undefined);
});
