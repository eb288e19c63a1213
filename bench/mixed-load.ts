/**
 * A node at work: the real program in a process of its own with 100,000 records, 200 people signed in, and over 32
 * connections 90 reads (half of them by readers in general, half by people signed in) to 10 writes (drafts saved and
 * submitted, released, confirmed, confirmed anew), each connection asking again as soon as it is answered. Afterwards
 * every acknowledged write is looked up in the log. Yardsticks, in the same run and from the same client: the smallest
 * answer that the program has (its icon), and a bare HTTP server of Node that sends as many bytes as the answers of the
 * load had on average. Where others use the machine, judge by processor time a request, and by the ratio to the bare
 * server. Goal: 300 requests a second, 99 of 100 within 300 ms, nothing unexpected, nothing lost; over five minutes.
 *
 *     node bench/mixed-load.ts [--engine sqlite|postgres] [--seconds 60] [--records 100000] [--parts 1: how the last
 *     are held against the first] [--profile folder for a CPU profile of the program]
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isListed } from '../src/lifecycle/listed.ts';
import { today } from '../src/operations/house.ts';
import type { TaskKind } from '../src/operations/ports/board.ts';
import type { RecordLog } from '../src/operations/ports.ts';
import { startHouse } from '../tests/fixtures/running-house.ts';
import { corpus, randomFrom } from './corpus.ts';
import { tell, tellTimes } from './figures.ts';
import { type Answered, LoadClient } from './load-client.ts';
import { memoryOf, type Slice, tellDrift } from './load-drift.ts';
import { engineFor, engines } from './load-engine.ts';
import { type LoadSession, readOf } from './load-reads.ts';
import { type Acknowledged, type LoadStep, stepKinds, type Waiting, Workload } from './load-writes.ts';
import { bareServer, processorSeconds, type Rate, rateOf } from './load-yardsticks.ts';
import { copyOfOffice, credentialsOf, openOfficeIn } from './office.ts';
import { idOf } from './office-records.ts';
import { percentilesOf, printLoad, printTimes } from './percentiles.ts';

const { values: said } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    records: { type: 'string', default: '100000' },
    engine: { type: 'string', default: 'sqlite' },
    parts: { type: 'string', default: '1' },
    profile: { type: 'string' },
  },
});
const seconds = Number(said.seconds);
const records = Number(said.records);
const parts = Number(said.parts);
const engine = engines.find((one) => one === said.engine);
if (engine === undefined) throw new Error(`--engine: ${engines.join(' or ')}`);
/** What figures are told of. */
const load = engine === 'sqlite' ? 'mixed load' : 'mixed load on PostgreSQL';
const connections = 32;
/** Not counted: until then code is compiled. Its writes must not be lost either. */
const warmUpSeconds = 10;
const writeShare = 0.1;
const random = randomFrom(11);

interface Before {
  readonly ids: readonly string[];
  readonly posts: readonly string[];
  readonly own: ReadonlyMap<string, readonly string[]>;
  readonly queues: Readonly<Record<Exclude<LoadStep, 'save'>, Waiting[]>>;
  readonly head: number;
}

const stepFor: Partial<Record<TaskKind, Exclude<LoadStep, 'save'>>> = {
  draft: 'submit',
  toReview: 'release',
  toConfirm: 'confirm',
  due: 'reconfirm',
};

/** What is public, and what waits for whom: what people would see before they begin. */
async function lookAround(folder: string): Promise<Before> {
  const { office, close } = await openOfficeIn(folder);
  const all = office.board.records(Array.from({ length: records }, (_, n) => idOf(n)));
  const queues: Before['queues'] = { submit: [], release: [], confirm: [], reconfirm: [] };
  const taken = new Set<string>();
  const own = new Map<string, string[]>();
  const posts = [...office.board.posts().values()];
  for (const post of posts) {
    const question = { post, dueBefore: today(office), offset: 0, limit: 200 };
    const { tasks } = office.board.tasks(question);
    own.set(
      post.id,
      tasks.map(({ record }) => record.recordId),
    );
    for (const { kind, record } of tasks) {
      const step = stepFor[kind];
      if (step === undefined || taken.has(record.recordId)) continue;
      if (post.kind !== 'focalPoint' && step !== 'submit') continue;
      taken.add(record.recordId);
      queues[step].push({ id: record.recordId, post: post.id, seen: record.seq });
    }
  }
  const head = await office.log.head();
  await close();
  const ids = [...all.values()].filter(isListed).map(({ recordId }) => recordId);
  return { ids, posts: posts.map(({ id }) => id), own, queues, head };
}

