import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import PostalMime from 'postal-mime';
import { refusal, startMailServer } from '../../tests/fixtures/mail-server.ts';
import { Fault } from '../kernel/fault.ts';
import type { Letter } from '../operations/ports/outbox.ts';
import { emlFolder } from './eml-folder.ts';
import { openOutbox } from './open-outbox.ts';
import { smtp } from './smtp.ts';
import type { Transport } from './transport.ts';

const start = Date.parse('2026-11-22T05:00:00.000Z');
/** An instant, so many minutes after the start. */
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const letter = (key: string, more: Partial<Letter> = {}): Letter => ({
  key,
  to: 'desk@example.org',
  language: 'en',
  subject: `About ${key}`,
  text: `Words of ${key}`,
  html: `<p>Words of ${key}`,
  ...more,
});

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-outbox-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function open(t: TestContext, file: string, transport: Transport) {
  const outbox = openOutbox({ file, transport, from: 'Southbridge <mail@example.org>' });
  t.after(() => outbox.close());
  return outbox;
}

/** An outbox in front of a real mail server that answers as told. */
async function housed(t: TestContext, ...how: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...how);
  t.after(() => server.close());
  const file = join(newFolder(t), 'outbox.db');
  const another = () => open(t, file, smtp(server.url));
  return { server, file, another, outbox: another() };
}

const keysOf = (received: readonly { bytes: Buffer }[]) =>
  received.map(({ bytes }) => /^subject: About (.+)$/im.exec(bytes.toString())?.[1]?.trim());

test('without a mail server letters become files that mail programs read', async (t) => {
  const folder = newFolder(t);
  const outbox = open(t, join(folder, 'outbox.db'), emlFolder(join(folder, 'outbox')));
  const subject = 'سجلّان ينتظران — 两条记录';
  assert.equal(await outbox.enqueue([letter('a', { language: 'ar', subject })], at(0)), 1);
  assert.deepEqual(await outbox.deliver(at(0)), { sent: 1, failed: 0, waiting: 0 });
  const [name = ''] = readdirSync(join(folder, 'outbox'));
  assert.equal((await PostalMime.parse(readFileSync(join(folder, 'outbox', name)))).subject, subject);
});

test('a key is taken once, for ever: in one batch, after it was sent, and after a new start', async (t) => {
  const { outbox, another, server } = await housed(t);
  assert.equal(await outbox.enqueue([letter('a'), letter('b'), letter('a', { subject: 'Other' })], at(0)), 2);
  await outbox.deliver(at(0));
  assert.equal(await outbox.enqueue([letter('a')], at(9_999)), 0);
  await outbox.close();
  const later = another();
  assert.equal(await later.enqueue([letter('a'), letter('c')], at(9_999)), 1);
  await later.deliver(at(9_999));
  assert.deepEqual(keysOf(server.received).sort(), ['a', 'b', 'c']);
});

test('a batch is taken whole or not at all', async (t) => {
  const { outbox } = await housed(t);
  const bad = letter('b', { unsubscribe: 'not an address' });
  await assert.rejects(
    outbox.enqueue([letter('a'), bad], at(0)),
    (error) => error instanceof Fault && error.code === 'invalid',
  );
  assert.deepEqual(await outbox.accounts(10), []);
});

test('the newest letter leaves first: somebody waits for a sign-in link, nobody for a digest', async (t) => {
  const { outbox, server } = await housed(t);
  await outbox.enqueue([letter('digest-1'), letter('digest-2')], at(0));
  await outbox.enqueue([letter('sign-in')], at(1));
  await outbox.deliver(at(1));
  assert.deepEqual(keysOf(server.received), ['sign-in', 'digest-2', 'digest-1']);
});

