import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Fault } from '../../src/kernel/fault.ts';
import type { RecordKey } from '../../src/lifecycle/revision.ts';
import type { NewEntry, RecordLog } from '../../src/operations/ports.ts';
import { erasing } from './record-log-erasing.ts';

/** What a store has to offer so that the contract can be tried on it. */
export interface LogUnderTest {
  readonly log: RecordLog;
  /** One more handle on the same store, as another process would have. */
  another(): Promise<RecordLog>;
  /** Runs SQL on the store past the port, with all its guards in force. */
  attempt(sql: string): Promise<void>;
  /** The same with the guards taken away: what somebody with the disk in hand can do. */
  tamper(sql: string): Promise<void>;
  /** Closes every handle and removes the store. */
  drop(): Promise<void>;
}

const at = '2024-05-06T07:08:09.000Z';
const post = 'focal-point-ml';

export function revision(
  recordId: string,
  number: number,
  keys: readonly RecordKey[] = [],
  values: Readonly<Record<string, unknown>> = { title: `${recordId} ${number}` },
): NewEntry {
  const origin = { door: 'import', standing: 'thirdParty', file: 'table.csv', place: '7' } as const;
  return {
    kind: 'revision',
    revision: { recordId, register: 'activity', number, version: 1, values, post, at, origin },
    keys,
  };
}

export function withdrawn(recordId: string, keys?: readonly RecordKey[]): NewEntry {
  const event = { type: 'withdrawn', recordId, register: 'activity', post, at } as const;
  return keys === undefined ? { kind: 'event', event } : { kind: 'event', event, keys };
}

export function intake(file: string, sha256 = 'f0'): NewEntry {
  const refused = [{ place: '3', raw: 'a;b', findings: [] }];
  return {
    kind: 'intake',
    intake: { at, post, file, sha256, complete: true, counts: { created: 1, refused: 1 }, refused },
  };
}

function isFault(code: string, params: object = {}): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof Fault, String(error));
    assert.equal(error.code, code);
    assert.partialDeepStrictEqual(error.params, params);
    return true;
  };
}

/** What every store of entries has to keep, whatever it is made of. */
export function recordLogContract(name: string, open: () => Promise<LogUnderTest>): void {
  const rule = (says: string, check: (store: LogUnderTest) => Promise<void>) =>
    test(`${name}: ${says}`, async () => {
      const store = await open();
      try {
        await check(store);
      } finally {
        await store.drop();
      }
    });
  appending(rule);
  refusing(rule);
  reading(rule);
  keepingValues(rule);
  keys(rule);
  verifying(rule);
  erasing(rule);
}

type Rule = (says: string, check: (store: LogUnderTest) => Promise<void>) => void;

function appending(rule: Rule): void {
  rule('an empty log stands at 0 and an append of nothing leaves it there', async ({ log }) => {
    assert.equal(await log.head(), 0);
    assert.deepEqual(await log.append([]), []);
    assert.equal(await log.head(), 0);
  });

  rule('entries are numbered 1, 2, 3 … across appends', async ({ log }) => {
    const first = await log.append([revision('a', 1), withdrawn('a')]);
    const second = await log.append([intake('x.csv')]);
    assert.deepEqual(
      [...first, ...second].map(({ seq }) => seq),
      [1, 2, 3],
    );
    assert.equal(await log.head(), 3);
    assert.deepEqual(await log.since(0, 10), [...first, ...second]);
  });

  rule('every entry gets a salt of its own, and one that it brings is kept', async ({ log }) => {
    const [first, second] = await log.append([revision('a', 1), intake('x.csv')]);
    assert.match(first?.salt ?? '', /^[\w-]{22}$/);
    assert.notEqual(first?.salt, second?.salt);
    await log.append([{ ...withdrawn('a'), salt: 'AAAAAAAAAAAAAAAAAAAAAA' }]);
    const [copied] = await log.append([{ ...revision('b', 1), salt: '' }]);
    assert.ok(
      copied !== undefined && !('salt' in copied),
      'one that is copied and never had any stays without',
    );
    const entries = await log.since(0, 10);
    assert.deepEqual(
      entries.map(({ salt }) => salt),
      [first?.salt, second?.salt, 'AAAAAAAAAAAAAAAAAAAAAA', undefined],
    );
    assert.deepEqual(entries[3], copied);
  });

  rule('what was appended is there when the store is opened again', async ({ log, another }) => {
    const written = await log.append([
      revision('a', 1, [{ scheme: 'iati', value: 'ML-1' }]),
      intake('x.csv'),
    ]);
    await log.close();
    const again = await another();
    assert.deepEqual(await again.since(0, 10), written);
    assert.equal((await again.append([revision('a', 2)]))[0]?.seq, 3);
    assert.deepEqual((await again.verify(() => {})).damage, []);
  });

  rule('a batch with one taken number writes nothing at all', async ({ log }) => {
    await log.append([revision('a', 1)]);
    const batch = [revision('b', 1, [{ scheme: 's', value: 'b' }]), revision('a', 1), revision('c', 1)];
    await assert.rejects(log.append(batch), isFault('revisionMoved', { recordId: 'a', number: 1, right: 2 }));
    assert.equal(await log.head(), 1);
    assert.equal((await log.latest(['b', 'c'])).size, 0);
    assert.equal((await log.findByKeys([{ scheme: 's', value: 'b' }])).size, 0);
    assert.equal((await log.append(batch.slice(0, 1)))[0]?.seq, 2);
  });
}

