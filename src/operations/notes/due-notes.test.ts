import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { actOn, drafted, observed, released, submitted } from '../../../tests/fixtures/wells.ts';
import { appoint, relieve } from '../posts/appoint.ts';
import { closePost } from '../posts/keep-post.ts';
import { confirm } from '../review/answer.ts';
import { returnRecord } from '../review/submit.ts';
import { withdraw } from '../review/withdraw.ts';
import { dueNotes, type Note } from './due-notes.ts';

// 6 May 2024, the day on which a small office opens, is a Monday.
const tuesday = '2024-05-07T08:00:00.000Z';

async function noteTo(office: SmallOffice, post: string): Promise<Note | undefined> {
  return (await dueNotes(office)).find((note) => note.post.id === post);
}

/** The note has left: from now on only what is newer is news. */
async function sent(office: SmallOffice, ...notes: readonly (Note | undefined)[]) {
  const letters = notes.flatMap((note) =>
    note === undefined
      ? []
      : [{ key: note.key, to: note.account.email, language: 'en', subject: '', text: '', html: '' } as const],
  );
  await office.outbox.enqueue(letters, office.clock.now().toISOString());
}

const kindsIn = (note: Note | undefined) =>
  note?.tasks.map(({ kind, record }) => `${kind} ${record.recordId}`);

test('a post hears of what has come to it, and of nothing that is another post’s', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  const notes = await dueNotes(office);
  assert.deepEqual(
    notes.map(({ post, kind, account }) => [post.id, kind, account.email]),
    [['focal-sn', 'daily', 'focal-sn@example.org']],
  );
  assert.deepEqual(kindsIn(notes[0]), ['toReview a']);
});

test('a draft that somebody is still writing is told to nobody', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await drafted(office, 'a');
  assert.deepEqual(await dueNotes(office), []);
});

test('at most one note a day goes to a post; what comes later that day is told on the next', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  await sent(office, await noteTo(office, 'focal-sn'));
  office.clock.set('2024-05-07T09:00:00.000Z');
  await submitted(office, 'b');
  assert.equal(await noteTo(office, 'focal-sn'), undefined);
  office.clock.set('2024-05-08T00:00:01.000Z');
  assert.deepEqual(kindsIn(await noteTo(office, 'focal-sn')), ['toReview b'], 'and not a once more');
});

test('a note that was not sent after all is due again', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  const first = await dueNotes(office);
  assert.deepEqual(await dueNotes(office), first);
});

test('a record is told 30 days before it is due, on the day, and when it goes stale three months later; on no other day', async () => {
  const office = await smallOffice();
  office.clock.set('2024-05-07T08:00:00.000Z');
  const { recordId } = await released(office, 'a', { participants: [{ country: 'SN', role: 'provider' }] });
  await office.accounts.change(office.actors['focal-sn'].account, { digest: false });
  const told: string[] = [];
  for (let day = Date.UTC(2025, 3, 1); day <= Date.UTC(2025, 8, 1); day += 86_400_000) {
    office.clock.set(new Date(day + 7_200_000).toISOString());
    const note = await noteTo(office, 'focal-sn');
    if (note === undefined) continue;
    assert.deepEqual(kindsIn(note), [`due ${recordId}`]);
    told.push(note.at.slice(0, 10));
    await sent(office, note);
  }
  assert.deepEqual(told, ['2025-04-07', '2025-05-07', '2025-08-07']);
});

test('on Monday the post hears of all that waits for it, told before or not', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  await sent(office, await noteTo(office, 'focal-sn'));
  office.clock.set('2024-05-12T08:00:00.000Z');
  assert.equal(await noteTo(office, 'focal-sn'), undefined, 'Sunday');
  office.clock.set('2024-05-13T08:00:00.000Z');
  const note = await noteTo(office, 'focal-sn');
  assert.deepEqual([note?.kind, kindsIn(note)], ['weekly', ['toReview a']]);
});

test('whoever does not want the weekly note hears on Monday of what is new only', async () => {
  const office = await smallOffice();
  await office.accounts.change(office.actors['focal-sn'].account, { digest: false });
  office.clock.set(tuesday);
  await submitted(office, 'a');
  await sent(office, await noteTo(office, 'focal-sn'));
  office.clock.set('2024-05-13T08:00:00.000Z');
  assert.equal(await noteTo(office, 'focal-sn'), undefined);
  await submitted(office, 'b');
  const note = await noteTo(office, 'focal-sn');
  assert.deepEqual([note?.kind, kindsIn(note)], ['daily', ['toReview b']]);
});