test('calls that overlap share one round, and what the later call wants is in it', async (t) => {
  const { outbox, server } = await housed(t);
  await outbox.enqueue([letter('a'), letter('b')], at(0));
  const first = outbox.deliver(at(0));
  await outbox.enqueue([letter('c')], at(10));
  const second = outbox.deliver(at(10));
  assert.equal(second, first);
  assert.deepEqual(await second, { sent: 3, failed: 0, waiting: 0 });
  assert.equal(server.received.length, 3);
  assert.deepEqual(await outbox.deliver(at(10)), { sent: 0, failed: 0, waiting: 0 });
});

test('a full mailbox is tried again after 1, 5, 15, 60 minutes, 4 hours, then every 12, and after 5 days given up', async (t) => {
  const { outbox } = await housed(t, undefined, { onRcptTo: (_, __, done) => done(refusal(452, 'Full')) });
  await outbox.enqueue([letter('a')], at(0));
  const pauses: number[] = [];
  let minutes = 0;
  for (;;) {
    await outbox.deliver(at(minutes));
    const [account] = await outbox.accounts(1);
    if (account?.nextTryAt === undefined) break;
    assert.equal((await outbox.deliver(at(minutes))).failed, 0, 'not before its time');
    const pause = (Date.parse(account.nextTryAt) - start) / 60_000 - minutes;
    pauses.push(pause);
    minutes += pause;
  }
  assert.deepEqual(pauses, [1, 5, 15, 60, 240, ...Array(9).fill(720)]);
  const [account] = await outbox.accounts(1);
  assert.deepEqual([account?.standing, account?.attempts, account?.problem], ['given up', 15, '452 Full']);
  assert.ok(minutes <= 5 * 24 * 60);
});

test('a server that cannot be reached is asked once a round; when it is back everything leaves once', async (t) => {
  const gone = await startMailServer();
  await gone.close();
  const file = join(newFolder(t), 'outbox.db');
  const outbox = open(t, file, smtp(gone.url));
  await outbox.enqueue(
    ['a', 'b', 'c'].map((key) => letter(key)),
    at(0),
  );
  assert.deepEqual(await outbox.deliver(at(0)), { sent: 0, failed: 1, waiting: 3 });
  assert.match((await outbox.accounts(1))[0]?.problem ?? '', /ECONNREFUSED/);
  await outbox.close();
  const back = await startMailServer();
  t.after(() => back.close());
  const again = open(t, file, smtp(back.url));
  assert.deepEqual(await again.deliver(at(2)), { sent: 3, failed: 0, waiting: 0 });
  assert.deepEqual(keysOf(back.received).sort(), ['a', 'b', 'c']);
});

test('a letter that the server refuses for good is given up at once, in its words, and the others leave', async (t) => {
  const { outbox, server } = await housed(t, undefined, {
    onRcptTo: ({ address }, _, done) =>
      address.startsWith('gone') ? done(refusal(550, 'No such mailbox')) : done(),
  });
  await outbox.enqueue([letter('a', { to: 'gone@example.org' }), letter('b')], at(0));
  assert.deepEqual(await outbox.deliver(at(0)), { sent: 1, failed: 1, waiting: 0 });
  const accounts = await outbox.accounts(10);
  assert.deepEqual(
    accounts.map(({ key, standing, problem }) => [key, standing, problem]),
    [
      ['b', 'sent', undefined],
      ['a', 'given up', '550 No such mailbox'],
    ],
  );
  assert.deepEqual(keysOf(server.received), ['b']);
});

test('where the server fell silent after the message the letter is uncertain and stays so until a person decides', async (t) => {
  let silent = true;
  const { outbox, server } = await housed(t, async () => {
    if (silent) server.cut();
    return undefined;
  });
  await outbox.enqueue([letter('a')], at(0));
  assert.deepEqual(await outbox.deliver(at(0)), { sent: 0, failed: 1, waiting: 0 });
  silent = false;
  for (const minutes of [1, 60, 99_999]) await outbox.deliver(at(minutes));
  assert.equal(server.received.length, 1);
  assert.equal((await outbox.accounts(1))[0]?.standing, 'uncertain');
  assert.equal(await outbox.sendAgain('a', at(100_000)), true);
  await outbox.deliver(at(100_000));
  assert.equal((await outbox.accounts(1))[0]?.standing, 'sent');
  assert.deepEqual(
    [...server.counts().values()],
    [2],
    'under one Message-ID, so that a mailbox can tell the copy',
  );
  assert.equal(await outbox.sendAgain('a', at(100_001)), false);
});

