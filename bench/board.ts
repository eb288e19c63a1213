/**
 * The board with 100,000 released records of 150 countries, one of which has 2,000 tasks waiting. Yardsticks, in the same
 * run: for answers, the same counts by going through all records as objects in memory; for apply, bare inserts of the
 * same JSON into one plain table with the same settings; for opening, reading the JSON of all records. Goals in
 * milliseconds: apply of 500 ≤ 25, tasks ≤ 15, care ≤ 50, open ≤ 100.
 *
 *     node bench/board.ts [records = 100000]
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openBoard } from '../src/board/open-board.ts';
import { langText } from '../src/kernel/lang-text.ts';
import { dueOn, freshnessOn } from '../src/lifecycle/freshness.ts';
import type { Post } from '../src/lifecycle/post.ts';
import { type Answer, unborn } from '../src/lifecycle/state.ts';
import type { BoardRecord } from '../src/operations/ports/board.ts';
import { passingFolder } from '../tests/fixtures/at-exit.ts';
import { tell } from './figures.ts';
import { timed } from './search-queries.ts';

const size = Number(process.argv[2] ?? 100_000);
const batch = 500;
const today = '2026-03-01';
const folder = passingFolder('bench');
const place = { folder, rules: 'bench', careFor: () => ({ everyMonths: 12, crossCheck: true }) };

const countries = Array.from({ length: 150 }, (_, n) =>
  String.fromCharCode(65 + (n % 26), 65 + Math.floor(n / 26)),
);
const country = (n: number) => countries[n % countries.length] ?? 'AA';
const instant = (n: number) => new Date(Date.UTC(2024, 6, 1) + (n % 700) * 86_400_000).toISOString();

/** Every fourth record asks another country; every fiftieth of what is asked is disputed. */
function record(n: number): BoardRecord {
  const owner = country(n);
  const other = country(n * 7 + 1);
  const at = instant(n * 31);
  const post = `focal-${owner}`;
  const said = n % 4 === 0 ? 'asked' : n % 50 === 1 ? 'disputed' : 'confirmed';
  const answer: Answer = { state: said, revision: 1, at, post: said === 'asked' ? post : `focal-${other}` };
  const title = `Coopération technique pour le développement des zones rurales ${n}`;
  return {
    recordId: `record-${n}`,
    register: 'activity',
    title: langText('fr', title, { en: title, es: title }),
    countries: [owner, other],
    sectors: [String(110 + (n % 40) * 10), String(110 + (n % 7) * 10)],
    state: {
      ...unborn,
      number: 1,
      inForce: 1,
      phase: 'released',
      owner,
      author: `typist-${n % 900}`,
      organisation: `Institute ${n % 300}`,
      standing: 'party',
      answers: { [other]: answer },
      confirmed: { at, post, country: owner },
    },
    seq: n + 1,
    at,
    changed: n + 1,
    told: { seq: n + 1, at },
  };
}

/** A country whose 2,000 records all wait for one review. */
function submitted(n: number): BoardRecord {
  const one = record(size + n);
  const { answers: _, confirmed: __, ...state } = one.state;
  return { ...one, state: { ...state, answers: {}, phase: 'submitted', owner: 'ZZ' } };
}

function post(id: string, profile: Partial<Post>): Post {
  const title = langText('en', id);
  return { id, kind: 'focalPoint', title, languages: ['en'], openedAt: today, tenures: [], ...profile };
}

/** Milliseconds of both sides, and at most how many are wanted of ours. */
interface Took {
  readonly ours: number;
  readonly yardstick: number;
  readonly goal: number;
}

function tellTook(what: string, yardstick: string, took: Took): void {
  const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
  tell({
    what: `board, ${what}`,
    measured: ms(took.ours),
    yardstick: `${yardstick} (${ms(took.yardstick)})`,
    ratio: (took.ours / took.yardstick).toFixed(3),
    goal: `${took.goal} ms`,
    met: took.ours <= took.goal,
  });
}

function spent(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

const all = [
  ...Array.from({ length: size - 2000 }, (_, n) => record(n)),
  ...Array.from({ length: 2000 }, (_, n) => submitted(n)),
];
const batches = Array.from({ length: Math.ceil(size / batch) }, (_, n) =>
  all.slice(n * batch, (n + 1) * batch),
);
const posts = Array.from({ length: 1000 }, (_, n) =>
  post(`typist-${n}`, { kind: 'contributor', country: country(n) }),
);

const board = openBoard(place);
board.apply({ records: [], posts }, 0);
const plain = new DatabaseSync(join(folder, 'plain.db'));
plain.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE plain (id TEXT PRIMARY KEY, body TEXT)',
);
const insert = plain.prepare('INSERT OR REPLACE INTO plain VALUES (?, ?)');

