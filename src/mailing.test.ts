import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { type PersonId, type SmallOffice, smallOffice } from '../tests/fixtures/small-office.ts';
import { actOn, released, submitted } from '../tests/fixtures/wells.ts';
import { sendMail } from './mailing.ts';
import { relieve } from './operations/posts/appoint.ts';
import { confirm } from './operations/review/answer.ts';
import { openOutbox } from './outbox/open-outbox.ts';

// 6 May 2024, the day on which a small office opens, is a Monday.
const tuesday = '2024-05-07T08:00:00.000Z';
const nextMonday = '2024-05-13T06:00:00.000Z';

/** The letters that a mailbox has got so far, oldest first. */
async function lettersTo(office: SmallOffice, to: PersonId) {
  const mine = office.mailbox.letters.filter(({ envelope }) => envelope.to === `${to}@example.org`);
  return Promise.all(mine.map(({ bytes }) => PostalMime.parse(bytes)));
}

test('called a hundred times, at once or one after another, a letter leaves once', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  await Promise.all(Array.from({ length: 50 }, () => sendMail(office)));
  for (let i = 0; i < 50; i += 1) await sendMail(office);
  assert.equal(office.mailbox.letters.length, 1);
});

test('a day has one letter for a post at most, however much comes to it', async () => {
  const office = await smallOffice();
  for (let hour = 0; hour < 48; hour += 1) {
    office.clock.set(new Date(Date.parse('2024-05-07T00:30:00.000Z') + hour * 3_600_000).toISOString());
    await submitted(office, `record-${hour}`);
    await sendMail(office);
  }
  const letters = await lettersTo(office, 'focal-sn');
  assert.deepEqual(
    letters.map(({ subject }) => subject),
    ['Office of focal-sn: 1 new item', 'Office of focal-sn: 24 new items'],
  );
});

test('a letter names what waits, leads to the record and to the workspace of the post, in the language of its holder', async () => {
  const office = await smallOffice();
  await office.accounts.change(office.actors['focal-sn'].account, { language: 'fr' });
  office.clock.set(tuesday);
  await submitted(office, 'a');
  await sendMail(office);
  const [letter] = await lettersTo(office, 'focal-sn');
  assert.match(letter?.html ?? '', /<html lang="fr"/);
  assert.match(letter?.text ?? '', /http:\/\/localhost:8040\/fr\/activity\/a\n/);
  assert.match(letter?.text ?? '', /http:\/\/localhost:8040\/fr\/desk\?post=focal-sn\n/);
  assert.equal(
    letter?.headers.some(({ key }) => key === 'list-unsubscribe'),
    false,
    'what waits for a post is told for as long as it is held',
  );
});

test('a letter that was queued when the program died leaves at the next start, and no second one is written', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  const failing = openOutbox({
    file: ':memory:',
    from: 'node@example.org',
    transport: {
      send: async (message) => {
        if (dying) throw new Error('the program dies here');
        return office.mailbox.send(message);
      },
    },
  });
  let dying = true;
  await assert.rejects(sendMail({ ...office, outbox: failing }), /dies here/);
  dying = false;
  office.clock.set('2024-05-07T08:02:00.000Z');
  await sendMail({ ...office, outbox: failing });
  await sendMail({ ...office, outbox: failing });
  assert.equal(office.mailbox.letters.length, 1);
});

test('a note whose letter could not be queued is not lost', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  const full = Object.assign(Object.create(office.outbox), {
    enqueue: async () => {
      throw new Error('no space on the disk');
    },
    lastQueued: (start: string) => office.outbox.lastQueued(start),
  });
  await assert.rejects(sendMail({ ...office, outbox: full }), /no space/);
  await sendMail(office);
  assert.equal((await lettersTo(office, 'focal-sn')).length, 1);
});

test('on Monday the week of the post is told: how its country stands, what waits, and what others did', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await released(office, 'a');
  await confirm(office, office.actors['focal-br'], { ...actOn(office, 'a'), revision: 1 });
  await submitted(office, 'b');
  office.clock.set(nextMonday);
  await sendMail(office);
  const [letter] = await lettersTo(office, 'focal-sn');
  assert.equal(letter?.subject, 'Office of focal-sn: the week from 6 May 2024 to 12 May 2024');
  const text = letter?.text ?? '';
  assert.match(text, /Released records: 1\n/);
  assert.match(text, /To review\n[\s\S]*activity\/b\n/);
  assert.match(text, /What others did\n[\s\S]*Brazil: confirmed, 7 May 2024\n[\s\S]*activity\/a\n/);
});

test('the weekly letter ends with one click, and then does not come any more', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  await sendMail(office);
  office.clock.set(nextMonday);
  await sendMail(office);
  const [, weekly] = await lettersTo(office, 'focal-sn');
  const header = weekly?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  const [, address = ''] = /^<(.+)>$/.exec(header) ?? [];
  assert.ok(weekly?.text?.includes(address));
  assert.match(address, /^http:\/\/localhost:8040\/en\/unsubscribe\?secret=/);
  const secret = new URL(address).searchParams.get('secret') ?? '';
  const read = await office.accounts.readLetter(secret);
  assert.deepEqual(read, { purpose: 'unsubscribe', accountId: office.actors['focal-sn'].account });
  await office.accounts.change(office.actors['focal-sn'].account, { digest: false });
  office.clock.set('2024-05-20T06:00:00.000Z');
  await sendMail(office);
  assert.equal((await lettersTo(office, 'focal-sn')).length, 2);
});

test('there is no weekly letter for a post for which nothing waits', async () => {
  const office = await smallOffice();
  office.clock.set(nextMonday);
  await sendMail(office);
  assert.deepEqual(office.mailbox.letters, []);
});

test('nothing is written to a post that nobody holds; who comes after is told what waits', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  const { account } = office.actors['focal-sn'];
  await relieve(office, 'node', 'focal-sn', account);
  await sendMail(office);
  assert.deepEqual(office.mailbox.letters, []);
});

test('a record that falls due is asked for by its day, and one that went stale since its day', async () => {
  const office = await smallOffice();
  office.clock.set('2024-05-07T08:00:00.000Z');
  await released(office, 'a');
  const subjects: string[] = [];
  for (const day of ['2025-04-08', '2025-04-09', '2025-08-08']) {
    office.clock.set(`${day}T06:00:00.000Z`);
    await sendMail(office);
    const letters = await lettersTo(office, 'clerk-sn');
    subjects.push(`${letters.length} ${letters[letters.length - 1]?.text?.match(/(By|Due since) .+/)?.[0]}`);
  }
  assert.deepEqual(subjects, ['1 By 7 May 2025', '1 By 7 May 2025', '2 Due since 7 May 2025']);
});