/** Everybody signs in at the page, all at once as on a Monday morning. */
async function signIn(client: LoadClient, { posts, own }: Before): Promise<readonly LoadSession[]> {
  return Promise.all(
    posts.map(async (post) => {
      const answer = await client.ask({
        method: 'POST',
        path: '/en/sign-in',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(credentialsOf(post)).toString(),
      });
      const token = /session=([^;]+)/.exec(answer.header('set-cookie') ?? '')?.[1];
      if (token === undefined) throw new Error(`${post} cannot sign in: ${answer.status}`);
      return { post, token, own: own.get(post) ?? [] };
    }),
  );
}

/** Milliseconds by what was asked, and what was not expected. */
class Tally {
  readonly times = new Map<string, number[]>();
  readonly unexpected = new Map<string, number>();
  bytes = 0;

  note(what: string, { ms, size }: Answered): void {
    this.bytes += size;
    const times = this.times.get(what);
    if (times === undefined) this.times.set(what, [ms]);
    else times.push(ms);
  }

  refuse(what: string, answer: Answered): void {
    const { status } = answer;
    const said = status === 0 || status >= 400 ? answer.body().toString('utf8').slice(0, 200) : '';
    const key = `${what}: ${status} ${said}`;
    this.unexpected.set(key, (this.unexpected.get(key) ?? 0) + 1);
  }

  add({ times, unexpected, bytes }: Tally): void {
    for (const [what, more] of times) this.times.set(what, [...(this.times.get(what) ?? []), ...more]);
    for (const [what, n] of unexpected) this.unexpected.set(what, (this.unexpected.get(what) ?? 0) + n);
    this.bytes += bytes;
  }

  all(beginning: string): readonly number[] {
    return [...this.times].flatMap(([what, times]) => (what.startsWith(beginning) ? times : []));
  }
}

async function ask(
  client: LoadClient,
  work: Workload,
  readable: Parameters<typeof readOf>[0],
  forSeconds: number,
): Promise<Tally> {
  const tally = new Tally();
  const until = performance.now() + forSeconds * 1_000;
  const write = async (): Promise<void> => {
    for (let next = work.next(random); ; ) {
      const answer = await client.ask(work.ask(next));
      tally.note(`write: ${next.step}`, answer);
      const outcome = work.took(next, answer);
      if (outcome === 'unexpected') tally.refuse(`write: ${next.step}`, answer);
      if (typeof outcome === 'string') return;
      next = outcome;
    }
  };
  const read = async (): Promise<void> => {
    const { what, ask } = readOf(readable, random);
    const answer = await client.ask(ask);
    tally.note(`read, ${what}`, answer);
    if (answer.status !== 200) tally.refuse(`${what} ${ask.path}`, answer);
  };
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await (random() < writeShare ? write() : read());
    }),
  );
  return tally;
}

/** Acknowledged writes that the log does not know. */
async function lostIn(
  log: RecordLog,
  all: readonly Acknowledged[],
  head: number,
): Promise<readonly Acknowledged[]> {
  const lost: Acknowledged[] = [];
  for (const [id, writes] of Map.groupBy(all, (one) => one.id)) {
    const left = (await log.history(id)).filter(({ seq }) => seq > head);
    for (const write of writes) {
      const place = left.findIndex((entry) => {
        if (entry.kind === 'revision') return write.step === 'save' && entry.revision.post === write.post;
        return (
          entry.kind === 'event' &&
          entry.event.type === stepKinds[write.step] &&
          entry.event.post === write.post
        );
      });
      if (place < 0) lost.push(write);
      else left.splice(place, 1);
    }
  }
  return lost;
}

function print(tally: Tally): void {
  for (const [what, times] of [...tally.times].sort(([a], [b]) => (a < b ? -1 : 1)))
    printTimes(`  ${what}`, times);
  printTimes('reads', tally.all('read'));
  printTimes('writes', tally.all('write'));
  printTimes('all', tally.all(''));
  for (const [what, n] of [...tally.unexpected].slice(0, 10)) console.log(`  ${n} × ${what}`);
}