test('a letter that is of no use any more is not sent', async (t) => {
  const { outbox, server } = await housed(t);
  await outbox.enqueue([letter('a', { goodUntil: at(15) }), letter('b', { goodUntil: at(16) })], at(0));
  await outbox.deliver(at(16));
  assert.deepEqual(keysOf(server.received), ['b']);
  assert.deepEqual(
    (await outbox.accounts(10)).map(({ standing }) => standing),
    ['sent', 'given up'],
  );
});

test('words are gone from the file once a letter has left, and a forgotten mailbox leaves only keys', async (t) => {
  const { outbox, file } = await housed(t, undefined, {
    onRcptTo: ({ address }, _, done) =>
      address.startsWith('desk') ? done() : done(refusal(550, `${address}?`)),
  });
  await outbox.enqueue([letter('left', { text: 'https://example.org/sign-in/s3cret' })], at(0));
  await outbox.deliver(at(0));
  await outbox.enqueue([letter('refused', { to: 'Awa.Toure@example.org' })], at(1));
  await outbox.deliver(at(1));
  await outbox.enqueue([letter('waits', { to: 'awa.toure@example.org' })], at(2));
  await outbox.forget('awa.toure@example.org');
  assert.deepEqual(await outbox.deliver(at(2)), { sent: 0, failed: 0, waiting: 0 });
  const accounts = await outbox.accounts(10);
  assert.deepEqual(
    accounts.map(({ key, to, standing }) => [key, to, standing]),
    [
      ['waits', '', 'given up'],
      ['refused', '', 'given up'],
      ['left', 'desk@example.org', 'sent'],
    ],
  );
  await outbox.close();
  assert.doesNotMatch(readFileSync(file, 'latin1'), /s3cret|toure|Words of/i);
});

test('closing waits for the letter that is on its way, and leaves the others for the next start', async (t) => {
  const { outbox, another, server } = await housed(t);
  await outbox.enqueue([letter('a'), letter('b')], at(0));
  const round = outbox.deliver(at(0));
  while ((await outbox.accounts(1))[0]?.attempts === 0) await new Promise(setImmediate);
  await outbox.close();
  assert.deepEqual(await round, { sent: 1, failed: 0, waiting: 1 });
  assert.deepEqual(await another().deliver(at(0)), { sent: 1, failed: 0, waiting: 0 });
  assert.deepEqual(keysOf(server.received), ['b', 'a']);
});

test('a file that is no outbox is left as it is; one of a newer program is not touched', (t) => {
  const folder = newFolder(t);
  const way = emlFolder(folder);
  const refused = (file: string, code: string) =>
    assert.throws(
      () => openOutbox({ file, transport: way, from: 'mail@example.org' }),
      (error) => error instanceof Fault && error.code === code,
      code,
    );
  const text = join(folder, 'text.db');
  writeFileSync(text, 'This is a letter to nobody. '.repeat(100));
  refused(text, 'logDamaged');
  const foreign = new DatabaseSync(join(folder, 'foreign.db'));
  foreign.exec('CREATE TABLE letter (a)');
  foreign.close();
  refused(join(folder, 'foreign.db'), 'logDamaged');
  const ours = join(folder, 'ours.db');
  void openOutbox({ file: ours, transport: way, from: 'mail@example.org' }).close();
  const newer = new DatabaseSync(ours);
  newer.exec('PRAGMA user_version = 99');
  newer.close();
  refused(ours, 'schemaTooNew');
  refused(join(folder, 'nowhere', 'outbox.db'), 'notAFile');
});
