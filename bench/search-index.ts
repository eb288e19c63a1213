/**
 * The search index by itself and beside SQLite FTS5 (words) with the same columns (facets): `node bench/search-index.ts
 * [--records 100000]`. Asserts nothing about time. Goals are those of 100,000 records or, beyond, of
 * 1,000,000, where FTS5 is left out.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openIndex } from '../src/index/open-index.ts';
import type { IndexChange, IndexQuery, SearchIndex } from '../src/operations/ports.ts';
import { corpus } from './corpus.ts';
import { tell, tellTimes } from './figures.ts';
import { recordsAsked } from './kept-index.ts';
import { highestMemoryOf } from './load-drift.ts';
import { percentilesOf, shown } from './percentiles.ts';
import { FtsWithColumns } from './search-fts.ts';
import { printTable, queries, type Times, timed } from './search-queries.ts';

const records = recordsAsked();
/** Said to a process of its own: where the index lies that it is to open. */
const { open } = parseArgs({ options: { records: { type: 'string' }, open: { type: 'string' } } }).values;

/** 95 of 100 within so many milliseconds, by the name of the search. */
const wanted: Readonly<Record<string, number>> =
  records > 100_000
    ? { 'two common words, best': 150, 'two common words, newest': 150, 'rare word': 10, 'filters only': 60 }
    : { 'two common words, best': 50, 'two common words, newest': 50, 'rare word': 5, 'filters only': 30 };
const mostResident = records > 100_000 ? 1_200e6 : 512e6;

/** FTS5 is held against fewer records: with more it is `search-postgres` and `search-xapian` that tell. */
const mostOfFts = 100_000;

function tellBuilt(own: number, fts: number | undefined): void {
  tell({
    what: `search index, built of ${records} records`,
    measured: `${Math.round(own)} records/s of processor time`,
    yardstick: fts === undefined ? 'none' : 'the speed of FTS5 with columns',
    ratio: fts === undefined ? '' : (own / fts).toFixed(2),
    goal: 'at least 8,000 records/s',
    met: own >= 8_000,
  });
}

function tellMemory(what: string, bytes: number): void {
  tell({
    what: `search index, ${what} (${records} records)`,
    measured: mega(bytes),
    yardstick: 'none',
    ratio: '',
    goal: mega(mostResident),
    met: bytes <= mostResident,
  });
}

function tellSearch(name: string, own: Times, fts: Times | undefined): void {
  const ms = wanted[name];
  const processor = `${shown(own.processor)} ms of a processor`;
  tellTimes(`search index, ${name} (${records} records, ${processor})`, own, {
    ...(fts === undefined ? {} : { yardstick: 'FTS5 with columns', against: fts.p50 }),
    ...(ms === undefined ? {} : { goal: { share: 95, ms } }),
  });
}

/** FTS5 with the same records, and how many of them a second it took in. */
function ftsOfRecords() {
  const fts = new FtsWithColumns();
  let spent = 0;
  for (const document of corpus(records)) {
    const start = process.threadCpuUsage();
    fts.put(document);
    const { user, system } = process.threadCpuUsage(start);
    spent += (user + system) / 1000;
  }
  fts.done();
  return { fts, perSecond: records / (spent / 1000) };
}

async function main(): Promise<void> {
  const kept = process.env['SOUTHBRIDGE_BENCH_INDEX'];
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'bench-search-'));
  try {
    const { index, perSecond } = await build(folder);
    process.stdout.write(
      execFileSync(process.execPath, [import.meta.filename, '--records', `${records}`, '--open', folder]),
    );
    const yardstick = records > mostOfFts ? undefined : ftsOfRecords();
    tellBuilt(perSecond, yardstick?.perSecond);
    printTable([['ms', 'hits', 'own p50', 'own p95', 'fts p50', 'fts p95', 'own/fts']]);
    for (const { name, query } of queries) tellBoth(index, yardstick?.fts, name, query);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true });
  }
}

