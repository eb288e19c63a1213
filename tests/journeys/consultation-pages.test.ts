import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromiumPath } from '../fixtures/chromium.ts';
import { fillClosedRoom, inConsultation, madeKnown } from '../fixtures/closed-room.ts';
import { hasValidator, htmlErrors } from '../fixtures/html-errors.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import {
  assertAccessible,
  assertLight,
  budget,
  formBudget,
  inEveryLanguage,
  type ReadPage,
} from '../fixtures/page-matrix.ts';
import { closedRoomPageTypes, consultationPageTypes, takenUpPageTypes } from '../fixtures/page-types.ts';
import { asked, planOf } from '../fixtures/reporting.ts';
import { type RunningOffice, runningOffice } from '../fixtures/running-office.ts';
import { signedIn } from '../fixtures/signed-in.ts';
import { english, written } from '../fixtures/small-house.ts';
import type { SmallOffice } from '../fixtures/small-office.ts';

const skip = chromiumPath === undefined ? 'SKIPPED: no Chromium here; CHROMIUM may name one' : false;

/** Pages that everybody reads, and those that only a member does, with the cookie that opens them. */
let pages: readonly ReadPage[];
let running: RunningOffice;

before(async () => {
  running = await runningOffice();
  const { office } = running;
  await office.log.append([written('measure-1', { title: english('Joint rice') }, { register: 'measure' })]);
  await fillOpenRoom(office);
  await fillClosedRoom(office);
  const { cookie } = await signedIn(joinedDoors(office), office, 'focal-br');
  // Brazil may take up what follows from the outcome, and is asked in a round.
  await planOf(office);
  await asked(office);
  const listed = (types: Readonly<Record<string, string>>, cookie: string) =>
    Object.entries(types).map(([type, path]) => ({ type, path, cookie }));
  pages = [
    ...listed(consultationPageTypes, ''),
    ...listed({ ...closedRoomPageTypes, ...takenUpPageTypes }, cookie),
  ];
  const outcome = await fetch(`${running.address}/en/outcome/open-outcome`, { headers: { cookie } });
  assert.match(await outcome.text(), /commitment\/new/, 'the page of the outcome has its button');
});
after(() => running.close());

/** A consultation with all that its page can show: joint text in versions, remarks, a silent member, an outcome. */
async function fillOpenRoom(office: SmallOffice): Promise<void> {
  const matter = {
    title: english('A joint voice on rice'),
    summary: english('What we say at the next meeting.'),
    visibility: 'everybody',
    countries: ['SN', 'BR', 'MZ'],
    answersBy: '2024-05-31',
    meeting: { start: '2024-06-03', end: '2024-06-04' },
    agenda: english('1. Text. 2. Outcome.'),
    minutes: english('All were there.'),
    draft: english('We want rice.\n\nWe want milk.'),
  };
  await madeKnown(office, 'secretariat', 'consultation', 'open-room', matter);
  const draft = english('We want rice.\n\nWe want tea.');
  await madeKnown(office, 'secretariat', 'consultation', 'open-room', { ...matter, draft });
  await madeKnown(office, 'focal-sn', 'position', 'open-position', {
    title: english('Our position'),
    consultation: inConsultation('open-room'),
    stance: 'withReservation',
    reservation: english('Not in spring'),
    paragraphs: [{ paragraph: 2, stance: 'opposes', text: english('No tea') }],
  });
  await madeKnown(office, 'secretariat', 'outcome', 'open-outcome', {
    title: english('One voice on rice'),
    consultation: inConsultation('open-room'),
    on: '2024-06-04',
    measures: [{ register: 'measure', id: 'measure-1' }],
    followUp: english('Write to the meeting.'),
  });
}

test(`each page of consultations answers in seven languages, without a script or style of its own, and weighs at most ${budget} bytes`, async () => {
  const all = await inEveryLanguage(running.address, pages);
  // A form holds long lists to choose from, and is nobody's first view.
  const isForm = (page: string) => page.includes('commitment that follows');
  assertLight(new Map([...all].filter(([page]) => !isForm(page))));
  assertLight(new Map([...all].filter(([page]) => isForm(page))), formBudget);
});

const unvalidated = hasValidator ? false : 'SKIPPED: no Java or no vnu-jar here, no page was validated';

test('the HTML validator finds no error on any of them', { skip: unvalidated }, async () => {
  assert.deepEqual(await htmlErrors(await inEveryLanguage(running.address, pages)), []);
});

test(
  'axe finds nothing on any page of consultations and none scrolls sideways, for a visitor and for a member',
  {
    skip,
  },
  () => assertAccessible(running.address, pages),
);