function refusing(rule: Rule): void {
  rule('a revision number that leaves a gap is refused, also within one batch', async ({ log }) => {
    for (const number of [0, 2, -1, 1.5]) {
      await assert.rejects(
        log.append([revision('a', number)]),
        isFault('revisionMoved', { number, right: 1 }),
      );
    }
    await assert.rejects(log.append([revision('a', 1), revision('a', 3)]), isFault('revisionMoved'));
    await log.append([revision('a', 1), revision('a', 2)]);
    assert.equal((await log.latest(['a'])).get('a')?.number, 2);
  });

  rule('a record id that could not stand in an address is refused', async ({ log }) => {
    for (const id of ['', 'A b', 'a/b', 'a\u0000', '\ud800']) {
      await assert.rejects(log.append([revision(id, 1)]), isFault('invalid', { place: 'recordId' }));
    }
    assert.equal(await log.head(), 0);
  });

  rule('of two appends of the same revision exactly one wins, 200 times', async ({ log, another }) => {
    const other = await another();
    for (let number = 1; number <= 200; number += 1) {
      const racers = number % 2 === 0 ? [log, other] : [other, log];
      const ends = await Promise.allSettled(racers.map((racer) => racer.append([revision('a', number)])));
      assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
      for (const end of ends) if (end.status === 'rejected') isFault('revisionMoved', { number })(end.reason);
    }
    assert.equal(await log.head(), 200);
    assert.deepEqual((await other.verify(() => {})).damage, []);
  });

  rule('nothing that is written can be updated, deleted, replaced or slipped in', async (store) => {
    await store.log.append([revision('a', 1, [{ scheme: 's', value: 'v' }]), withdrawn('a')]);
    const before = await store.log.since(0, 10);
    const columns = '(seq, kind, record_id, register, number, at, post, body, digest)';
    for (const sql of [
      "UPDATE entry SET body = '{}' WHERE seq = 1",
      "UPDATE entry SET post = 'me'",
      'DELETE FROM entry WHERE seq = 2',
      'DELETE FROM entry',
      "UPDATE record_key SET record_id = 'b'",
      'DELETE FROM record_key',
      `INSERT INTO entry ${columns} VALUES (9, 'event', 'a', 'r', NULL, 't', 'p', '{}', 'd')`,
      `INSERT INTO entry ${columns} VALUES (3, 'revision', 'a', 'r', 3, 't', 'p', '{}', 'd')`,
    ]) {
      await assert.rejects(store.attempt(sql), Error, sql);
    }
    assert.deepEqual(await store.log.since(0, 10), before);
    assert.deepEqual((await store.log.verify(() => {})).damage, []);
  });
}

