import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import PostalMime from 'postal-mime';
import { sendMail } from '../../src/mailing.ts';
import { asked } from '../fixtures/asking.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { signedIn, textOf, type Visiting } from '../fixtures/signed-in.ts';
import { english } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// An office with several saved choices gets one letter, which says of each item which choices found it, and leads to them.

let office: SmallOffice;
let app: Hono;
let brazil: Visiting;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  brazil = await signedIn(app, office, 'focal-br');
  for (const search of ['?q=pipes&host=SN', '?q=wells', '?q=salt&kind=need'])
    await brazil.press(await brazil.open(`/en/follow${search}`), '/follow', { post: 'focal-br' });
});
after(() => office.log.close());

/** The letter of a day to the holder of the office, in plain words; undefined where none came. */
async function letterOn(day: string) {
  office.clock.set(`${day}T08:00:00.000Z`);
  office.mailbox.letters.length = 0;
  await sendMail(office);
  const mine = office.mailbox.letters.filter(({ envelope }) => envelope.to === 'focal-br@example.org');
  const read = await Promise.all(mine.map(({ bytes }) => PostalMime.parse(bytes)));
  const digests = read.filter(({ text = '' }) => text.includes('/follow/stop'));
  assert.ok(digests.length <= 1, 'one letter a day for all choices of an office');
  return digests[0];
}

/** Words of an interest, to tell them apart. */
const idOf = async (words: string) =>
  (await office.accounts.interests.confirmed()).find((one) => one.words === words)?.id ?? '';

test('each item stands once, below the names of all choices that found it; each of these can be reached', async () => {
  await asked(office, 'pipes');
  await asked(office, 'both', { title: english('Pipes for wells'), summary: english('Old pipes in wells') });
  await asked(office, 'wells', { title: english('Wells'), summary: english('Deep wells') });
  const letter = await letterOn('2024-05-07');
  assert.equal(letter?.subject, 'Office of focal-br: 3 new needs, offers and calls');
  const text = letter?.text ?? '';
  assert.match(text, /Found by the choice: “pipes”, Used in: Senegal\n-+\n[^#]*need\/pipes\n/);
  assert.match(text, /Found by the choices: “(pipes|wells)”.* · “(pipes|wells)”[^#]*need\/both\n/);
  assert.match(text, /Found by the choice: “wells”\n-+\n[^#]*need\/wells\n/);
  for (const id of ['pipes', 'both', 'wells'])
    assert.equal(text.split(`/en/need/${id}\n`).length, 2, `${id} once`);
  assert.doesNotMatch(text, /salt/, 'a choice that found nothing is not named');
  for (const words of ['pipes', 'wells']) {
    const way = `/en/follow/choice?interest=${await idOf(words)}`;
    assert.ok(text.includes(`${way}\n`) && letter?.html?.includes(way), words);
  }
});

test('what one choice of an office has told is no news to another one', async () => {
  await asked(office, 'pipes', { summary: english('Pipes, and a well or two: wells') });
  assert.equal(await letterOn('2024-05-08'), undefined);
});

test('the way in the letter asks to sign in, shows the choice by its name, and changes or ends it there', async () => {
  const id = await idOf('wells');
  const address = `/en/follow/choice?interest=${id}`;
  const stranger = await app.request(address);
  assert.match(stranger.headers.get('location') ?? '', /\/en\/sign-in\?then=/);
  brazil = await signedIn(app, office, 'focal-br');
  const page = await brazil.open(address);
  assert.match(page.body, /Office of focal-br[\s\S]*<bdi>“wells”<\/bdi>/);
  const list = await brazil.press(page, '/follow/choice', { q: 'pumps' });
  assert.match(list.body, /“pumps”/);
  assert.doesNotMatch(list.body, /“wells”/);
  await asked(office, 'pumps', { title: english('Pumps'), summary: english('Strong pumps') });
  await asked(office, 'more-wells', { title: english('More'), summary: english('More wells') });
  const text = (await letterOn('2024-05-09'))?.text ?? '';
  assert.match(text, /Found by the choice: “pumps”[\s\S]*need\/pumps\n/);
  assert.doesNotMatch(text, /more-wells/);
  brazil = await signedIn(app, office, 'focal-br');
  const ended = await brazil.press(await brazil.open(address), '/follow/end');
  assert.doesNotMatch(ended.body, /“pumps”/);
  assert.equal((await brazil.open(address)).status, 404);
});

test('who does not hold the office neither sees nor changes what it hears of', async () => {
  const senegal = await signedIn(app, office, 'focal-sn');
  const address = `/en/follow/choice?interest=${await idOf('pipes')}`;
  assert.equal((await senegal.open(address)).status, 403);
});

test('the link that ends the letters says what it ends and for whom, and ends no other choice of the office', async () => {
  await asked(office, 'new-pipes', { title: english('New pipes'), summary: english('New pipes for all') });
  const letter = await letterOn('2024-05-10');
  const stop = /\/en\/follow\/stop\?secret=[\w-]+/.exec(letter?.text ?? '')?.[0] ?? '';
  const page = await textOf(await app.request(stop));
  assert.match(page, /“pipes”[\s\S]*For everybody who holds the office/);
  assert.doesNotMatch(page, /salt/);
  const pressed = await app.request(stop, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
  assert.match(await textOf(pressed), /The letters have ended for your office/);
  const left = (await office.accounts.interests.confirmed()).map(({ words }) => words);
  assert.deepEqual(left, ['salt']);
});

test('a letter to a mailbox names what it asked for, without a way into an office', async () => {
  const told = office.board.position();
  const wanted = { language: 'fr', profile: { countries: ['SN'] }, words: '', filters: {} } as const;
  const id = await office.accounts.interests.add({ ...wanted, to: { email: 'third@example.net' }, told });
  await office.accounts.interests.confirm(id);
  await asked(office, 'last', { title: english('Last'), summary: english('The last need') });
  office.clock.set('2024-05-11T08:00:00.000Z');
  office.mailbox.letters.length = 0;
  await sendMail(office);
  const [mine] = office.mailbox.letters.filter(({ envelope }) => envelope.to === 'third@example.net');
  const { text = '', subject } = await PostalMime.parse(mine?.bytes ?? '');
  assert.match(subject ?? '', /^Southbridge/);
  assert.match(text, /Trouvé par le choix.: Sénégal/);
  assert.doesNotMatch(text, /follow\/choice/);
});