/** Answers a second, held against what a bare server gave of as many bytes. */
function tellSpeed(perSecond: number, processorMs: number, bare: Rate): void {
  tell({
    what: `${load}, speed (${seconds} s, ${records} records)`,
    measured: `${Math.round(perSecond)} requests/s, ${processorMs.toFixed(2)} ms of a processor each`,
    yardstick: `a bare server (${Math.round(bare.perSecond)}/s, ${bare.processorMs.toFixed(2)} ms each)`,
    ratio: (perSecond / bare.perSecond).toFixed(3),
    goal: '300 requests/s',
    met: perSecond >= 300,
  });
}

/** What must not happen at all. */
function tellNone(what: string, found: number, of: string): void {
  const measured = `${found} of ${of}`;
  tell({ what: `${load}, ${what}`, measured, yardstick: 'none', ratio: '', goal: '0', met: found === 0 });
}

const folder = await copyOfOffice({ records, reports: records * 0.3 });
const before = await lookAround(folder);
const profiling =
  said.profile === undefined ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${said.profile}` };
const store = await engineFor(engine, folder);
const server = await startHouse({
  dataDir: folder,
  environment: { SECOND_FACTOR: 'off', ...store.environment, ...profiling },
});
const client = new LoadClient(server.address, connections);
const start = performance.now();
const sessions = await signIn(client, before);
console.log(
  `${sessions.length} people signed in within ${((performance.now() - start) / 1_000).toFixed(1)} s`,
);
const tokens = new Map(sessions.map(({ post, token }) => [post, token]));
const work = new Workload(before.queues, tokens, corpus(1_000_000, 77));
const readable = { ids: before.ids, sessions };
const warm = await ask(client, work, readable, Math.min(warmUpSeconds, seconds));
printLoad();
const begin = performance.now();
const processor = processorSeconds(server.pid);
const database = store.processorSeconds();
const own = process.cpuUsage();
const tally = new Tally();
const slices: Slice[] = [];
for (let part = 0; part < parts; part += 1) {
  const earlier = processorSeconds(server.pid);
  const found = await ask(client, work, readable, seconds / parts);
  tally.add(found);
  const times = percentilesOf(found.all(''));
  const processorMs = ((processorSeconds(server.pid) - earlier) / times.count) * 1_000;
  slices.push({ times, processorMs, memory: memoryOf(server.pid) });
}
const took = (performance.now() - begin) / 1_000;
const used = processorSeconds(server.pid) - processor;
const usedBeside = store.processorSeconds() - database;
const { user, system } = process.cpuUsage(own);
printLoad();
print(tally);
const times = tally.all('');
const count = times.length;
console.log(
  `the program had ${((used / took) * 100).toFixed(0)} % of a processor: ${((used / count) * 1_000).toFixed(2)} ms a request`,
);
if (engine === 'postgres')
  console.log(`PostgreSQL had ${((usedBeside / count) * 1_000).toFixed(2)} ms of a processor a request`);
console.log(`this client had ${((user + system) / 1_000 / count).toFixed(2)} ms of a processor a request`);
const bytes = Math.round(tally.bytes / count);
const icons = await rateOf(client, '/favicon.svg', { pid: server.pid, connections });
console.log(
  `icons of the program: ${Math.round(icons.perSecond)}/s, ${icons.processorMs.toFixed(2)} ms of a processor each`,
);
console.log(`answers have ${bytes} bytes on average`);
tellSpeed(count / took, (used / count) * 1_000, await bareServer(bytes, connections));
tellTimes(`${load}, time to the answer`, percentilesOf(times), { goal: { share: 99, ms: 300 } });
if (parts > 1) tellDrift(load, slices);
const unexpected = [...tally.unexpected.values()].reduce((sum, n) => sum + n, 0);
tellNone('unexpected answers', unexpected, `${count} answers`);
client.close();
const code = await server.stop();
const lost = await store.withLog((log) => lostIn(log, work.acknowledged, before.head));
tellNone('writes that the log does not know', lost.length, `${work.acknowledged.length} acknowledged`);
console.log(
  `${work.moved} sent again because the record had moved; ${warm.unexpected.size} unexpected while warming up; the program ended with ${code}`,
);
await store.stop();
if (server.printed().split('\n').length > 3) console.log(server.printed().slice(0, 2_000));
rmSync(folder, { recursive: true });