function reading(rule: Rule): void {
  rule('since gives pages in order that join without gap or overlap', async ({ log }) => {
    await log.append(Array.from({ length: 25 }, (_, i) => revision(`r-${i}`, 1)));
    const seen: number[] = [];
    for (let seq = 0, page = await log.since(seq, 7); page.length > 0; page = await log.since(seq, 7)) {
      assert.ok(page.length <= 7);
      seen.push(...page.map((entry) => entry.seq));
      seq = page.at(-1)?.seq ?? seq;
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 25 }, (_, i) => i + 1),
    );
    assert.deepEqual(await log.since(25, 7), []);
  });

  rule('latest gives the newest revision of each record and leaves absent ones out', async ({ log }) => {
    await log.append([revision('a', 1), revision('b', 1), revision('a', 2), withdrawn('a'), intake('x')]);
    const found = await log.latest(['a', 'b', 'nobody', 'a']);
    assert.deepEqual(
      [...found].map(([id, { number }]) => [id, number]),
      [
        ['a', 2],
        ['b', 1],
      ],
    );
    assert.equal((await log.latest([])).size, 0);
  });

  rule('latest answers for more records than one turn looks up', async ({ log }) => {
    const ids = Array.from({ length: 1203 }, (_, i) => `r-${i}`);
    await log.append(ids.map((id) => revision(id, 1)));
    assert.deepEqual([...(await log.latest(ids)).keys()], ids);
  });

  rule('history gives revisions and events of one record in order and no other', async ({ log }) => {
    await log.append([revision('a', 1), revision('b', 1), withdrawn('a'), revision('a', 2)]);
    assert.deepEqual(
      (await log.history('a')).map(({ seq }) => seq),
      [1, 3, 4],
    );
    assert.deepEqual(await log.history('nobody'), []);
  });

  rule('intakes come newest first, with their refused rows', async ({ log }) => {
    await log.append([intake('1.csv'), revision('a', 1), intake('2.csv'), intake('3.csv')]);
    const two = await log.intakes(2);
    assert.deepEqual(
      two.map(({ file }) => file),
      ['3.csv', '2.csv'],
    );
    assert.deepEqual(two[0]?.refused, [{ place: '3', raw: 'a;b', findings: [] }]);
  });

  rule('intakes of one file alone are found by its digest', async ({ log }) => {
    await log.append([intake('1.csv', 'a1'), intake('2.csv', 'b2'), intake('1-again.csv', 'a1')]);
    const files = async (sha256: string) => (await log.intakes(9, sha256)).map(({ file }) => file);
    assert.deepEqual(await files('a1'), ['1-again.csv', '1.csv']);
    assert.deepEqual(await files('c3'), []);
  });
}

function keepingValues(rule: Rule): void {
  rule('any values come back as they were given, in their order', async ({ log }) => {
    // `__proto__` in a literal would set a prototype; JSON has no -0.
    const values = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ noUnicodeString: false }), {
      noNullPrototype: true,
    });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(values, async (given) => {
        const plain: Record<string, unknown> = JSON.parse(JSON.stringify(given));
        number += 1;
        await log.append([revision('a', number, [], plain)]);
        const back = (await log.latest(['a'])).get('a')?.values;
        assert.deepEqual(back, plain);
        assert.equal(JSON.stringify(back), JSON.stringify(plain));
      }),
      { numRuns: 100 },
    );
    assert.deepEqual((await log.verify(() => {})).damage, []);
  });

  rule('lone surrogates and zero characters in a text are kept', async ({ log }) => {
    const title = 'a\ud800b\u0000c\udfff😀';
    await log.append([revision('a', 1, [], { title })]);
    assert.equal((await log.latest(['a'])).get('a')?.values['title'], title);
  });
}

function keys(rule: Rule): void {
  const key = (value: string, scheme = 'iati') => ({ scheme, value });

  rule('a key leads to the record of the newest entry that carries it', async ({ log }) => {
    await log.append([revision('a', 1, [key('K'), key('L')]), revision('b', 1)]);
    assert.equal((await log.findByKeys([key('K')])).get('iati:K'), 'a');
    await log.append([withdrawn('b', [key('K')])]);
    const found = await log.findByKeys([key('K'), key('L'), key('K', 'other'), key('')]);
    assert.deepEqual(
      [...found],
      [
        ['iati:K', 'b'],
        ['iati:L', 'a'],
      ],
    );
  });

  rule('a key given twice in one entry counts once', async ({ log }) => {
    await log.append([revision('a', 1, [key('K'), key('K')])]);
    assert.deepEqual((await log.verify(() => {})).damage, []);
  });

  rule('a key of any characters is found again', async ({ log }) => {
    const odd = [
      key('x:y', 'a'),
      key('y', 'a:x'),
      key('نص'),
      key('a\u0000b'),
      key('a'),
      key("'; --"),
      key('\ud800'),
    ];
    await log.append(odd.map((one, i) => revision(`r-${i}`, 1, [one])));
    for (const [i, one] of odd.entries()) {
      assert.deepEqual([...(await log.findByKeys([one])).values()], [`r-${i}`]);
    }
  });
}

