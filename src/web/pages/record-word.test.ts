import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { textOf } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { actOn, released } from '../../../tests/fixtures/wells.ts';
import { letPass } from '../../operations/review/answer.ts';
import { reconfirm } from '../../operations/review/reconfirm.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  await released(office, 'wells');
});

const at = async (day: string, path = '/en/activity/wells') => {
  office.clock.set(`${day}T12:00:00.000Z`);
  return textOf(await app.request(path));
};

test('after 90 days without an answer the record is one-sided, and the page says so on that very day', async () => {
  assert.match(await at('2024-08-03'), /Reported by Senegal\. Brazil was asked on 6 May 2024\./);
  assert.match(await at('2024-08-04'), /Brazil has not answered since 6 May 2024: one-sided\./);
});

test('a record is up to date for a year, then due, then out of date, by the day alone', async () => {
  assert.match(
    await at('2025-05-05'),
    /<b>Up to date<\/b> · last confirmed 6 May 2024 by Office of focal-sn · due again 6 May 2025/,
  );
  assert.match(await at('2025-05-06'), /<b>Confirmation due<\/b>/);
  assert.match(await at('2025-08-06'), /<b>Out of date<\/b>/);
});

test('lists say it in two words, and the search filters and counts by it', async () => {
  assert.match(
    await at('2025-05-05', '/en/search'),
    /<span>Reported by one side<\/span><\/p>|<span>Reported by one side<\/span><h3>/,
  );
  const due = await at('2025-05-06', '/en/search?due=due');
  assert.match(due, /<span>Confirmation due<\/span>/);
  assert.match(due, /<input type=checkbox name=due value="due" checked>Confirmation due<b>1<\/b>/);
  assert.doesNotMatch(await at('2025-05-06', '/en/search?due=fresh'), /activity\/wells/);
});

test('a country’s page counts how fresh its records are and what waits for its answer', async () => {
  const senegal = await at('2025-05-06', '/en/countries/SN');
  assert.match(
    senegal,
    /How fresh its records are[\s\S]*<b>0<\/b> Up to date[\s\S]*<b>1<\/b> Confirmation due/,
  );
  const brazil = await at('2024-08-04', '/en/countries/BR');
  assert.match(
    brazil,
    /1 request of another country waits for its answer\. 1 of them has waited longer than 90 days\./,
  );
});

test('who vouches again makes it fresh again; who lets it pass is named', async () => {
  office.clock.set('2025-09-01T12:00:00.000Z');
  await letPass(office, office.actors['focal-br'], { ...actOn(office, 'wells'), revision: 1 });
  await reconfirm(office, office.actors['focal-sn'], actOn(office, 'wells'));
  const body = await at('2025-09-02');
  assert.match(body, /Brazil let it pass without a word of its own on 1 September 2025/);
  assert.match(body, /<b>Up to date<\/b> · last confirmed 1 September 2025/);
});

test('a post is called by its title, never by a person’s name', async () => {
  const history = await at('2025-09-02', '/en/activity/wells/history');
  assert.match(history, /entered by Office of clerk-sn/);
  assert.doesNotMatch(history, /Person of/);
});