function bareApply(records: readonly BoardRecord[]): void {
  plain.exec('BEGIN IMMEDIATE');
  for (const one of records) insert.run(one.recordId, JSON.stringify(one));
  plain.exec('COMMIT');
}

/** Mean milliseconds of processor time for a batch: what others do on the machine is not counted. */
function meanCpu(
  written: readonly (readonly BoardRecord[])[],
  work: (records: readonly BoardRecord[], n: number) => void,
): number {
  const start = process.threadCpuUsage();
  written.forEach(work);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000 / written.length;
}

/** What happens most to a record that is known: its author begins to write it anew, and what was released stays. */
function writtenAnew(one: BoardRecord): BoardRecord {
  const { state, seq } = one;
  const at = '2026-02-14T08:30:00.000Z';
  return { ...one, seq: seq + size, at, state: { ...state, number: 2, phase: 'draft' } };
}

/** What moves most of its rows: its country says again that it is right, and everybody is told. */
function vouchedAgain(one: BoardRecord): BoardRecord {
  const { state, seq, recordId } = one;
  const at = instant(seq * 31 + 17);
  const confirmed = { at, post: `focal-${state.owner}`, country: state.owner ?? recordId };
  const later = seq + 2 * size;
  return { ...one, seq: later, at, told: { seq: later, at }, state: { ...state, confirmed } };
}

for (const [what, goes] of [
  ['apply of 500 new records', (one: BoardRecord) => one],
  ['apply of 500 known records, written anew', writtenAnew],
  ['apply of 500 known records, confirmed again', vouchedAgain],
] as const) {
  const written = batches.map((records) => records.map(goes));
  const ours = meanCpu(written, (records, n) => board.apply({ records, posts: [] }, n));
  const yardstick = meanCpu(written, bareApply);
  tellTook(what, 'bare inserts of the same JSON', { ours, yardstick, goal: 25 });
}
// As they were: the questions below are asked of records that were released.
batches.forEach((records, n) => {
  board.apply({ records, posts: [] }, n);
});

/** What the board answers of one post, by going through everything. */
function scan(owner: string, sectors?: readonly string[]): number {
  return all.filter(
    ({ state, sectors: own }) =>
      state.owner === owner &&
      state.phase === 'submitted' &&
      (sectors === undefined || own.some((one) => sectors.includes(one))),
  ).length;
}

const scanning = 'going through all records in memory';
const page = { dueBefore: today, offset: 0, limit: 25 };
const sectors = Array.from({ length: 12 }, (_, n) => String(110 + n * 30));
const asked: readonly [string, Post, () => void][] = [
  ['tasks, 2,000 waiting', post('zz', { country: 'ZZ' }), () => scan('ZZ')],
  ['tasks, 2,000 waiting, 12 sectors', post('zz', { country: 'ZZ', sectors }), () => scan('ZZ', sectors)],
  ['tasks of a country like others', post('bb', { country: 'BB' }), () => scan('BB')],
  ['tasks of a contributor', post('typist-7', { kind: 'contributor', country: 'AH' }), () => scan('AH')],
];
for (const [what, who, yardstick] of asked) {
  const waiting = board.tasks({ ...page, post: who }).counts;
  const ours = timed(() => board.tasks({ ...page, post: who })).p50;
  const found = Object.values(waiting).reduce((sum, n) => sum + n, 0);
  tellTook(`${what} (${found} found)`, scanning, { ours, yardstick: timed(yardstick, 20).p50, goal: 15 });
}

function careByScan(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { state } of all) {
    const key = `${state.owner} ${freshnessOn(dueOn(state, 12), today)}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}
tellTook('care of all countries', scanning, {
  ours: timed(() => board.care(today), 20).p50,
  yardstick: timed(careByScan, 10).p50,
  goal: 50,
});
tellTook('what a contributor sent, 25', scanning, {
  ours: timed(() => board.sentBy(post('typist-7', {}), 25)).p50,
  yardstick: timed(() => all.filter(({ state }) => state.author === 'typist-7'), 20).p50,
  goal: 15,
});

board.close();
const readAll = spent(() => {
  for (const { body } of plain.prepare('SELECT body FROM plain').iterate()) JSON.parse(String(body));
});
const opened = Array.from({ length: 5 }, () => spent(() => openBoard(place).close()));
tellTook(`open, ${size} records`, 'reading the JSON of all', {
  ours: middle(opened),
  yardstick: readAll,
  goal: 100,
});
console.log(`${Math.round(statSync(join(folder, 'board.db')).size / 1e6)} MB for ${size} records`);
plain.close();
rmSync(folder, { recursive: true });
