import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { type Answer, Problem } from '../../client/asking.ts';
import type { Schemas, Southbridge } from '../../client/southbridge-client.ts';
import { sendMail } from '../../src/mailing.ts';
import { signedInClient } from '../fixtures/client-of.ts';
import { inConsultation } from '../fixtures/closed-room.ts';
import { joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { english, written } from '../fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// A consultation from its opening to an outcome that two measures show, as the offices' programs would lead it with the typed client.

const matter = {
  title: english('A joint voice on rice'),
  summary: english('What we say at the next meeting.'),
  visibility: 'everybody',
  countries: ['SN', 'BR'],
  answersBy: '2024-05-31',
  meeting: { start: '2024-06-03', end: '2024-06-04' },
  agenda: english('1. Text. 2. Outcome.'),
  draft: english('We want rice.\n\nWe want milk.'),
};

let office: SmallOffice;
let app: Hono;
before(async () => {
  office = await smallOffice();
  for (const id of ['m-5', 'm-28'])
    await office.log.append([written(id, { title: english(`Measure ${id}`) }, { register: 'measure' })]);
  app = joinedDoors(office);
});
after(() => office.log.close());

interface Told {
  readonly status: number;
  /** What is wrong, where it is refused. */
  readonly findings: Problem['findings'];
}

async function write(who: PersonId, register: string, id: string, given: object): Promise<Told> {
  const node = await signedInClient(app, who);
  const etag = await etagOf(node, register, id);
  // What is wrong is sent too: the node has to say so.
  const values = given as Schemas['Edit']['values'];
  const seen = etag === undefined ? { ifNoneMatch: '*' } : { ifMatch: etag };
  return told(node.edit({ register, id, body: { values }, ...seen }));
}

async function release(who: PersonId, register: string, id: string): Promise<Told> {
  const node = await signedInClient(app, who);
  return told(node.release({ register, id, ifMatch: await etagOf(node, register, id) }));
}

/** The version that somebody sees; none of what is not there. */
async function etagOf(node: Southbridge, register: string, id: string): Promise<string | undefined> {
  try {
    return (await node.record({ register, id })).etag;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  }
}

async function told(done: Promise<Answer<unknown>>): Promise<Told> {
  try {
    return { status: (await done).status, findings: [] };
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function given(who: PersonId, id: string, values: object): Promise<void> {
  const whole = { title: english('Our position'), consultation: inConsultation('rice'), ...values };
  assert.ok((await write(who, 'position', id, whole)).status < 300, id);
  assert.equal((await release(who, 'position', id)).status, 200, id);
}

async function page(address: string, who?: PersonId): Promise<string> {
  const headers = who === undefined ? {} : { cookie: `session=${await tokenOf(app, who)}` };
  const answer = await app.request(address, { headers });
  assert.equal(answer.status, 200, address);
  return answer.text();
}

/** Each finding of a refusal, `field code`. */
async function refused(who: PersonId, values: object, id = 'wrong'): Promise<readonly string[]> {
  const { status, findings } = await write(who, 'position', id, {
    title: english('Ours'),
    consultation: inConsultation('rice'),
    ...values,
  });
  assert.equal(status, 400, JSON.stringify(findings));
  return findings.map(({ path, code }) => `${path} ${code}`);
}

const tasksOf = async (who: PersonId) => (await (await signedInClient(app, who)).desk()).data.counts;

test('a secretariat opens a consultation: everybody reads it, each member country is asked for its position, others are not', async () => {
  assert.equal((await write('secretariat', 'consultation', 'rice', matter)).status, 201);
  assert.equal((await app.request('/en/consultation/rice')).status, 404, 'a draft is its convenor’s alone');
  assert.equal((await release('secretariat', 'consultation', 'rice')).status, 200);
  assert.match(await page('/en/consultations'), /A joint voice on rice/);
  assert.match(await page('/en/consultation/rice'), /On the agenda/);
  assert.deepEqual(await tasksOf('focal-sn'), { positionWanted: 1 });
  assert.deepEqual(await tasksOf('focal-mz'), {});
  assert.match(await page('/en/desk', 'focal-sn'), /Position wanted/);
});

test('the last day for positions and the meeting stand in the calendar', async () => {
  const calendar = await page('/en/search.ics?kind=consultation');
  assert.match(calendar, /20240531/);
  assert.match(calendar, /20240603/);
});

test('a position is refused at its field: by who is no member, without the words of a reservation, on a paragraph that is not there', async () => {
  assert.deepEqual(await refused('focal-mz', { stance: 'supports' }), ['consultation membersOnly']);
  assert.deepEqual(await refused('focal-sn', { stance: 'withReservation' }), [
    'reservation reservationWithoutText',
  ]);
  assert.deepEqual(
    await refused('focal-sn', { stance: 'supports', paragraphs: [{ paragraph: 3, stance: 'opposes' }] }),
    ['paragraphs.0.paragraph noSuchParagraph'],
  );
  assert.deepEqual(
    await refused('focal-sn', {
      stance: 'supports',
      paragraphs: [{ paragraph: 1, stance: 'withReservation' }],
    }),
    ['paragraphs.0.text reservationWithoutText'],
  );
  assert.deepEqual(
    await refused('focal-sn', { stance: 'supports', consultation: inConsultation('nowhere') }),
    ['consultation consultationUnknown'],
  );
});

test('who has not answered is reminded once, a week before the date', async () => {
  const letters = async (instant: string) => {
    office.clock.set(instant);
    const before = office.mailbox.letters.length;
    await sendMail(office);
    return office.mailbox.letters
      .slice(before)
      .filter(({ bytes }) => /joint voice on rice/.test(Buffer.from(bytes).toString()))
      .map(({ envelope }) => String(envelope.to))
      .sort();
  };
  const both = ['focal-br@example.org', 'focal-sn@example.org'];
  await office.accounts.change(office.actors['focal-sn'].account, { digest: false });
  await office.accounts.change(office.actors['focal-br'].account, { digest: false });
  assert.deepEqual(await letters('2024-05-07T08:00:00.000Z'), both);
  assert.deepEqual(await letters('2024-05-14T08:00:00.000Z'), []);
  assert.deepEqual(await letters('2024-05-24T08:00:00.000Z'), both);
  assert.deepEqual(await letters('2024-05-25T08:00:00.000Z'), []);
});

test('members answer: the table says who, what as a whole and on each paragraph; a second word is a revision of the first', async () => {
  await given('focal-sn', 'ours', {
    stance: 'withReservation',
    reservation: english('Not in spring'),
    paragraphs: [{ paragraph: 2, stance: 'opposes', text: english('No milk') }],
  });
  assert.deepEqual(await tasksOf('focal-sn'), {});
  const shown = await page('/en/consultation/rice');
  for (const words of ['Not in spring', 'No milk', 'Paragraph 2', 'Positions gathered', '1 of 2 members'])
    assert.ok(shown.includes(words), words);
  assert.deepEqual(await refused('focal-sn', { stance: 'supports' }, 'twice'), [
    'consultation positionGivenAlready',
  ]);
  await given('focal-sn', 'ours', { stance: 'supports' });
  assert.doesNotMatch(await page('/en/consultation/rice'), /Not in spring/);
});

test('a position after the date is taken and shown as late', async () => {
  office.clock.set('2024-06-02T08:00:00.000Z');
  await given('focal-br', 'late', { stance: 'supports' });
  const shown = await page('/en/consultation/rice');
  assert.match(shown, /after the date/);
  assert.match(shown, /2 of 2 members/);
});

test('the joint text stands in versions whose differences are shown', async () => {
  const next = { ...matter, draft: english('We want rice.\n\nWe want tea.') };
  assert.equal((await write('secretariat', 'consultation', 'rice', next)).status, 200);
  assert.equal((await release('secretariat', 'consultation', 'rice')).status, 200);
  assert.match(await page('/en/consultation/rice/compare?from=1&to=2'), /<del>milk<\/del>|milk/);
});

test('who may see it stays as it was begun', async () => {
  const { status, findings } = await write('secretariat', 'consultation', 'rice', {
    ...matter,
    visibility: 'members',
  });
  assert.equal(status, 400);
  assert.equal(findings[0]?.code, 'staysAsBegun');
});

test('only the convenor files the outcome; both measures show it, and no more positions are taken', async () => {
  const outcome = {
    title: english('One voice on rice'),
    consultation: inConsultation('rice'),
    on: '2024-06-04',
    measures: ['m-5', 'm-28'].map((id) => ({ register: 'measure', id })),
    followUp: english('Write to the meeting.'),
  };
  assert.equal((await write('focal-sn', 'outcome', 'not-mine', outcome)).status, 403);
  assert.equal((await write('secretariat', 'outcome', 'voice', outcome)).status, 201);
  assert.equal((await release('secretariat', 'outcome', 'voice')).status, 200);
  for (const id of ['m-5', 'm-28']) assert.match(await page(`/en/measure/${id}`), /One voice on rice/);
  const shown = await page('/en/consultation/rice');
  assert.match(shown, /Outcome filed/);
  assert.match(shown, /One voice on rice/);
  assert.deepEqual(await refused('focal-br', { stance: 'opposes' }, 'late'), [
    'consultation consultationOver',
  ]);
});
