import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { madeKnown } from '../fixtures/asking.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { textOf } from '../fixtures/signed-in.ts';
import { english } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

let office: SmallOffice;
let app: Hono;
before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
});
after(() => office.log.close());

test('the page of a practice lists where it was taken up, when, and what shows it', async () => {
  await madeKnown(office, 'focal-br', 'practice', 'milk', {
    title: english('Milk banks'),
    originCountries: ['BR'],
  });
  const read = async () => textOf(await app.request('/en/practice/milk'));
  assert.doesNotMatch(await read(), /id=adoptions/);
  await madeKnown(office, 'focal-sn', 'adoption', 'milk-sn', {
    title: english('A milk bank in Dakar'),
    practice: { register: 'practice', id: 'milk' },
    countries: ['SN'],
    on: '2023-04',
    sources: [{ title: 'Report of the ministry', url: 'https://example.org/report' }],
  });
  const page = await read();
  const table = page.slice(page.indexOf('id=adoptions'));
  assert.match(table, /A milk bank in Dakar[\s\S]*Senegal[\s\S]*April 2023[\s\S]*example\.org\/report/);
});