/** What was done past the port, the SQL, and where `verify` has to say what. */
const tampering: readonly (readonly [string, string, number, string])[] = [
  ['an edited body', "UPDATE entry SET body = replace(body, 'a 2', 'z 2') WHERE seq = 5", 5, 'digest'],
  ['an edited column', "UPDATE entry SET post = 'nobody' WHERE seq = 6", 6, 'columns'],
  ['an edited digest', "UPDATE entry SET digest = 'f0' WHERE seq = 7", 7, 'digest'],
  ['a body that is no JSON', "UPDATE entry SET body = '{' WHERE seq = 4", 4, 'body'],
  ['a body that is no entry', "UPDATE entry SET body = 'null' WHERE seq = 4", 4, 'body'],
  ['a body of no known kind', `UPDATE entry SET body = '{"kind":"x"}' WHERE seq = 4`, 4, 'body'],
  ['a deleted entry', 'DELETE FROM entry WHERE seq = 8', 8, 'missing'],
  ['a deleted first entry', 'DELETE FROM entry WHERE seq = 1', 1, 'missing'],
  ['a deleted revision', 'DELETE FROM entry WHERE seq = 5', 9, 'number'],
  ['an entry far out', 'UPDATE entry SET seq = 9000000000 WHERE seq = 12', 12, 'missing'],
  ['an entry before the first', 'UPDATE entry SET seq = -5 WHERE seq = 12', -5, 'digest'],
  [
    'two entries changed about',
    'UPDATE entry SET seq = -3 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = 4; UPDATE entry SET seq = 4 WHERE seq = -3',
    3,
    'digest',
  ],
  ['an edited revision number', 'UPDATE entry SET number = 7 WHERE seq = 10', 10, 'number'],
  ['a deleted key', "DELETE FROM record_key WHERE value = 'a2'", 5, 'keys'],
  ['a key led elsewhere', "UPDATE record_key SET record_id = 'b' WHERE value = 'a2'", 5, 'keys'],
  [
    'a slipped in key',
    "INSERT INTO record_key (scheme, value, seq, record_id) VALUES ('s', 'x', 2, 'a')",
    2,
    'strayKey',
  ],
];

async function fill(log: RecordLog): Promise<void> {
  for (let round = 1; round <= 3; round += 1) {
    await log.append([
      revision('a', round, [{ scheme: 's', value: `a${round}` }]),
      revision('b', round),
      withdrawn('a'),
      intake(`${round}.csv`),
    ]);
  }
}

function verifying(rule: Rule): void {
  rule('verify counts what it read, tells how far it is, and finds a whole log whole', async ({ log }) => {
    await fill(log);
    await log.append(Array.from({ length: 600 }, (_, i) => revision(`r-${i}`, 1)));
    const told: [number, number][] = [];
    const report = await log.verify((done, all) => told.push([done, all]));
    assert.deepEqual(report, { entries: 612, revisions: 606, records: 602, lastSeq: 612, damage: [] });
    assert.deepEqual(told.at(-1), [612, 612]);
    assert.ok(told.length > 1);
  });

  for (const [what, sql, seq, problem] of tampering) {
    rule(`verify finds ${what}`, async (store) => {
      await fill(store.log);
      await store.tamper(sql);
      const { damage } = await store.log.verify(() => {});
      assert.ok(
        damage.some((found) => found.seq === seq && found.problem === problem),
        JSON.stringify(damage),
      );
    });
  }

  rule('verify finds a key whose record has no revision', async ({ log }) => {
    await log.append([revision('a', 1), withdrawn('ghost', [{ scheme: 's', value: 'g' }])]);
    assert.deepEqual((await log.verify(() => {})).damage, [{ seq: 2, problem: 'orphanKey' }]);
  });

  rule('verify finds that the guards were taken away', async (store) => {
    await fill(store.log);
    await store.tamper('SELECT 1');
    assert.ok((await store.log.verify(() => {})).damage.some(({ problem }) => problem === 'guard'));
  });
}
