import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import {
  awa,
  awaSignedIn,
  codeOf,
  isFault,
  newAccounts,
  office,
  password,
  sessionOf,
  ticketOf,
} from '../../tests/fixtures/accounts.ts';
import { stoppedClock } from '../kernel/clock.ts';
import { openAccounts } from './open-accounts.ts';

const clock = stoppedClock('2026-03-02T08:00:00.000Z');
const publicAddress = 'https://bridge.gov.example';

/** Every byte that is on disk, as text of one byte a letter. */
function bytesOf(file: string): string {
  const files = [file, `${file}-wal`].filter((one) => existsSync(one));
  return files.map((one) => readFileSync(one, 'latin1')).join('');
}

test('everything is there after a new start: person, password, session, letter, ticket, second factor', async (t) => {
  const house = await newAccounts(t);
  const { account, session } = await awaSignedIn(house);
  const { key } = await house.accounts.beginAuthenticator(session, password);
  await house.accounts.finishAuthenticator(session, codeOf(key, house.clock.now()));
  const ticket = ticketOf(await house.accounts.signIn(awa.email, password, office));
  const secret = await house.accounts.letter({ purpose: 'firstAdministrator' }, 60);
  await house.accounts.close();
  await house.accounts.close();
  house.later(1);
  const again = await house.another();
  assert.deepEqual(await again.find(account.id), { ...account, secondFactor: true });
  assert.equal((await again.session(session.token))?.formToken, session.formToken);
  assert.ok((await again.showCode(ticket, codeOf(key, house.clock.now()), office)).strong);
  assert.deepEqual(await again.useLetter(secret), { purpose: 'firstAdministrator' });
});

test('nothing on disk opens anything: tokens, tickets, letters, passwords and recovery codes are not there', async (t) => {
  const house = await newAccounts(t);
  const { accounts } = house;
  const { account, session } = await awaSignedIn(house);
  const { key } = await accounts.beginAuthenticator(session, password);
  const codes = await accounts.finishAuthenticator(session, codeOf(key, house.clock.now()));
  const ticket = ticketOf(await accounts.signIn(awa.email, password, office));
  const secret = await accounts.letter({ purpose: 'signIn', accountId: account.id }, 60);
  await assert.rejects(accounts.signIn(awa.email, 'a wrong guess', { network: '198.51.100.77' }));
  const bytes = bytesOf(house.file);
  assert.ok(bytes.includes(awa.email), 'the test reads the right bytes');
  const bare = codes.map((code) => code.replaceAll('-', ''));
  for (const text of [
    password,
    session.token,
    session.formToken,
    ticket,
    secret,
    '198.51.100.77',
    ...codes,
    ...bare,
  ]) {
    assert.equal(bytes.includes(text), false, text);
  }
});

test('of an erased person no byte is left, whatever the account had', async (t) => {
  const house = await newAccounts(t);
  const { accounts } = house;
  for (let other = 0; other < 60; other += 1) {
    await accounts.create({ ...awa, email: `person.${other}@gov.example`, name: `Person ${other}` });
  }
  const { account, session } = await awaSignedIn(house);
  const changed = await accounts.change(account.id, { name: 'Awa Ndiaye' });
  const invitation = {
    purpose: 'invitation',
    email: awa.email,
    post: 'focal-point-sn',
    deputy: false,
  } as const;
  const secrets = [
    await accounts.letter({ purpose: 'unsubscribe', accountId: account.id }, 60),
    await accounts.letter(invitation, 60),
  ];
  const { key } = await accounts.beginAuthenticator(session, password);
  await accounts.finishAuthenticator(session, codeOf(key, house.clock.now()));
  const db = new DatabaseSync(house.file, { readOnly: true });
  const kept = db
    .prepare('SELECT password_hash, key FROM account JOIN authenticator ON account_id = id')
    .get();
  db.close();
  const rawKey = Buffer.from(Object(kept).key).toString('latin1');
  await accounts.erase(account.id);
  const bytes = bytesOf(house.file);
  assert.ok(bytes.includes('person.7@gov.example'));
  const traces = [
    account.id,
    awa.email,
    'awa.diop',
    awa.name,
    changed.name,
    String(kept?.['password_hash']),
    rawKey,
  ];
  for (const trace of traces) assert.equal(bytes.includes(trace), false, trace);
  assert.equal(await accounts.find(account.id), undefined);
  assert.equal(await accounts.session(session.token), undefined);
  for (const secret of secrets) await assert.rejects(accounts.readLetter(secret), isFault('linkExpired'));
  await assert.rejects(accounts.signIn(awa.email, password, office), isFault('signInRefused'));
});

test('what holds no longer is removed when somebody signs in', async (t) => {
  const house = await newAccounts(t);
  await awaSignedIn(house);
  await house.accounts.letter({ purpose: 'firstAdministrator' }, 60);
  await assert.rejects(house.accounts.signIn(awa.email, 'a wrong guess', office));
  house.later(25 * 60);
  sessionOf(await house.accounts.signIn(awa.email, password, office));
  const db = new DatabaseSync(house.file, { readOnly: true });
  const count = (table: string) => Object(db.prepare(`SELECT count(*) AS count FROM ${table}`).get()).count;
  assert.deepEqual(['session', 'letter', 'failure'].map(count), [1, 0, 0]);
  db.close();
});

test('the file and the log ahead of it are for their owner alone', async (t) => {
  const { accounts, file } = await newAccounts(t);
  await accounts.create(awa);
  for (const one of [file, `${file}-wal`]) assert.equal(statSync(one).mode & 0o077, 0, one);
});

test('a foreign file is refused and left as it was', async (t) => {
  const { file } = await newAccounts(t);
  const foreign = `${file}.other`;
  const db = new DatabaseSync(foreign);
  db.exec('CREATE TABLE theirs (x); PRAGMA user_version = 1');
  db.close();
  const before = readFileSync(foreign);
  await assert.rejects(openAccounts({ file: foreign, clock, publicAddress }), isFault('notAFile'));
  assert.deepEqual(readFileSync(foreign), before);
  writeFileSync(`${file}.text`, 'no database, and longer than its header would be'.repeat(30));
  await assert.rejects(openAccounts({ file: `${file}.text`, clock, publicAddress }), isFault('notAFile'));
  await assert.rejects(
    openAccounts({ file: join(file, 'deeper'), clock, publicAddress }),
    isFault('notAFile'),
  );
});

test('a file of a newer program is refused', async (t) => {
  const { accounts, file, another } = await newAccounts(t);
  await accounts.close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 99');
  db.close();
  await assert.rejects(another(), isFault('schemaTooNew', { version: 99 }));
});

test('accounts in memory work like any other', async () => {
  const accounts = await openAccounts({ file: ':memory:', clock, publicAddress });
  const account = await accounts.create({ ...awa, password });
  sessionOf(await accounts.signIn(awa.email, password, office));
  await accounts.erase(account.id);
  assert.equal(await accounts.isEmpty(), true);
  assert.equal(accounts.signOn, undefined);
  await accounts.close();
});
