import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { fillClosedRoom, inConsultation, madeKnown, rooms } from '../fixtures/closed-room.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { signedIn, textOf } from '../fixtures/signed-in.ts';
import { english, written } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// What is left of a consultation when it is over: its minutes, and what somebody promises to do about its outcome.

let office: SmallOffice;
let app: Hono;
const matter = { title: english('Rice'), visibility: 'everybody', countries: ['SN', 'BR'] };
const agenda = english('1. Text. 2. Vote.');

before(async () => {
  office = await smallOffice();
  await office.log.append([written('measure-1', { title: english('Joint rice') }, { register: 'measure' })]);
  await madeKnown(office, 'secretariat', 'consultation', 'rice', { ...matter, agenda });
  await madeKnown(office, 'secretariat', 'outcome', 'voice', {
    title: english('One voice'),
    consultation: inConsultation('rice'),
    on: '2024-05-04',
    measures: [{ register: 'measure', id: 'measure-1' }],
    followUp: english('Send seeds to all.'),
  });
  await fillClosedRoom(office);
  app = joinedDoors(office);
});
after(() => office.log.close());

const read = async (address: string) => textOf(await app.request(address));

test('the agenda stands on the page; the convenor files the minutes, also after the outcome, and everybody reads both', async () => {
  const before = await read('/en/consultation/rice');
  assert.match(before, /1\. Text\. 2\. Vote\./);
  assert.doesNotMatch(before, /Both were there/);
  const minutes = english('Both were there. All agreed.');
  await madeKnown(office, 'secretariat', 'consultation', 'rice', { ...matter, agenda, minutes });
  const shown = await read('/en/consultation/rice');
  assert.match(shown, /Minutes[\s\S]*Both were there\. All agreed\./);
  assert.match(shown, /1\. Text\. 2\. Vote\./);
});

const way = /href="(\/en\/commitment\/new\?[^"]*outcome=voice)"/;

test('what is to follow from an outcome becomes a commitment: the form knows the text, the measures, the day and the country', async () => {
  const focal = await signedIn(app, office, 'focal-sn');
  const link = way.exec((await focal.open('/en/outcome/voice')).body)?.[1] ?? '';
  const form = await focal.open(link.replaceAll('&amp;', '&'));
  assert.match(form.body, /Send seeds to all\./);
  const kept = await focal.press(form, '/commitment/new', { do: 'save' });
  assert.equal(kept.status, 200, kept.body.slice(0, 500));
  const id = /\/commitment\/([a-z0-9-]+)/.exec(kept.address)?.[1] ?? '';
  const values = (await office.log.latest([id])).get(id)?.values;
  assert.deepEqual(values?.['measures'], [{ register: 'measure', id: 'measure-1' }]);
  assert.deepEqual([values?.['countries'], values?.['madeOn']], [['SN'], '2024-05-04']);
});

test('a visitor is offered none, and of a closed room nothing is taken over', async () => {
  assert.doesNotMatch(await read('/en/outcome/voice'), /commitment\/new/);
  const focal = await signedIn(app, office, 'focal-sn');
  assert.doesNotMatch((await focal.open(`/en/outcome/${rooms.outcome}`)).body, /commitment\/new/);
  const form = await focal.open(`/en/commitment/new?post=focal-sn&outcome=${rooms.outcome}`);
  assert.equal(form.status, 200);
  assert.doesNotMatch(form.body, /Qv/);
});