test('a post that nobody holds is written to by nobody, nor is a closed one, nor somebody who was erased', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await submitted(office, 'a');
  const { account } = office.actors['focal-sn'];
  await relieve(office, 'node', 'focal-sn', account);
  assert.deepEqual(await dueNotes(office), []);
  await released(office, 'b');
  assert.ok(await noteTo(office, 'focal-br'));
  await office.accounts.erase(office.actors['focal-br'].account);
  assert.equal(await noteTo(office, 'focal-br'), undefined);
  await closePost(office, 'node', 'focal-br');
  assert.equal(await noteTo(office, 'focal-br'), undefined);
});

test('the counterpart is asked by the title in force: what a draft is called stays inside its country', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  await released(office, 'a');
  await drafted(office, 'a', { title: english('Canary') });
  const note = await noteTo(office, 'focal-br');
  assert.deepEqual(kindsIn(note), ['toConfirm a']);
  assert.deepEqual(note?.tasks[0]?.record.title, english('Wells'));
  assert.equal(JSON.stringify(note).includes('Canary'), false);
});

test('however much waits for a post, what is new is told', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  for (let i = 0; i < 520; i += 1) await submitted(office, `old-${i}`);
  await sent(office, await noteTo(office, 'focal-sn'));
  office.clock.set('2024-05-08T08:00:00.000Z');
  await submitted(office, 'new');
  assert.deepEqual(kindsIn(await noteTo(office, 'focal-sn')), ['toReview new']);
});

test('the weekly note tells what others did to the post’s records in the seven days before, and nothing of its own', async () => {
  const office = await smallOffice();
  office.clock.set('2024-05-05T08:00:00.000Z');
  await submitted(office, 'early');
  office.clock.set(tuesday);
  await submitted(office, 'a');
  await returnRecord(office, office.actors['focal-sn'], {
    ...actOn(office, 'a'),
    remarks: [{ field: 'title', text: 'Which?' }],
  });
  await released(office, 'b');
  await confirm(office, office.actors['focal-br'], { ...actOn(office, 'b'), revision: 1 });
  office.clock.set('2024-05-09T08:00:00.000Z');
  await withdraw(office, office.actors['focal-sn'], { ...actOn(office, 'b'), reason: 'Never began' });
  office.clock.set('2024-05-13T08:00:00.000Z');
  const others = (note: Note | undefined) =>
    note?.others.map(({ type, post, country, record }) => [record.recordId, type, post, country]);
  assert.deepEqual(others(await noteTo(office, 'clerk-sn')), [
    ['b', 'withdrawn', 'focal-sn', undefined],
    ['b', 'confirmed', 'focal-br', 'BR'],
    ['b', 'released', 'focal-sn', undefined],
  ]);
  assert.deepEqual(others(await noteTo(office, 'focal-sn')), [['b', 'confirmed', 'focal-br', 'BR']]);
});

test('a deputy is told as the holder is, each once a day and each what is new to them', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  const deputy = office.actors['focal-mz'];
  await appoint(office, 'node', 'focal-sn', { account: deputy.account, deputy: true });
  await submitted(office, 'a');
  const toSenegal = async () => (await dueNotes(office)).filter(({ post }) => post.id === 'focal-sn');
  const both = await toSenegal();
  assert.deepEqual(
    both.map(({ account }) => account.email),
    ['focal-sn@example.org', 'focal-mz@example.org'],
  );
  assert.equal(new Set(both.map(({ key }) => key)).size, 2);
  await sent(office, both[0]);
  assert.deepEqual(
    (await toSenegal()).map(({ account }) => account.email),
    ['focal-mz@example.org'],
  );
});

test('what third parties say is counted in the weekly note and never told one by one', async () => {
  const office = await smallOffice();
  office.clock.set(tuesday);
  for (const id of ['a', 'b', 'c']) await observed(office, id);
  assert.deepEqual(await dueNotes(office), []);
  office.clock.set('2024-05-13T08:00:00.000Z');
  const notes = await dueNotes(office);
  assert.deepEqual(
    notes.map(({ post, tasks, observed: said }) => [post.id, tasks.length, said]),
    [
      ['focal-sn', 0, 3],
      ['focal-br', 0, 3],
    ],
  );
});
