/**
 * The log against bare SQLite. Yardstick, in the same run and with the same settings (WAL, synchronous=FULL): rows of the
 * same bytes put into one plain table, without index, key, digest or check. Tells rates and how many times longer we take;
 * no goal was set.
 *
 *     node bench/log-append.ts [entries = 20000] [bytes = 1500]
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteLog } from '../src/log/sqlite-log.ts';
import type { NewEntry } from '../src/operations/ports.ts';
import { passingFolder } from '../tests/fixtures/at-exit.ts';
import { tell } from './figures.ts';

const entries = Number(process.argv[2] ?? 20_000);
const bytes = Number(process.argv[3] ?? 1500);
const batch = 500;
const singles = 1000;
const folder = passingFolder('bench');

function entry(place: number, number = 1): NewEntry {
  const text = `Coopération technique ${place} `.repeat(Math.ceil(bytes / 26)).slice(0, bytes);
  return {
    kind: 'revision',
    revision: {
      recordId: `r-${place}`,
      register: 'activity',
      number,
      version: 1,
      values: { title: { original: 'fr', texts: { fr: text } }, year: 2000 + (place % 24) },
      post: 'import',
      at: '2024-05-06T07:08:09.000Z',
      origin: { door: 'import', standing: 'thirdParty', file: 'table.csv', place: String(place) },
    },
    keys: [
      { scheme: 'iati', value: `XM-DAC-${place}` },
      { scheme: 'match', value: `coopération technique ${place}|BR|MZ` },
    ],
  };
}

function plainTable(): DatabaseSync {
  const db = new DatabaseSync(join(folder, 'plain.sqlite'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE plain (id INTEGER PRIMARY KEY, body TEXT)',
  );
  return db;
}

async function seconds(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Seconds that both sides took for the same work. */
interface Took {
  readonly ours: number;
  readonly bare: number;
}

function tellRate(what: string, count: number, { ours, bare }: Took, yardstick: string): void {
  const rate = (time: number) => `${Math.round(count / time).toLocaleString('en')}/s`;
  tell({
    what: `log, ${what}`,
    measured: rate(ours),
    yardstick: `${yardstick} (${rate(bare)}), by time`,
    ratio: (ours / bare).toFixed(2),
    goal: '',
    met: true,
  });
}

const all = Array.from({ length: entries }, (_, place) => entry(place));
const later = Array.from({ length: singles }, (_, place) => entry(place, 2));
const log = openSqliteLog({ file: join(folder, 'log.sqlite') });
const plain = plainTable();
const insert = plain.prepare('INSERT INTO plain (body) VALUES (?)');
const select = plain.prepare('SELECT body FROM plain WHERE id = ?');

const oursBatch = await seconds(async () => {
  for (let start = 0; start < entries; start += batch) await log.append(all.slice(start, start + batch));
});
const bareBatch = await seconds(() => {
  for (let start = 0; start < entries; start += batch) {
    plain.exec('BEGIN IMMEDIATE');
    for (const one of all.slice(start, start + batch)) insert.run(JSON.stringify(one));
    plain.exec('COMMIT');
  }
});
tellRate(`append, batches of ${batch}`, entries, { ours: oursBatch, bare: bareBatch }, 'bare inserts');

const oursSingle = await seconds(async () => {
  for (const one of later) await log.append([one]);
});
const bareSingle = await seconds(() => {
  for (const one of later) insert.run(JSON.stringify(one));
});
tellRate('append, one by one with fsync', singles, { ours: oursSingle, bare: bareSingle }, 'bare inserts');

const ids = all.map((_, place) => `r-${(place * 7919) % entries}`);
const keys = ids.map((id) => ({ scheme: 'iati', value: `XM-DAC-${id.slice(2)}` }));
const bareRead = await seconds(() => {
  for (const id of ids) JSON.parse(String(select.get(Number(id.slice(2)) + 1)?.['body']));
});
const byNumber = 'reading rows by number';
const oursLatest = await seconds(async () => void (await log.latest(ids)));
tellRate('latest', entries, { ours: oursLatest, bare: bareRead }, byNumber);
const oursFind = await seconds(async () => void (await log.findByKeys(keys)));
tellRate('findByKeys', entries, { ours: oursFind, bare: bareRead }, byNumber);

const oursHead = await seconds(async () => {
  for (let i = 0; i < entries; i += 1) await log.head();
});
tellRate('head', entries, { ours: oursHead, bare: bareRead }, byNumber);

const bareScan = await seconds(() => {
  for (const { body } of plain.prepare('SELECT body FROM plain ORDER BY id').iterate())
    JSON.parse(String(body));
});
const oursVerify = await seconds(async () => {
  const { damage } = await log.verify(() => {});
  if (damage.length > 0) throw new Error('the log is damaged');
});
tellRate('verify', entries + singles, { ours: oursVerify, bare: bareScan }, 'reading and parsing all rows');

await log.close();
plain.close();
rmSync(folder, { recursive: true });
