import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { Fault } from '../../src/kernel/fault.ts';
import type { RecordKey } from '../../src/lifecycle/revision.ts';
import type { NewEntry, RecordLog, Unmoved } from '../../src/operations/ports.ts';
import { joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { withoutPostgres } from '../fixtures/postgres-server.ts';
import { english } from '../fixtures/small-house.ts';
import { people, smallOffice } from '../fixtures/small-office.ts';
import { twoEngines } from '../fixtures/two-engines.ts';
import { intake, revision, withdrawn } from './record-log.ts';

// The same is asked of both engines, and the answers have to be the same: of the log itself, and through the doors.
// 10,000 sequences of each: SOUTHBRIDGE_SEQUENCES=10000 node --test tests/contracts/engines-agree.test.ts

const sequences = Number(process.env['SOUTHBRIDGE_SEQUENCES'] ?? 150);
const skip = withoutPostgres;
const names = ['a', 'b', 'c'] as const;

/** How a sequence names a record: its own three, and one that all sequences share. */
const id = fc.constantFrom<(mine: string) => string>(
  ...names.map((name) => (mine: string) => `${mine}-${name}`),
  () => 'common',
);
const key = fc.record({
  scheme: fc.constantFrom('iati', 'x:y', 'n\u0000'),
  value: fc.constantFrom('K', 'L', 'نص', 'a\u0000b', '\ud800', 'k'.repeat(3000)),
});
const salt = fc.string({ minLength: 22, maxLength: 22, unit: fc.constantFrom(...'abcXYZ019-_') });
const entry = fc.record({
  kind: fc.constantFrom('revision', 'revision', 'revision', 'event', 'intake'),
  id,
  /** How far from the next number. */
  off: fc.constantFrom(0, 0, 0, 0, 0, 1, -1),
  keys: fc.array(key, { maxLength: 2 }),
  title: fc.string({ unit: 'binary', maxLength: 12 }),
  kept: fc.option(fc.uint8Array({ minLength: 1, maxLength: 20 }), { nil: undefined }),
  salt,
});
type DrawnEntry = typeof entry extends fc.Arbitrary<infer T> ? T : never;
const operation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      verb: fc.constant('append' as const),
      entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
      unmoved: fc.array(fc.record({ id, off: fc.constantFrom(0, 0, 0, 1) }), { maxLength: 1 }),
    }),
  },
  fc.record({
    verb: fc.constantFrom('latest', 'kept', 'revisions', 'history'),
    ids: fc.array(id, { minLength: 1, maxLength: 4 }),
    number: fc.integer({ min: -1, max: 4 }),
  }),
  fc.record({
    verb: fc.constant('since' as const),
    back: fc.integer({ min: 0, max: 20 }),
    limit: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ verb: fc.constant('findByKeys' as const), keys: fc.array(key, { maxLength: 4 }) }),
  fc.record({
    verb: fc.constant('intakes' as const),
    limit: fc.integer({ min: 0, max: 3 }),
    file: fc.option(fc.constantFrom('f0', 'a"1', '\u0000'), { nil: undefined }),
  }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

/** What came of it, so that it can be compared: an answer, or a refusal with all that it says. */
async function outcome(asked: Promise<unknown>): Promise<unknown> {
  try {
    const answer = await asked;
    return answer instanceof Map ? [...answer] : answer;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { fault: error.code, params: error.params };
  }
}

function entryOf(
  { kind, id: name, keys, title, kept, salt: given }: DrawnEntry,
  mine: string,
  number: number,
): NewEntry {
  const recordId = name(mine);
  if (kind === 'event') return { ...withdrawn(recordId, keys), salt: given };
  if (kind === 'intake') return { ...intake(title, title.length > 6 ? 'a"1' : 'f0'), salt: given };
  const made = revision(recordId, number, keys, { title });
  const beside =
    kept === undefined ? {} : { kept: { form: 'iati', sha256: hash('sha256', kept), bytes: kept } as const };
  return { ...made, ...beside, salt: given } as NewEntry;
}

/** The same question, as a function of the log that is asked. */
async function questionOf(
  model: RecordLog,
  drawn: Operation,
  mine: string,
): Promise<(log: RecordLog) => Promise<unknown>> {
  switch (drawn.verb) {
    case 'append': {
      const numbers = new Map<string, number>();
      for (const { id: name } of drawn.entries)
        numbers.set(name(mine), (await model.latest([name(mine)])).get(name(mine))?.number ?? 0);
      const entries = drawn.entries.map((one) => {
        const next = (numbers.get(one.id(mine)) ?? 0) + (one.kind === 'revision' ? 1 : 0);
        numbers.set(one.id(mine), next);
        return entryOf(one, mine, next + one.off);
      });
      const unmoved: Unmoved[] = [];
      for (const { id: name, off } of drawn.unmoved)
        unmoved.push({
          recordId: name(mine),
          seq: ((await model.history(name(mine))).at(-1)?.seq ?? 0) + off,
        });
      return (log) => log.append(entries, unmoved);
    }
    case 'since': {
      const from = (await model.head()) - drawn.back;
      return (log) => log.since(from, drawn.limit);
    }
    case 'findByKeys':
      return (log) => log.findByKeys(drawn.keys as readonly RecordKey[]);
    case 'intakes':
      return (log) => log.intakes(drawn.limit, drawn.file);
    default: {
      const ids = drawn.ids.map((name) => name(mine));
      const [first = ''] = ids;
      const wanted = [{ id: first, number: drawn.number }];
      if (drawn.verb === 'latest') return (log) => log.latest(ids);
      if (drawn.verb === 'history') return (log) => log.history(first);
      return drawn.verb === 'kept' ? (log) => log.kept(wanted) : (log) => log.revisions(wanted);
    }
  }
}

test(`both engines give the same answers to ${sequences} random sequences, and the same digests`, {
  skip,
}, async (t) => {
  const { sqlite, postgres, close } = await twoEngines();
  let nth = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 12 }), async (drawn) => {
        nth += 1;
        for (const one of drawn) {
          const question = await questionOf(sqlite, one, `s${nth}`);
          const [right, got] = [await outcome(question(sqlite)), await outcome(question(postgres))];
          assert.deepEqual(got, right);
        }
        assert.equal(await postgres.head(), await sqlite.head());
      }),
      { numRuns: sequences, endOnFailure: true },
    );
    const reports = [await sqlite.verify(() => undefined), await postgres.verify(() => undefined)];
    assert.deepEqual(reports[1], reports[0]);
    assert.deepEqual(await entriesOf(postgres), await entriesOf(sqlite));
    t.diagnostic(`${nth} sequences, ${await sqlite.head()} entries, 0 differences`);
  } finally {
    await close();
  }
});