function tellBoth(
  index: SearchIndex,
  fts: FtsWithColumns | undefined,
  name: string,
  query: IndexQuery,
): void {
  const own = timed(() => index.search(query));
  const { total } = index.search(query);
  // FTS5 begins words at terms and lets phrases run on, so only whole words must agree.
  const sameWork = !query.typing && !query.words.includes('"');
  const found = fts?.search(query);
  if (sameWork && found !== undefined && found !== total)
    console.log(`DIFFERENT: fts finds ${found}, own ${total}`);
  const other = fts === undefined ? undefined : timed(() => fts.search(query), 20);
  const compared = other === undefined ? [] : [other.p50, other.p95, other.p50 ? own.p50 / other.p50 : 0];
  printTable([[name, total, own.p50, own.p95, ...compared]]);
  tellSearch(name, own, other);
}

/**
 * Rates are by the processor time of this thread: what others do on the machine slows it, but is not counted. Nothing has
 * been done in this process before, so the most memory it has had is that of building and saving.
 */
async function build(folder: string) {
  const index = await openIndex({ folder, name: 'bench' });
  let spent = 0;
  const rates: number[] = [];
  let batch: IndexChange[] = [];
  let seq = 0;
  const apply = (): void => {
    const start = process.threadCpuUsage();
    index.apply(batch, seq);
    const { user, system } = process.threadCpuUsage(start);
    const took = (user + system) / 1000;
    spent += took;
    rates.push(batch.length / (took / 1000));
    batch = [];
  };
  for (const put of corpus(records)) {
    seq += 1;
    batch.push({ put });
    if (batch.length === 1000) apply();
  }
  if (batch.length > 0) apply();
  const { terms, bytes } = index.size();
  const late = rates.slice(rates.length >> 1).sort((a, b) => a - b);
  const [typical, best] = [late[late.length >> 1] ?? 0, late.at(-1) ?? 0].map(Math.round);
  console.log(`built ${records} records, ${Math.round(records / (spent / 1000))} records/s, ${terms} terms`);
  console.log(`later half by thousands: typical ${typical}, best ${best} records/s`);
  const saving = performance.now();
  await index.save();
  const size = statSync(join(folder, 'bench.index')).size;
  console.log(
    `arrays ${mega(bytes)}, snapshot ${mega(size)}, saved in ${Math.round(performance.now() - saving)} ms`,
  );
  tellMemory('resident memory at most while built and saved', highestMemoryOf(process.pid));
  const [first] = corpus(1, 99);
  if (first !== undefined) {
    const update = timed(() => index.apply([{ put: { ...first, recordId: 'again' } }], seq), 500);
    tellTimes('search index, one update', update, { goal: { share: 95, ms: 200 } });
    index.apply([{ remove: { recordId: 'again', register: first.register } }], seq);
  }
  return { index, perSecond: records / (spent / 1000) };
}

/** In a process of its own: nothing is warm, and memory is that of serving alone. */
async function coldStart(folder: string): Promise<void> {
  const start = performance.now();
  const index = await openIndex({ folder, name: 'bench' });
  const opened = performance.now() - start;
  for (const { query } of queries) index.search(query);
  const answered = performance.now() - start;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  tell({
    what: `search index, cold start (${records} records)`,
    measured: `${seconds(opened)}, with the first of each search ${seconds(answered)}`,
    yardstick: 'none',
    ratio: '',
    goal: '2 s',
    met: answered <= 2_000,
  });
  for (let i = 0; i < 20; i += 1) for (const { query } of queries) index.search(query);
  tellMemory('resident memory', process.memoryUsage().rss);
  const pauses = Array.from({ length: Math.floor(records * 0.26) }, (_, i) => {
    const before = performance.now();
    index.apply([{ remove: { recordId: `record-${i * 3}`, register: 'activity' } }], i);
    return performance.now() - before;
  });
  console.log(`longest pause, when the dead are cleared away: ${Math.round(percentilesOf(pauses).most)} ms`);
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

if (open === undefined) await main();
else await coldStart(open);
