import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import ICAL from 'ical.js';
import { langText } from '../../src/kernel/lang-text.ts';
import { follow } from '../../src/operations/follow.ts';
import type { Office } from '../../src/operations/house.ts';
import { houseOf, revision, specimens } from '../fixtures/house-of-specimens.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';

// Calendars as another program reads them (ical.js), and as RFC 5545 wants their bytes.

const long = {
  title: langText('ar', `اجتماع اللجنة رفيعة المستوى للتعاون بين بلدان الجنوب ${'في نيويورك '.repeat(10)}`, {
    zh: `南南合作高级别委员会会议${'纽约'.repeat(40)}`,
    en: 'High-level Committee, twentieth session; first part, "opening"',
  }),
  summary: langText('en', 'A line\nand another; with, signs\\ and \u0007 a bell'),
  places: [{ name: langText('en', 'Headquarters'), country: 'SN' }],
};

let office: Office;
let app: Hono;

before(async () => {
  office = await houseOf([
    ...specimens(),
    revision('event', 'hlc', { ...long, dates: { start: '2026-12-01', end: '2026-12-04' } }),
    revision('event', 'vague', { title: langText('en', 'Some time in spring'), dates: { start: '2027-03' } }),
  ]);
  app = joinedDoors(office);
});
after(() => office.log.close());

async function bytesOf(address: string): Promise<Buffer> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
  return Buffer.from(await answer.arrayBuffer());
}

async function eventsOf(address: string): Promise<readonly ICAL.Event[]> {
  const calendar = new ICAL.Component(ICAL.parse((await bytesOf(address)).toString()));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

function eventOf(events: readonly ICAL.Event[], title: RegExp): ICAL.Event {
  const found = events.find(({ summary }) => title.test(summary));
  assert.ok(found, String(title));
  return found;
}

test('events whose days are known stand in it with their days, place and page; others do not', async () => {
  const events = await eventsOf('/en/search.ics');
  assert.equal(events.length, 2);
  const { startDate, endDate, location, description, summary, component } = eventOf(events, /^High-level/);
  assert.deepEqual(
    [String(startDate), String(endDate), location],
    ['2026-12-01', '2026-12-05', 'Headquarters, Senegal'],
  );
  assert.equal(summary, 'High-level Committee, twentieth session; first part, "opening"');
  assert.equal(description, 'A line\nand another; with, signs\\ and  a bell');
  assert.equal(component.getFirstPropertyValue('url'), 'http://localhost/en/event/hlc');
  assert.equal(component.getFirstPropertyValue('status'), 'CONFIRMED');
});

test('a measure stands on the last day on which it is on time; what waits for an event does not', async () => {
  const instrument = { register: 'instrument', id: 'plan' };
  const measure = (id: string, due: object) =>
    revision('measure', id, { title: langText('en', `Measure ${id}`), instrument, due });
  await office.log.append([
    measure('half-year', { precision: 'halfYear', date: '2027-06' }),
    measure('some-year', { precision: 'year', date: '2028' }),
    measure('at-event', { precision: 'event', date: '2029' }),
  ]);
  const events = await eventsOf('/en/search.ics?kind=measure');
  const days = events.map(({ summary, startDate, endDate }) => [summary, String(startDate), String(endDate)]);
  assert.deepEqual(days.sort(), [
    ['Deadline: Measure half-year', '2027-06-30', '2027-07-01'],
    ['Deadline: Measure some-year', '2028-12-31', '2029-01-01'],
  ]);
});

test('no line is longer than 75 octets, no letter is cut, and every line ends with CRLF', async () => {
  for (const lang of ['ar', 'zh', 'en']) {
    const bytes = await bytesOf(`/${lang}/search.ics`);
    const text = bytes.toString();
    assert.ok(!text.includes('\ufffd'));
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/);
    for (const line of text.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.equal(Buffer.from(Buffer.from(line).toString()).toString(), line);
    }
  }
  const [arabic, chinese] = [await eventsOf('/ar/search.ics'), await eventsOf('/zh/search.ics')];
  assert.ok(arabic.some(({ summary }) => summary === long.title.texts['ar']));
  assert.ok(chinese.some(({ summary }) => summary === long.title.texts['zh']));
});

test('a country has a calendar of its own, and a search one by its words and filters', async () => {
  assert.equal((await eventsOf('/en/countries/SN.ics')).length, 1);
  assert.equal((await eventsOf('/en/countries/AR.ics')).length, 1);
  assert.equal((await eventsOf('/en/countries/BR.ics')).length, 0);
  assert.equal((await eventsOf('/en/search.ics?q=committee')).length, 1);
  assert.equal((await eventsOf('/en/search.ics?kind=activity')).length, 0);
  assert.equal((await app.request('/en/countries/QQ.ics')).status, 404);
});

test('a change raises the sequence under the same name, and what is withdrawn stays as cancelled', async () => {
  const before = eventOf(await eventsOf('/en/search.ics?q=committee'), /^High/);
  const moved = { ...long, dates: { start: '2027-01-11', end: '2027-01-12' } };
  await office.log.append([revision('event', 'hlc', moved, { number: 2, at: '2026-11-22T10:00:00.000Z' })]);
  const changed = eventOf(await eventsOf('/en/search.ics?q=committee'), /^High/);
  assert.equal(changed.uid, before.uid);
  assert.ok(changed.sequence > before.sequence);
  assert.equal(String(changed.startDate), '2027-01-11');
  const withdrawn = {
    type: 'withdrawn',
    recordId: 'hlc',
    register: 'event',
    post: 'intake',
    at: '2026-11-23T10:00:00.000Z',
  } as const;
  await office.log.append([{ kind: 'event', event: withdrawn }]);
  await follow(office);
  for (const address of ['/en/search.ics?q=committee', '/ar/search.ics', '/en/countries/SN.ics']) {
    const over = (await eventsOf(address)).find(({ uid }) => uid === before.uid);
    assert.equal(over?.component.getFirstPropertyValue('status'), 'CANCELLED', address);
    assert.ok(over !== undefined && over.sequence > changed.sequence);
    assert.equal(String(over.component.getFirstPropertyValue('dtstamp')), '2026-11-23T10:00:00Z');
  }
  assert.equal((await eventsOf('/en/search.ics?q=wells')).length, 0);
});
