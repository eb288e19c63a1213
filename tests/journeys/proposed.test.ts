import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { show } from '../../src/operations/show.ts';
import { asked, madeKnown } from '../fixtures/asking.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { signedIn } from '../fixtures/signed-in.ts';
import { english } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  await asked(office, 'pipes', { neededBy: '2025-03-31' });
  await madeKnown(office, 'focal-br', 'offer', 'ear', {
    title: english('Training in finding leaks in pipes of towns'),
    countries: ['BR'],
    kinds: ['training'],
    sectors: ['14031'],
    languages: ['fr'],
  });
});
after(() => office.log.close());

test('from a result to a match: the form knows need, offer and both sides, and keeps that it was suggested', async () => {
  const brazil = await signedIn(app, office, 'focal-br');
  const found = await brazil.open('/en/solved?record=need/pipes&post=focal-br');
  const way = /href="(\/en\/match\/new\?[^"]*offer=ear[^"]*)"/.exec(found.body)?.[1] ?? '';
  assert.match(way, /from=suggestion/, 'the result leads to the form');
  const address = `${way.replaceAll('&amp;', '&').replace('?', '?post=focal-br&')}`;
  const form = await brazil.open(address);
  assert.equal(form.status, 200);
  const saved = await brazil.press(form, '/match/new', {
    'summary.en': 'Two trainers for a month',
  });
  const id = /\/match\/([^?/]+)/.exec(saved.address)?.[1] ?? '';
  assert.ok(id !== '' && id !== 'new', saved.body.slice(0, 2_000));
  await brazil.press(saved, '/release');
  const { values } = (await show(office, 'match', id, office.actors['focal-br'])).record;
  assert.deepEqual(values['summary'], english('Two trainers for a month'));
  assert.deepEqual(values['need'], { register: 'need', id: 'pipes' });
  assert.deepEqual(values['offer'], { register: 'offer', id: 'ear' });
  assert.deepEqual(
    [values['answeredBy'], values['askedBy'], values['proposed']],
    [['BR'], ['SN'], 'suggestion'],
  );
});