/** One digest over all entries as text: the chain of each engine was checked by `verify`. */
async function entriesOf(log: RecordLog): Promise<string> {
  let digest = '';
  for (let seq = 0, page = await log.since(seq, 500); page.length > 0; page = await log.since(seq, 500)) {
    digest = hash('sha256', digest + JSON.stringify(page));
    seq = page.at(-1)?.seq ?? seq;
  }
  return digest;
}

/** Accounts are the one thing that is made by chance, in each node its own. */
const accountId = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Of a body with salts that each node has drawn for itself. */
const erasedBody = /"sha256":"[0-9a-f]{64}"/g;

const participants = [
  { country: 'SN', role: 'provider' },
  { country: 'BR', role: 'recipient' },
];
const who = fc.constantFrom('nobody', ...people.map(({ id: post }) => post));
const words = [
  'submit',
  'return',
  'release',
  'confirm',
  'dispute',
  'withdraw',
  'archive',
  'erase',
  'withdraw-claim',
] as const;
const request = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('put' as const),
      who,
      place: id,
      title: fc.constantFrom('Wells', 'Salt', 'Milk'),
      figure: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('step' as const),
      who,
      place: id,
      word: fc.constantFrom(...words),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('look' as const),
      who,
      place: id,
      at: fc.constantFrom('record', 'history', 'revision'),
    }),
  },
  fc.record({
    is: fc.constant('ask' as const),
    who,
    at: fc.constantFrom(
      '/api/search?q=wells',
      '/api/records?limit=5',
      '/api/desk',
      '/api/posts',
      '/health',
      '/oai?verb=Identify',
      '/en/search.csv?q=salt',
      '/api/search?country=SN',
    ),
  }),
);
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

