import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { stoppedClock } from '../../src/kernel/clock.ts';
import { digestOf } from '../../src/log/internal/entry-row.ts';
import type { NewEntry, RecordLog } from '../../src/operations/ports.ts';
import { checkLog } from '../../src/proofs/check-log.ts';
import { keysInMemory } from '../../src/proofs/key-store.ts';
import { openProofs } from '../../src/proofs/open-proofs.ts';
import { outside } from '../fixtures/outside-checker.ts';
import { withoutPostgres } from '../fixtures/postgres-server.ts';
import { type TwoEngines, twoEngines } from '../fixtures/two-engines.ts';
import { intake, revision, withdrawn } from './record-log.ts';

// What an outsider asks of a log (its signed head, proofs, whether it still begins as it did) is answered alike whichever
// engine keeps it, and a change past the guards of PostgreSQL is found as one in a file is.

const skip = withoutPostgres;
const size = 40;

/** Entries of all kinds, with salts that are the same in both logs. */
function entries(): readonly NewEntry[] {
  return Array.from({ length: size }, (_, n) => {
    const salt = `salt-${n}`.padEnd(22, '0');
    if (n % 10 === 8) return { ...withdrawn(`r-${n - 1}`), salt };
    if (n % 10 === 9) return { ...intake(`${n}.csv`), salt };
    const made = revision(`r-${n}`, 1, [{ scheme: 's', value: `${n}\u0000` }], {
      title: `نص ${n} \ud800`,
      contacts: [{ email: `a${n}@example.org` }],
    });
    const bytes = Buffer.from(`<source n="${n}"/>\u0000`);
    const kept = n % 7 === 0 ? { kept: { form: 'iati', sha256: hash('sha256', bytes), bytes } as const } : {};
    return { ...made, ...kept, salt } as NewEntry;
  });
}

async function filled(): Promise<TwoEngines> {
  const engines = await twoEngines();
  for (const log of [engines.sqlite, engines.postgres]) await log.append(entries());
  return engines;
}

test('signed heads and all proofs are the same from both engines, and hold before an outsider', {
  skip,
}, async () => {
  const { sqlite, postgres, close } = await filled();
  try {
    const clock = stoppedClock('2026-03-04T05:06:07.000Z');
    const keys = keysInMemory();
    const told = async (log: RecordLog) => {
      const proofs = openProofs({ log, clock, keys });
      const head = await proofs.head();
      const [inclusions, consistencies] = [[], []] as [unknown[], unknown[]];
      for (let seq = 1; seq <= size; seq += 1) {
        const inclusion = await proofs.inclusion(seq, size);
        const consistency = await proofs.consistency(seq, size);
        outside.checkInclusion(inclusion, head.root);
        const { root } = await checkLog(log, { size: seq, root: '' });
        outside.checkConsistency(consistency, root, head.root);
        inclusions.push(inclusion);
        consistencies.push(consistency);
      }
      const shown = await proofs.revision('r-7', 1, ['title']);
      outside.checkRecord({ ...shown, values: { title: 'نص 7 \ud800' } });
      outside.checkHead(head, outside.readKeys(await proofs.keys()));
      return { head, inclusions, consistencies, shown, keys: await proofs.keys() };
    };
    assert.deepEqual(await told(postgres), await told(sqlite));
  } finally {
    await close();
  }
});

/** Reckons all digests of PostgreSQL's log anew, as a patient forger does. */
async function reckonAnew({ change }: TwoEngines, bodies: readonly string[]): Promise<void> {
  let before = '';
  for (const [place, body] of bodies.entries()) {
    before = digestOf(before, place + 1, body);
    await change('UPDATE entry SET body = $1, digest = $2 WHERE seq = $3', body, before, place + 1);
  }
}

test('whoever kept a head finds what was edited, taken out, moved, dated anew or rolled back in PostgreSQL', {
  skip,
}, async () => {
  const engines = await filled();
  const { postgres, sqlite, change, close } = engines;
  try {
    const head = { size, root: (await checkLog(sqlite, { size, root: '' })).root };
    assert.equal((await checkLog(postgres, head)).standing, 'fits');
    const bodies = (await postgres.since(0, size)).map(({ seq: _, ...entry }) => JSON.stringify(entry));
    const put = (at: number, body: string) => bodies.with(at, body);
    const body = (at: number) => bodies[at] ?? '';
    const forgeries = {
      edited: put(3, body(3).replace('نص', 'نض')),
      'dated anew': put(9, body(9).replace(/"at":"\d{4}/, '"at":"2031')),
      'a hidden value edited': put(12, body(12).replace('a12@', 'b12@')),
      moved: put(4, body(5)).with(5, body(4)),
      'the last one edited': put(size - 1, body(size - 1).replace('39.csv', '40.csv')),
    };
    for (const [how, forged] of Object.entries(forgeries)) {
      assert.notDeepEqual(forged, bodies, how);
      await reckonAnew(engines, forged);
      assert.equal((await checkLog(postgres, head)).standing, 'different', how);
      await reckonAnew(engines, bodies);
      assert.equal((await checkLog(postgres, head)).standing, 'fits', `${how}, and put back`);
    }
    await change('UPDATE entry SET body = $1 WHERE seq = 4', forgeries.edited[3] ?? '');
    const { damage } = await postgres.verify(() => undefined);
    assert.ok(damage.some(({ seq, problem }) => seq === 4 && problem === 'digest'));
    await change('DELETE FROM record_key WHERE seq = $1', size - 2);
    await change('DELETE FROM entry WHERE seq > $1', size - 3);
    assert.equal((await checkLog(postgres, head)).standing, 'shorter');
  } finally {
    await close();
  }
});
