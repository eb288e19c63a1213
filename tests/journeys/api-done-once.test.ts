import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openAccounts } from '../../src/accounts/open-accounts.ts';
import type { Office } from '../../src/operations/house.ts';
import type { Requests } from '../../src/operations/ports/requests.ts';
import { asks, joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { actOn, submitted, wells } from '../fixtures/wells.ts';

// A request that has an Idempotency-Key is done once, whatever becomes of its answer.

const office = await smallOffice();
const app = joinedDoors(office);
const [clerk, focal] = [await tokenOf(app, 'clerk-sn'), await tokenOf(app, 'focal-sn')];
after(() => office.log.close());
let made = 0;

interface Sent {
  readonly path: string;
  readonly method: string;
  readonly token: string;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
}

/** Requests of each kind that write, on something of their own. */
const kinds = {
  newRecord: async (id: string): Promise<Sent> => ({
    ...{ path: `/api/records/activity/${id}`, method: 'PUT', token: clerk, body: { values: wells() } },
    headers: { 'if-none-match': '*' },
  }),
  step: async (id: string): Promise<Sent> => {
    await submitted(office, id);
    const { seen } = actOn(office, id);
    return {
      path: `/api/records/activity/${id}/release`,
      method: 'POST',
      token: focal,
      body: { seen },
      headers: {},
    };
  },
  post: async (id: string): Promise<Sent> => {
    const title = { original: 'en', texts: { en: id } };
    const profile = {
      kind: 'contributor',
      title,
      country: 'SN',
      organisation: 'Office des puits',
      languages: ['fr'],
    };
    return { path: '/api/posts', method: 'POST', token: focal, body: { id, ...profile }, headers: {} };
  },
  words: async (id: string): Promise<Sent> => {
    const [on, text] = [
      { kind: 'word', forms: { en: id } },
      { original: 'en', texts: { en: 'As we see it' } },
    ];
    return { path: '/api/reservations', method: 'POST', token: focal, body: { on, text }, headers: {} };
  },
} as const;
type Kind = keyof typeof kinds;

function send(door: typeof app, { path, ...request }: Sent, key: string): Promise<Response> {
  return asks(door, path, { ...request, headers: { ...request.headers, 'idempotency-key': key } });
}

function fresh(): string {
  made += 1;
  return `once-${made}`;
}

for (const kind of Object.keys(kinds) as Kind[]) {
  test(`${kind}: asked again it gets the same answer, byte for byte, and nothing more is written`, async () => {
    const sent = await kinds[kind](fresh());
    const first = await send(app, sent, `again ${kind}`.replace(' ', '-'));
    assert.ok(first.ok, String(first.status));
    const head = await office.log.head();
    const second = await send(app, sent, `again-${kind}`);
    assert.equal(second.headers.get('idempotent-replayed'), 'true');
    assert.deepEqual([second.status, await second.text()], [first.status, await first.text()]);
    assert.equal(second.headers.get('etag'), first.headers.get('etag'));
    assert.equal(await office.log.head(), head);
  });
}

test('the same key with another body, address or condition is refused; another caller’s key is another key', async () => {
  const sent = await kinds.newRecord(fresh());
  assert.equal((await send(app, sent, 'mine')).status, 201);
  for (const other of [
    { ...sent, body: { values: { ...wells(), title: { original: 'en', texts: { en: 'Other' } } } } },
    { ...sent, path: `${sent.path}-2` },
    { ...sent, headers: { 'if-match': '"x.1"' } },
  ]) {
    const answer = await send(app, other, 'mine');
    assert.equal(answer.status, 422);
    assert.equal(((await answer.json()) as { code: string }).code, 'requestReused');
  }
  const words = await kinds.words(fresh());
  assert.equal((await send(app, words, 'mine')).status, 200);
});

test('a refusal is repeated too', async () => {
  const sent = await kinds.newRecord(fresh());
  await send(app, sent, 'first');
  const refused = await send(app, sent, 'second');
  assert.equal(refused.status, 412);
  const again = await send(app, sent, 'second');
  assert.equal(again.headers.get('idempotent-replayed'), 'true');
  assert.deepEqual(await again.json(), await refused.json());
});

test('a key that is made is told once: asked again, the answer says that it is not kept', async () => {
  const sent = {
    path: '/api/posts/clerk-sn/keys',
    method: 'POST',
    token: clerk,
    body: { name: 'once', scopes: [] },
    headers: {},
  };
  assert.equal((await send(app, sent, 'key')).status, 201);
  const again = await send(app, sent, 'key');
  assert.deepEqual([again.status, ((await again.json()) as { code: string }).code], [409, 'answerNotKept']);
});

test('two at once are one: the other is told that it is under way, or gets the same answer', async () => {
  const sent = await kinds.newRecord(fresh());
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(app, sent, 'at-once')));
  const statuses = answers.map(({ status }) => status);
  assert.ok(
    statuses.every((status) => status === 201 || status === 409),
    String(statuses),
  );
  assert.ok(statuses.includes(201));
});

test('whenever the program breaks, and however often, a request asked again until it is answered is done once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-once-'));
  after(() => rm(folder, { recursive: true }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(kinds) as Kind[])),
      fc.array(fc.constantFrom('before', 'after'), { minLength: 1, maxLength: 3 }),
      async (kind, breaks) => {
        const id = fresh();
        const sent = await kinds[kind](id);
        const file = join(folder, `${id}.db`);
        for (const moment of breaks) await broken(file, moment, sent, id);
        const written = breaks.includes('after');
        const head = await office.log.head();
        const answer = await throughNew(file, (door) => send(door, sent, id));
        assert.ok(answer.ok, `${kind} ${breaks}: ${answer.status} ${await answer.clone().text()}`);
        assert.equal((await office.log.head()) - head, written ? 0 : 1);
        const again = await throughNew(file, (door) => send(door, sent, id));
        assert.deepEqual([again.status, await again.text()], [answer.status, await answer.text()]);
        assert.equal(again.headers.get('idempotent-replayed'), 'true');
      },
    ),
    { numRuns: 25 },
  );
});

/** The request meets a program that breaks down before it does it, or after it has written and before it answers. */
async function broken(file: string, moment: 'before' | 'after', sent: Sent, key: string): Promise<void> {
  const never = new Error('broke down');
  await throughNew(file, async (_, whole) => {
    const requests: Requests = {
      ...whole.accounts.requests,
      finish: () => Promise.reject(never),
      leave: () => Promise.reject(never),
      forget: () => Promise.reject(never),
    };
    const append: Office['log']['append'] = (...given) =>
      moment === 'before' ? Promise.reject(never) : office.log.append(...given);
    const log = new Proxy(office.log, {
      get: (target, name) => {
        const member: unknown = name === 'append' ? append : Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    const breaking = joinedDoors(
      { ...whole, log, accounts: { ...whole.accounts, requests } },
      10_000,
      () => undefined,
    );
    const answer = await send(breaking, sent, key);
    assert.ok(answer.status === 500 || answer.ok, String(answer.status));
  });
}

/** The same office in a program that was just started: what it kept of requests is on disk, sessions as they were. */
async function throughNew<T>(
  file: string,
  work: (door: typeof app, whole: SmallOffice) => Promise<T>,
): Promise<T> {
  const { requests, close } = await openAccounts({
    file,
    clock: office.clock,
    publicAddress: office.publicAddress,
  });
  const whole = { ...office, accounts: { ...office.accounts, requests } };
  try {
    return await work(joinedDoors(whole), whole);
  } finally {
    await close();
  }
}