/** One node over one engine, and the tokens of its people. */
async function doorsOver(log: RecordLog): Promise<(drawn: Request, mine: string) => Promise<unknown>> {
  const app = joinedDoors(await smallOffice(log));
  const tokens = new Map<string, string>();
  for (const { id: post } of people) tokens.set(post, await tokenOf(app, post));
  return async (drawn, mine) => {
    const token = tokens.get(drawn.who);
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await asked(app, drawn, mine, headers);
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      text: (await answer.text()).replace(accountId, 'account').replace(erasedBody, ''),
    };
  };
}

async function asked(
  app: Hono,
  drawn: Request,
  mine: string,
  headers: Record<string, string>,
): Promise<Response> {
  if (drawn.is === 'ask') return app.request(drawn.at, { headers });
  const address = `/api/records/activity/${drawn.place(mine)}`;
  if (drawn.is === 'look') {
    const rest = { record: '', history: '/history', revision: '/revisions/1' }[drawn.at] ?? '';
    return app.request(`${address}${rest}`, { headers });
  }
  const etag = (await app.request(address, { headers })).headers.get('etag');
  const condition: Record<string, string> = etag === null ? { 'if-none-match': '*' } : { 'if-match': etag };
  const send = (path: string, method: string, body: object) =>
    app.request(path, {
      method,
      headers: { ...headers, ...condition, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  if (drawn.is === 'put') {
    const values = {
      title: english(drawn.title),
      participants,
      contacts: [{ person: `${drawn.title} ${drawn.figure}` }],
      quantities: [{ value: drawn.figure, unit: english('wells'), basis: 'counted' }],
    };
    return send(address, 'PUT', { values });
  }
  const objections = [{ field: 'quantities', note: 'Not so.' }];
  const bodies: Readonly<Record<string, object>> = {
    dispute: { revision: 1, objections },
    erase: { field: 'contacts', because: 'asked', extent: 'all' },
  };
  return send(`${address}/${drawn.word}`, 'POST', bodies[drawn.word] ?? {});
}

test(`both engines give the same answers through the doors to ${sequences} random sequences`, {
  skip,
  timeout: 3_600_000,
}, async (t: TestContext) => {
  const { sqlite, postgres, close } = await twoEngines();
  const statuses = new Map<number, number>();
  let nth = 0;
  try {
    const [right, got] = [await doorsOver(sqlite), await doorsOver(postgres)];
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 8 }), async (drawn) => {
        nth += 1;
        for (const one of drawn) {
          const mine = `s${nth % 400}`;
          const answers = [await right(one, mine), await got(one, mine)] as const;
          assert.deepEqual(answers[1], answers[0]);
          const { status } = answers[0] as { status: number };
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }),
      { numRuns: sequences, endOnFailure: true },
    );
    assert.ok((statuses.get(200) ?? 0) > 0 && (statuses.get(201) ?? 0) > 0, JSON.stringify([...statuses]));
    t.diagnostic(
      `${nth} sequences, ${await sqlite.head()} entries, 0 differences; answers by status ${JSON.stringify([...statuses])}`,
    );
  } finally {
    await close();
  }
});
