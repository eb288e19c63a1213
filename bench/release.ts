/**
 * A release through the whole app, from the form that a focal point sends to the answer: by then the event is on disk
 * (fsync), the board and the search know it, and likely pairs among other countries' reports were looked for and proposed.
 * Yardstick, in the same run: the same bytes put into one bare SQLite table with fsync. Goal with 100,000 records: 95 of
 * 100 within 150 ms.
 *
 *     node bench/release.ts [records = 100000] [releases = 300]
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Post } from '../src/lifecycle/post.ts';
import { today } from '../src/operations/house.ts';
import type { Session } from '../src/operations/ports/accounts.ts';
import type { BoardRecord } from '../src/operations/ports/board.ts';
import { proposePairs } from '../src/operations/review/propose-pairs.ts';
import { webApp } from '../src/web/routes.ts';
import { tellTimes } from './figures.ts';
import { openOfficeCopy, signedIn } from './office.ts';
import { kept, percentilesOf, printLoad, printTimes } from './percentiles.ts';

const records = Number(process.argv[2] ?? 100_000);
const releases = Number(process.argv[3] ?? 300);
/** Not counted: until then code is compiled. */
const warmUp = 20;

/** Milliseconds within one release, by the part of the house that took them. */
const spent = new Map<string, number>();
let appended: string[] = [];

const { office: plain, folder, drop } = await openOfficeCopy({ records, reports: records * 0.3 });
const office = {
  ...plain,
  log: watched('log', plain.log),
  board: watched('board', plain.board),
  index: watched('index', plain.index),
};
const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 64_000_000 });

/** The same, with what each of its methods takes added up. */
function watched<Port extends object>(name: string, port: Port): Port {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        if (name === 'log' && key === 'append') appended.push(JSON.stringify(given[0]));
        const start = performance.now();
        const note = () => {
          const part = `${name}.${String(key)}`;
          spent.set(part, (spent.get(part) ?? 0) + performance.now() - start);
        };
        const answer: unknown = Reflect.apply(member, target, given);
        if (answer instanceof Promise) return answer.finally(note);
        note();
        return answer;
      };
    },
  });
}

interface Waiting {
  readonly post: Post;
  readonly record: BoardRecord;
}

/** What waits for a release, one of each country in turn. */
function submitted(): readonly Waiting[] {
  const question = { kinds: ['toReview'] as const, dueBefore: today(office), offset: 0, limit: releases };
  const byPost = [...office.board.posts().values()]
    .filter(({ kind }) => kind === 'focalPoint')
    .map((post) => office.board.tasks({ ...question, post }).tasks.map(({ record }) => ({ post, record })));
  return Array.from({ length: releases }, (_, turn) => byPost.flatMap((tasks) => tasks[turn] ?? [])).flat();
}

async function release({ post, record }: Waiting, session: Session): Promise<Response> {
  const form = { form: session.formToken, post: post.id, seen: String(record.seq) };
  return app.request(`/en/activity/${record.recordId}/release`, {
    method: 'POST',
    headers: {
      cookie: `session=${session.token}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
  });
}

/** The newest record that anybody finds is the one that was just released. */
function refuseUnfound({ record }: Waiting): void {
  const newest = plain.index.search({
    words: '',
    lang: 'en',
    filters: { country: record.countries },
    sort: 'newest',
    offset: 0,
    limit: 1,
    count: [],
  });
  if (newest.hits[0]?.recordId !== record.recordId) throw new Error(`${record.recordId} is not found`);
}

const sessions = new Map<string, Session>();
const waiting = submitted().slice(0, releases + warmUp);
for (const { post } of waiting) {
  if (!sessions.has(post.id)) sessions.set(post.id, await signedIn(office, post.id));
}

const whole: number[] = [];
const page: number[] = [];
const pairs: number[] = [];
const bare: number[] = [];
const parts = new Map<string, number[]>();
const table = new DatabaseSync(join(folder, 'plain.sqlite'));
table.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE plain (id INTEGER PRIMARY KEY, body TEXT)',
);
const insert = table.prepare('INSERT INTO plain (body) VALUES (?)');
let proposed = 0;

for (const [n, one] of waiting.entries()) {
  const session = sessions.get(one.post.id);
  if (session === undefined) continue;
  const [wholeNow, pageNow, pairsNow, bareNow]: number[][] =
    n < warmUp ? [[], [], [], []] : [whole, page, pairs, bare];
  spent.clear();
  appended = [];
  const answer = await kept(wholeNow ?? [], () => release(one, session));
  const to = answer.headers.get('location') ?? '';
  if (answer.status !== 303 || !to.includes('done=1'))
    throw new Error(`${answer.status}: ${await answer.text()}`);
  refuseUnfound(one);
  if (n >= warmUp) for (const [part, ms] of spent) parts.set(part, [...(parts.get(part) ?? []), ms]);
  await kept(bareNow ?? [], () => appended.forEach((body) => void insert.run(body)));
  const known = plain.board.records([one.record.recordId]).get(one.record.recordId);
  if (known === undefined) continue;
  proposed += known.state.pairs.length > 0 ? 1 : 0;
  await kept(pageNow ?? [], async () =>
    (await app.request(to, { headers: { cookie: `session=${session.token}` } })).text(),
  );
  await kept(pairsNow ?? [], () => proposePairs(plain, known));
}

printTimes('release, from form to answer', whole, 'goal: p95 ≤ 150 ms');
const longest = [...parts].sort(([, a], [, b]) => percentilesOf(b).p95 - percentilesOf(a).p95);
for (const [part, times] of longest.slice(0, 8)) printTimes(`  of this ${part}`, times);
printTimes('looking for pairs once more', pairs);
printTimes('the page of the record afterwards', page);
printTimes('yardstick: bare inserts with fsync', bare);
console.log(`${proposed} of ${waiting.length} had likely pairs`);
tellTimes(`release, from form to answer (${records} records)`, percentilesOf(whole), {
  yardstick: 'bare inserts with fsync',
  against: percentilesOf(bare).p50,
  goal: { share: 95, ms: 150 },
});
printLoad();
table.close();
await drop();
