import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hotp, timeStep } from '../../src/accounts/internal/totp.ts';
import { openAccounts } from '../../src/accounts/open-accounts.ts';
import { accountsPart } from '../../src/accounts/store/migrations.ts';
import { databaseAddress } from '../../src/database/database-address.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { openPostgresTables } from '../../src/database/postgres-tables.ts';
import { stoppedClock } from '../../src/kernel/clock.ts';
import type { Letter } from '../../src/operations/ports/outbox.ts';
import type { Upload } from '../../src/operations/ports/uploads.ts';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { outboxPart } from '../../src/outbox/outbox-part.ts';
import { openUploads, uploadsPart } from '../../src/uploads/open-uploads.ts';
import { isFault } from '../fixtures/accounts.ts';
import { type PostgresServer, startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';
import { Mailbox } from '../fixtures/small-office.ts';

// Two nodes on one PostgreSQL: whatever is kept about people, mail and uploads, it does not matter which of them is asked.

const skip = withoutPostgres;
const password = 'seven wells and a pump';
const from = { network: '192.0.2.7' };
let server: PostgresServer;
const opened: Postgres[] = [];

before(async () => {
  if (!skip) server = await startPostgres();
});
after(async () => {
  for (const one of opened) await one.close();
  await server?.stop();
});

/** The same database as two nodes have it open. */
async function twoNodes(): Promise<readonly [Postgres, Postgres]> {
  const address = databaseAddress(await server.newDatabase());
  const nodes = [new Postgres({ address }), new Postgres({ address })] as const;
  opened.push(...nodes);
  return nodes;
}

async function twoAccounts() {
  const clock = stoppedClock('2026-03-02T08:00:00.000Z');
  const of = async (node: Postgres) =>
    openAccounts({
      file: '',
      tables: await openPostgresTables(node, accountsPart),
      clock,
      publicAddress: 'https://bridge.gov.example',
    });
  const [one, other] = await twoNodes();
  const [a, b] = await Promise.all([of(one), of(other)]);
  return { a, b, clock };
}

const awa = { email: 'awa@gov.example', name: 'Awa', language: 'fr', password } as const;

test('a session of one node holds at the other, and ends at both', { skip }, async () => {
  const { a, b } = await twoAccounts();
  const { id } = await a.create(awa);
  await assert.rejects(b.create({ ...awa, email: 'AWA@gov.example' }), isFault('accountExists'));
  await assert.rejects(b.signIn(awa.email, 'another password', from), isFault('signInRefused'));
  const made = await b.signIn(awa.email, password, from);
  assert.ok('session' in made);
  assert.equal((await a.session(made.session.token))?.account.id, id);
  assert.deepEqual([...(await a.named([id, 'nobody'])).keys()], [id]);
  await a.signOut(made.session.token);
  assert.equal(await b.session(made.session.token), undefined);
});

test('a second factor set up at one node is asked for at the other, and no code counts twice', {
  skip,
}, async () => {
  const { a, b, clock } = await twoAccounts();
  await a.create(awa);
  const made = await a.signIn(awa.email, password, from);
  assert.ok('session' in made);
  const { key } = await a.beginAuthenticator(made.session, password);
  const code = () => hotp(base32Bytes(key), timeStep(clock.now()), 6);
  const codes = await b.finishAuthenticator(made.session, code());
  assert.equal(codes.length, 10);
  const half = await a.signIn(awa.email, password, from);
  assert.ok('ticket' in half);
  await assert.rejects(b.showCode(half.ticket, code(), from), isFault('signInRefused'));
  clock.set('2026-03-02T08:01:00.000Z');
  assert.equal((await b.showCode(half.ticket, code(), from)).strong, true);
  await assert.rejects(a.showCode(half.ticket, codes[0] ?? '', from), isFault('linkExpired'));
});

test('of two who use one letter at two nodes one gets it; a hundred guesses at both count as a hundred', {
  skip,
}, async () => {
  const { a, b } = await twoAccounts();
  const { id } = await a.create(awa);
  const secret = await a.letter({ purpose: 'signIn', accountId: id }, 10);
  const ends = await Promise.allSettled([a, b].map((node) => node.signInByLetter(secret, from)));
  assert.deepEqual(ends.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const guesses = Array.from({ length: 40 }, (_, nth) =>
    (nth % 2 === 0 ? a : b).signIn(awa.email, `guess ${nth} of many`, from),
  );
  const refusals = (await Promise.allSettled(guesses)).map((end) =>
    end.status === 'rejected' ? end.reason.code : 'in',
  );
  assert.equal(refusals.filter((code) => code === 'signInRefused').length, 10);
  assert.equal(refusals.filter((code) => code === 'tooManyAttempts').length, 30);
});

test('a key made at one node opens the other; an erased person is gone from both', { skip }, async () => {
  const { a, b } = await twoAccounts();
  const { id } = await a.create(awa);
  const { key, secret } = await a.keys.make({
    account: id,
    post: 'focal-sn',
    name: 'till',
    scopes: ['write'],
    strong: false,
  });
  assert.equal((await b.keys.find(secret))?.id, key.id);
  await b.erase(id);
  assert.equal(await a.find(id), undefined);
  assert.equal(await a.keys.find(secret), undefined);
});

test('a named request under way at one node waits at the other, is answered there, and is taken over by one when its node is gone', {
  skip,
}, async () => {
  const { a, b, clock } = await twoAccounts();
  const asked = { name: 'n1', digest: 'd', head: 7 };
  assert.deepEqual(await a.requests.begin(asked), { is: 'new' });
  assert.deepEqual(await b.requests.begin(asked), { is: 'underWay' });
  const answer = { status: 201, headers: {}, body: '{}' };
  await a.requests.finish('n1', answer);
  assert.deepEqual(await b.requests.begin(asked), { is: 'done', answer });
  assert.deepEqual(await a.requests.begin({ ...asked, name: 'n2' }), { is: 'new' });
  clock.set('2026-03-02T08:02:00.000Z');
  assert.deepEqual(await b.requests.begin({ ...asked, name: 'n2' }), { is: 'broken', since: 7 });
  assert.deepEqual(await b.requests.begin({ ...asked, name: 'n2' }), { is: 'underWay' });
});

const letter = (key: string): Letter => ({
  key,
  to: 'desk@example.org',
  language: 'en',
  subject: key,
  text: key,
  html: `<p>${key}</p>`,
});

test('letters queued at both nodes leave once, whichever sends them', { skip }, async () => {
  const [one, other] = await twoNodes();
  const mailbox = new Mailbox();
  const of = async (node: Postgres) =>
    openOutbox({
      file: '',
      tables: await openPostgresTables(node, outboxPart),
      transport: mailbox,
      from: 'node@example.org',
    });
  const [a, b] = [await of(one), await of(other)];
  const keys = Array.from({ length: 40 }, (_, nth) => `note:${nth}`);
  const at = '2026-03-02T08:00:00.000Z';
  const taken = await Promise.all(
    keys.flatMap((key) => [a.enqueue([letter(key)], at), b.enqueue([letter(key)], at)]),
  );
  assert.equal(
    taken.reduce((sum, one) => sum + one, 0),
    40,
  );
  assert.equal(await b.lastQueued('note:3'), at);
  const rounds = await Promise.all([a.deliver(at), b.deliver(at)]);
  assert.equal(
    rounds.reduce((sum, { sent }) => sum + sent, 0),
    40,
  );
  assert.deepEqual(mailbox.letters.map(({ key }) => key).sort(), [...keys].sort());
  assert.deepEqual(new Set((await a.accounts(50)).map(({ standing }) => standing)), new Set(['sent']));
});

test('a workbook sent to one node and a form typed there are found at the other, and thrown away when their time is over', {
  skip,
}, async () => {
  const [one, other] = await twoNodes();
  const a = openUploads({ file: '', tables: await openPostgresTables(one, uploadsPart) });
  const b = openUploads({ file: '', tables: await openPostgresTables(other, uploadsPart) });
  const upload: Upload = {
    id: 'u1',
    post: 'focal-sn',
    account: 'x',
    file: 'w.xlsx',
    size: 3,
    language: 'fr',
    as: 'party',
    release: false,
    stage: 'waiting',
    at: '2026-03-02T08:00:00.000Z',
    until: '2026-03-03T08:00:00.000Z',
    rows: '[]',
  };
  await a.put(upload, new Uint8Array([1, 0, 255]));
  assert.deepEqual(await b.find('u1'), upload);
  assert.deepEqual([...((await b.bytes('u1')) ?? [])], [1, 0, 255]);
  await b.update({ ...upload, stage: 'written', release: true });
  await b.noteRecord('u1', { register: 'activity', recordId: 'wells', before: 2 });
  await a.noteRecord('u1', { register: 'activity', recordId: 'wells', before: 9 });
  assert.deepEqual(await a.records('u1'), [{ register: 'activity', recordId: 'wells', before: 2 }]);
  assert.equal((await a.ofPost('focal-sn'))[0]?.stage, 'written');
  const { at, until } = upload;
  const typed = (id: string) => ({
    ...{ id, account: 'x', fields: `title=${id}`, until },
    at: `2026-03-02T08:00:0${id.at(-1)}.000Z`,
  });
  for (const id of ['f1', 'f2', 'f3']) await a.keepForm(typed(id), 2);
  assert.deepEqual(await b.formOf('x', 'f3', at), typed('f3'));
  assert.equal(await b.formOf('y', 'f3', at), undefined);
  const held = await Promise.all(['f1', 'f2', 'f3'].map((id) => b.formOf('x', id, at)));
  assert.equal(held.filter((one) => one !== undefined).length, 2);
  await a.sweep('2026-03-04T00:00:00.000Z');
  assert.equal(await b.formOf('x', 'f3', at), undefined);
  assert.equal(await b.find('u1'), undefined);
});

/** The key of an authenticator as bytes (RFC 4648). */
function base32Bytes(text: string): Uint8Array {
  const bits = [...text.replaceAll(' ', '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

test('what somebody and a post want to hear of is the same at both nodes, with all that was kept', {
  skip,
}, async () => {
  const { a, b } = await twoAccounts();
  const wanted = {
    language: 'fr',
    profile: { kinds: ['need'] },
    words: 'eau',
    filters: { host: ['SN'] },
  } as const;
  const mine = await a.interests.add({ ...wanted, to: { email: 'awa@gov.example' }, told: 3 });
  await a.interests.add({ ...wanted, to: { post: 'focal-sn' }, told: 3 });
  assert.equal((await b.interests.confirmed()).length, 1, 'a post needs no confirmation');
  await b.interests.confirm(mine);
  for (const { id } of await b.interests.confirmed()) await b.interests.told(id, 9, ['pipes']);
  const kept = await a.interests.confirmed();
  assert.deepEqual(
    kept.map(({ id: _, to, ...rest }) => rest),
    [1, 2].map(() => ({ ...wanted, told: 9, named: ['pipes'] })),
  );
  assert.deepEqual(kept.map(({ to }) => Object.values(to)[0]).sort(), ['awa@gov.example', 'focal-sn']);
  await a.interests.end(mine);
  assert.equal((await b.interests.confirmed()).length, 1);
});
