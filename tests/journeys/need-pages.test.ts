import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromiumPath } from '../fixtures/chromium.ts';
import { hasValidator, htmlErrors } from '../fixtures/html-errors.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { fillNeeds } from '../fixtures/need-records.ts';
import {
  assertAccessible,
  assertLight,
  budget,
  formBudget,
  inEveryLanguage,
  type ReadPage,
} from '../fixtures/page-matrix.ts';
import { needFormTypes, needPageTypes } from '../fixtures/page-types.ts';
import { type RunningOffice, runningOffice } from '../fixtures/running-office.ts';
import { signedIn } from '../fixtures/signed-in.ts';

// Pages of needs, offers, calls, matches and what leads to them, for everybody and for an office that is signed in.

const skip = chromiumPath === undefined ? 'SKIPPED: no Chromium here; CHROMIUM may name one' : false;

let running: RunningOffice;
let everybody: readonly ReadPage[];
let office: readonly ReadPage[];
let forms: readonly ReadPage[];

before(async () => {
  running = await runningOffice();
  await fillNeeds(running.office);
  const { cookie } = await signedIn(joinedDoors(running.office), running.office, 'focal-sn');
  const listed = (types: Readonly<Record<string, string>>, who: string, cookie: string) =>
    Object.entries(types).map(([type, path]) => ({ type: `${type}${who}`, path, cookie }));
  everybody = listed(needPageTypes, '', '');
  office = listed(needPageTypes, ', signed in', cookie);
  forms = listed(needFormTypes, '', cookie);
});
after(() => running.close());

test(`each page answers in seven languages, without a script or style of its own, and weighs at most ${budget} bytes, signed in or not`, async () => {
  assertLight(await inEveryLanguage(running.address, [...everybody, ...office]));
});

test(`a form weighs at most ${formBudget} bytes`, async () => {
  assertLight(await inEveryLanguage(running.address, forms), formBudget);
});

const unvalidated = hasValidator ? false : 'SKIPPED: no Java or no vnu-jar here, no page was validated';

test('the HTML validator finds no error on any of them', { skip: unvalidated }, async () => {
  const all = [...everybody, ...office, ...forms];
  assert.deepEqual(await htmlErrors(await inEveryLanguage(running.address, all)), []);
});

test('axe finds nothing on any of them and none scrolls sideways, for everybody', { skip }, () =>
  assertAccessible(running.address, everybody),
);

test('the same for an office that is signed in, and on its forms', { skip }, () =>
  assertAccessible(running.address, [...office, ...forms]),
);
