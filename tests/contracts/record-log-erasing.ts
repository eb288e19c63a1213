import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { type ErasedEntry, withoutField } from '../../src/lifecycle/erasure.ts';
import type { LogEntry, NewEntry, RecordLog } from '../../src/operations/ports.ts';
import { leafOf } from '../../src/proofs/sealed-entry.ts';
import { type LogUnderTest, revision } from './record-log.ts';

const marker = 'Awa Marker-Sissoko';
const contacts = [{ person: marker, telephone: '+223 20 22 23 24' }];
const dispute: NewEntry = {
  kind: 'event',
  event: {
    type: 'disputed',
    recordId: 'a',
    register: 'activity',
    post: 'focal-point-bf',
    at: '2024-05-07T07:08:09.000Z',
    revision: 1,
    country: 'BF',
    objections: [
      { field: 'contacts', says: [{ person: marker }], note: `call ${marker}` },
      { field: 'title', says: 'Other' },
    ],
  },
};

/** Which entries of a record say something in a field, and what their bodies are without it. */
export function erasable(history: readonly LogEntry[], field: string): readonly ErasedEntry[] {
  return history.flatMap((entry) => {
    const { seq, ...stored } = entry;
    const less = withoutField(stored, field);
    if (less === undefined) return [];
    const number = entry.kind === 'revision' ? { number: entry.revision.number } : {};
    return [{ seq, ...number, sha256: hash('sha256', JSON.stringify(less)) }];
  });
}

/** Erases the contacts of a record from everything that has been said of it. */
export async function eraseContacts(log: RecordLog, recordId: string): Promise<readonly ErasedEntry[]> {
  const of = erasable(await log.history(recordId), 'contacts');
  const base = { recordId, register: 'activity', post: 'administrator', at: '2024-05-08T07:08:09.000Z' };
  if (of.length > 0)
    await log.append([
      { kind: 'event', event: { type: 'erased', ...base, field: 'contacts', because: 'asked', of } },
    ]);
  return of;
}

async function fill({ log }: LogUnderTest): Promise<readonly string[]> {
  const bytes = Buffer.from(`<contact-info>${marker}</contact-info>`);
  const kept = { form: 'iati', sha256: hash('sha256', bytes), bytes } as const;
  const key = { scheme: 'activity.iati', value: 'ML-1' };
  await log.append([
    { ...revision('a', 1, [key], { title: 'One', contacts }), kept } as NewEntry,
    revision('b', 1, [], { title: 'Two', contacts }),
    dispute,
    revision('a', 2, [], { title: 'One', contacts: [...contacts, { email: 'a@example.org' }] }),
    revision('a', 3, [], { title: 'One and a half' }),
  ]);
  return (await log.since(0, 10)).map((entry) => leafOf(entry).toString('hex'));
}

type Rule = (says: string, check: (store: LogUnderTest) => Promise<void>) => void;

export function erasing(rule: Rule): void {
  takingOut(rule);
  guarding(rule);
}

function takingOut(rule: Rule): void {
  rule('what is erased is said nowhere any more, what stays reads as before', async (store) => {
    const { log } = store;
    await fill(store);
    const of = await eraseContacts(log, 'a');
    assert.deepEqual(
      of.map(({ seq, number }) => [seq, number]),
      [
        [1, 1],
        [3, undefined],
        [4, 2],
      ],
    );
    assert.doesNotMatch(JSON.stringify(await log.history('a')), /Marker/);
    assert.deepEqual(await log.erased(), of);
    const first = (await log.revisions([{ id: 'a', number: 1 }])).get('a');
    assert.deepEqual(first?.values, { title: 'One' });
    assert.equal((await log.kept([{ id: 'a', number: 3 }])).size, 0);
    assert.match(JSON.stringify(await log.history('b')), /Marker/, 'another record is not touched');
    assert.deepEqual(
      await log.findByKeys([{ scheme: 'activity.iati', value: 'ML-1' }]),
      new Map([['activity.iati:ML-1', 'a']]),
    );
  });

  rule('leaves of the tree are the same after an erasure, and the log is whole', async (store) => {
    const { log } = store;
    const before = await fill(store);
    await eraseContacts(log, 'a');
    await eraseContacts(log, 'b');
    const after = (await log.since(0, before.length)).map((entry) => leafOf(entry).toString('hex'));
    assert.deepEqual(after, before);
    assert.deepEqual((await log.verify(() => {})).damage, []);
  });

  rule('the salt of what was erased cannot be derived from what stays', async (store) => {
    const { log } = store;
    await fill(store);
    const [before] = await log.since(0, 1);
    await eraseContacts(log, 'a');
    const [after] = await log.since(0, 1);
    assert.ok(before?.salt !== undefined && after?.salt === undefined);
    assert.deepEqual(Object.keys(after?.sealed?.salts ?? {}), ['title']);
    assert.deepEqual(Object.keys(after?.sealed?.hashes ?? {}), ['contacts', '*']);
    assert.ok(!JSON.stringify(await log.since(0, 9)).includes(before.salt));
  });
}

function guarding(rule: Rule): void {
  rule('an event that names an entry as it would not be writes nothing', async (store) => {
    const { log } = store;
    await fill(store);
    const of = [{ seq: 1, number: 1, sha256: 'f0' }];
    const event = {
      type: 'erased',
      recordId: 'a',
      register: 'activity',
      post: 'p',
      at: 'now',
      field: 'contacts',
      because: 'law',
      of,
    } as const;
    await assert.rejects(log.append([{ kind: 'event', event }]), { code: 'logDamaged' });
    assert.equal(await log.head(), 5);
    assert.match(JSON.stringify(await log.history('a')), /Marker/);
  });

  rule('the guards let nothing be taken out that no event names', async (store) => {
    await fill(store);
    await eraseContacts(store.log, 'a');
    for (const sql of [
      `UPDATE entry SET body = '{"sealed":{}}' WHERE seq = 2`,
      `UPDATE entry SET body = '{"a":1}' WHERE seq = 4`,
      "UPDATE entry SET post = 'x' WHERE seq = 4",
      'DELETE FROM entry WHERE seq = 4',
    ])
      await assert.rejects(store.attempt(sql), /append-only/, sql);
  });

  rule('what is kept beside an entry stays unless that entry was erased from', async (store) => {
    await fill(store);
    await assert.rejects(store.attempt('DELETE FROM kept'), /append-only/);
  });

  rule(
    'an erased body that is changed later, and one that no event vouches for, are found',
    async (store) => {
      await fill(store);
      await eraseContacts(store.log, 'a');
      await store.tamper("UPDATE entry SET body = replace(body, 'One', 'Uno') WHERE seq = 4");
      await store.tamper(
        `UPDATE entry SET body = '{"kind":"intake","intake":{"at":"","post":""},"sealed":{"hashes":{},"salts":{}}}' WHERE seq = 2`,
      );
      const { damage } = await store.log.verify(() => {});
      const erased = damage.filter(({ problem }) => problem === 'erased').map(({ seq }) => seq);
      assert.deepEqual(erased.sort(), [2, 4]);
    },
  );
}
