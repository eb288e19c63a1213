/**
 * How fast IATI files are written: activities typed here (made from their values) and real publishers' activities with
 * new identifiers (from their kept sources), each read from the log and written whole. The yardstick is JSON Lines of the
 * same records, in the same run.
 *
 * node bench/iati-export.ts [folder with publishers' files]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBoard } from '../src/board/open-board.ts';
import { openInputFile } from '../src/exchange/files/open-input-file.ts';
import { type Reporter, writeIati } from '../src/exchange/iati/write-iati.ts';
import { writeJsonLines } from '../src/exchange/json/write-json.ts';
import { defaultLimits } from '../src/exchange/limits.ts';
import { openIndex } from '../src/index/open-index.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { langText } from '../src/kernel/lang-text.ts';
import { openSqliteLog } from '../src/log/sqlite-log.ts';
import { collect } from '../src/operations/collect.ts';
import { follow } from '../src/operations/follow.ts';
import type { House } from '../src/operations/house.ts';
import { ingest } from '../src/operations/ingest/ingest.ts';
import type { NewEntry } from '../src/operations/ports.ts';
import type { Presented } from '../src/policy/present.ts';
import { careFor, getRegister } from '../src/registers/all-registers.ts';
import { allLabels } from '../tests/fixtures/all-labels.ts';
import { passingFolder } from '../tests/fixtures/at-exit.ts';
import { tell } from './figures.ts';
import { buildIatiFile, publishersFolder } from './iati-file.ts';

const activities = 10_000;
const rounds = 3;
const goal = 5_000;
const everything = { words: '', lang: 'en', filters: { kind: ['activity'] }, sort: 'oldest' } as const;

async function houseIn(folder: string): Promise<House> {
  return {
    log: openSqliteLog({ file: join(folder, 'log.db') }),
    index: await openIndex({ name: 'bench' }),
    board: openBoard({ rules: 'bench', careFor }),
    clock: systemClock,
    limits: defaultLimits,
    mappings: [],
    labels: allLabels,
    onChange: new Set(),
  };
}

function typed(i: number): NewEntry {
  const countries = ['BR', 'IN', 'SN', 'ML', 'MZ', 'VN'];
  const [from, to] = [countries[i % 6] ?? 'BR', countries[(i + 1 + (i % 4)) % 6] ?? 'SN'];
  const values = {
    title: langText('en', `Exchange ${i} on water for villages`, {
      fr: `Échange ${i} sur l’eau des villages`,
    }),
    summary: langText('en', 'Engineers of one ministry train those of another. '.repeat(8)),
    modality: i % 3 === 0 ? 'triangular' : 'bilateral',
    participants: [
      { country: from, role: 'provider' },
      { country: to, role: 'recipient' },
      { organisation: langText('en', `Agency ${i % 50}`), role: 'implementing' },
    ],
    sectors: ['14030', '11330'],
    sdgs: ['6', '6.b'],
    dates: { start: `20${10 + (i % 14)}-03`, end: '2025' },
    money: [{ amount: 1_000 + i, currency: 'USD', basis: 'disbursement', valueDate: '2020-05-01' }],
    quantities: [{ value: i % 90, unit: langText('en', 'people'), basis: 'reported', asOf: '2021' }],
  };
  const at = new Date(Date.UTC(2024, 0, 1) + i * 60_000).toISOString();
  const origin = { door: 'api', standing: 'thirdParty' } as const;
  return {
    kind: 'revision',
    revision: {
      recordId: `bench-${i}`,
      register: 'activity',
      number: 1,
      version: 1,
      values,
      post: 'intake',
      at,
      origin,
    },
    keys: [],
  };
}

const reporter: Reporter = { ref: 'XX-BENCH', type: '10', name: langText('en', 'Bench'), secondary: true };

function iatiTexts(records: AsyncIterable<Presented>): AsyncIterable<string> {
  return writeIati(records, getRegister('activity'), {
    today: new Date().toISOString().slice(0, 10),
    generatedAt: new Date().toISOString(),
    vocabulary: 'https://example.org/en/vocabulary/cooperation',
    reporter: async () => reporter,
  });
}

/** Seconds of the processor that it takes to read all records and write them, which other work on the machine hardly changes; and the characters written. */
async function timed(house: House, asIati: boolean): Promise<{ seconds: number; characters: number }> {
  const start = process.cpuUsage();
  const records = collect(house, everything, asIati ? { keptFor: 'everybody' } : {});
  const context = { address: () => 'https://example.org', today: '2026-01-01' };
  let characters = 0;
  for await (const text of asIati ? iatiTexts(records) : writeJsonLines(records, context))
    characters += text.length;
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, characters };
}

async function measure(name: string, house: House): Promise<void> {
  await follow(house);
  const { total } = house.index.search({ ...everything, offset: 0, limit: 0, count: [] });
  const runs: { iati: number; json: number; characters: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const json = await timed(house, false);
    const iati = await timed(house, true);
    runs.push({ iati: iati.seconds, json: json.seconds, characters: iati.characters });
  }
  const [best = { iati: 1, json: 1, characters: 0 }] = runs.toSorted((a, b) => a.iati - b.iati);
  const json = Math.min(...runs.map((run) => run.json));
  const rate = total / best.iati;
  tell({
    what: `IATI export, ${name}`,
    measured: `${rate.toFixed(0)} activities/s, ${(best.characters / best.iati / 1e6).toFixed(0)} MB/s`,
    yardstick: 'the speed of JSON Lines',
    ratio: (json / best.iati).toFixed(2),
    goal: `${goal}/s`,
    met: rate >= goal,
  });
}

const folder = passingFolder('iati');
try {
  const own = await houseIn(mkdtempSync(join(folder, 'own-')));
  for (let i = 0; i < activities; i += 500) {
    await own.log.append(Array.from({ length: 500 }, (_, more) => typed(i + more)));
  }
  await measure('made from values', own);
  const path = join(folder, 'activities.xml');
  await buildIatiFile(process.argv[2] ?? publishersFolder, path, 50_000_000);
  const taken = await houseIn(mkdtempSync(join(folder, 'taken-')));
  await ingest(taken, await openInputFile(path), { door: 'import' });
  await measure('from kept sources (50 MB)', taken);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
