/**
 * The workspace of all 200 posts of a node with 100,000 records, through the whole app: cookie, posts held, tasks, page.
 * Yardstick, in the same run: the same numbers of tasks found by going through all records as objects in memory, without
 * any page. Goal: 95 of 100 pages within 100 ms.
 *
 *     node bench/workspace.ts [records = 100000] [rounds = 3]
 */
import { waitingFor } from '../src/board/internal/waiting.ts';
import { daysAfter, remindBeforeDays } from '../src/lifecycle/freshness.ts';
import type { Post, PostKind } from '../src/lifecycle/post.ts';
import { today } from '../src/operations/house.ts';
import type { BoardRecord } from '../src/operations/ports/board.ts';
import { careFor } from '../src/registers/all-registers.ts';
import { webApp } from '../src/web/routes.ts';
import { tellTimes } from './figures.ts';
import { openOfficeCopy, signedIn } from './office.ts';
import { idOf } from './office-records.ts';
import { kept, percentilesOf, printLoad, printTimes } from './percentiles.ts';

const records = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 3);

const { office, drop } = await openOfficeCopy({ records, reports: records * 0.3 });
const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 64_000_000 });
const posts = [...office.board.posts().values()];
const tokens = new Map<string, string>();
for (const { id } of posts) tokens.set(id, (await signedIn(office, id)).token);

interface Visit {
  readonly post: Post;
  readonly bytes: number;
  readonly tasks: number;
  readonly ms: number;
}

async function visit(post: Post): Promise<Visit> {
  const times: number[] = [];
  const page = await kept(times, async () => {
    const headers = { cookie: `session=${tokens.get(post.id)}` };
    const answer = await app.request(`/en/desk?post=${post.id}`, { headers });
    if (answer.status !== 200) throw new Error(`the page of ${post.id} is answered with ${answer.status}`);
    return answer.text();
  });
  const tasks = Object.values(countsOf(post)).reduce((sum, n) => sum + n, 0);
  return { post, bytes: page.length, tasks, ms: times[0] ?? 0 };
}

const dueBefore = daysAfter(today(office), remindBeforeDays + 1);

function countsOf(post: Post): Readonly<Record<string, number>> {
  return office.board.tasks({ post, dueBefore, offset: 0, limit: 0 }).counts;
}

/** The tasks of a country's focal point without a board. */
function countByScan(all: readonly BoardRecord[], { id, country }: Post): number {
  let count = 0;
  for (const record of all) {
    for (const task of waitingFor(record, careFor(record.register))) {
      const mine = task.country === country || task.author === id;
      if (mine && (task.kind !== 'due' || (task.dueOn ?? '~') < dueBefore)) count += 1;
    }
  }
  return count;
}

const first: Visit[] = [];
for (const post of posts) first.push(await visit(post));
const visits: Visit[] = [];
for (let round = 0; round < rounds; round += 1) for (const post of posts) visits.push(await visit(post));

const ms = (some: readonly Visit[]) => some.map((one) => one.ms);
printTimes('first visit of each post', ms(first));
printTimes('every further visit', ms(visits), 'goal: p95 ≤ 100 ms');
for (const kind of ['focalPoint', 'contributor', 'secretariat'] satisfies PostKind[]) {
  printTimes(`  of these ${kind}`, ms(visits.filter(({ post }) => post.kind === kind)));
}
const slowest = visits.reduce((a, b) => (b.ms > a.ms ? b : a));
const busiest = visits.reduce((a, b) => (b.tasks > a.tasks ? b : a));
for (const [what, one] of Object.entries({ slowest, busiest }))
  console.log(
    `${what}: ${one.post.id}, ${one.tasks} tasks, ${Math.round(one.bytes / 1000)} kB, ${one.ms.toFixed(1)} ms`,
  );

const all = [...office.board.records(Array.from({ length: records }, (_, n) => idOf(n))).values()];
const scans: number[] = [];
for (const { post, tasks } of first.filter(({ post: { kind } }) => kind === 'focalPoint').slice(0, 20)) {
  const found = await kept(scans, () => countByScan(all, post));
  if (found !== tasks) throw new Error(`${post.id}: the board counts ${tasks} tasks, all records ${found}`);
}
printTimes('yardstick: counting alone, all in memory', scans);
const held = { yardstick: 'counting tasks alone, all in memory', against: percentilesOf(scans).p50 };
const size = `${posts.length} posts, ${records} records`;
tellTimes(`first visit of each workspace (${size})`, percentilesOf(ms(first)), held);
tellTimes(`workspace (${size})`, percentilesOf(ms(visits)), { ...held, goal: { share: 95, ms: 100 } });
printLoad();
await drop();
