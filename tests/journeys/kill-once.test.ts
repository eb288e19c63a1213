import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Answer, Problem } from '../../client/asking.ts';
import { Southbridge } from '../../client/southbridge-client.ts';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import { tied } from '../fixtures/at-exit.ts';
import { english } from '../fixtures/small-house.ts';
import { wells } from '../fixtures/wells.ts';

// A program does not know whether its request was done when the node dies: it sends it again under the same key, and
// it is done once, however often the node dies.

const keys = Number(process.env['SOUTHBRIDGE_ONCE_KEYS'] ?? 120);
/** Requests under way when the node dies. */
const together = 24;
/** Longest life of a node after it has opened, in milliseconds. */
const longestLife = 400;
const server = fileURLToPath(new URL('../fixtures/once-server.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'southbridge-once-'));
after(() => rm(folder, { recursive: true, force: true }));

/** One piece of work under one key. */
interface Work {
  readonly name: string;
  /** How often it is sent at least, 2 to 5 times. */
  readonly wanted: number;
  sent: number;
  /** Every answer that was no refusal, as it came. */
  readonly answers: string[];
}

/** Ways of writing that would write again if they were done again. */
const kinds: readonly ((node: Southbridge, name: string) => Promise<Answer<unknown>>)[] = [
  (node, name) => {
    const about = {
      kind: 'contributor',
      country: 'SN',
      organisation: 'Institut',
      languages: ['fr'],
    } as const;
    return node.openPost({ body: { ...about, title: english(name) }, idempotencyKey: name });
  },
  (node, name) => {
    const on = { kind: 'word', forms: { en: name } } as const;
    return node.reserveWords({ body: { on, text: english('As we see it') }, idempotencyKey: name });
  },
  (node, name) => {
    const about = { register: 'activity', id: name, ifNoneMatch: '*', idempotencyKey: name } as const;
    return node.edit({ ...about, body: { values: wells({ title: english(name) }) } });
  },
];

test(`a key sent two to five times through deaths of the node is one effect: ${keys} keys`, async (t) => {
  const all = Array.from({ length: keys }, (_, i): Work => {
    return { name: `once-${i}`, wanted: 2 + (i % 4), sent: 0, answers: [] };
  });
  let deaths = 0;
  while (all.some(isOpen)) {
    const now = all.filter(isOpen).slice(0, together);
    // Every life is ended by our hand, but for one in ten: there all that is under way may come to its end.
    const calm = deaths % 10 === 9;
    await oneLife(now, all, calm ? undefined : Math.random() * longestLife);
    deaths += 1;
    assert.ok(deaths < keys * 5, 'the node must get something done between two deaths');
  }
  await eachOnce(all);
  const sent = all.reduce((sum, work) => sum + work.sent, 0);
  t.diagnostic(`${deaths} deaths, ${all.length} keys sent ${sent} times, each done once`);
});

function isOpen({ sent, wanted, answers }: Work): boolean {
  return sent < wanted || answers.length === 0;
}

/** Starts the node, sends everything at once, and kills it in the middle of that, or after. */
async function oneLife(now: readonly Work[], all: readonly Work[], life: number | undefined): Promise<void> {
  const child = tied(spawn(process.execPath, [server, folder], { stdio: ['ignore', 'pipe', 'inherit'] }));
  try {
    const address = await opened(child);
    const token = await readFile(join(folder, 'key'), 'utf8');
    const node = new Southbridge({ address, token });
    const answers = Promise.all(now.map((work) => send(node, work, all.indexOf(work))));
    if (life !== undefined) setTimeout(() => child.kill('SIGKILL'), life);
    await answers;
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve));
  }
}

async function send(node: Southbridge, work: Work, place: number): Promise<void> {
  work.sent += 1;
  try {
    const answer = await kinds[place % kinds.length]?.(node, work.name);
    work.answers.push(JSON.stringify([answer?.status, answer?.etag, answer?.data]));
  } catch (error) {
    // The node is gone, or is still about what it was sent before. Any other refusal is a fault of its own.
    const died = error instanceof TypeError;
    const waits = error instanceof Problem && error.code === 'requestUnderWay';
    if (!died && !waits) throw error;
  }
}

/** The address that the node says when it is open. */
async function opened(child: ChildProcess): Promise<string> {
  assert.ok(child.stdout);
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the node ended before it was open');
}

/** The log has each piece of work once, and every answer to one was the same. */
async function eachOnce(all: readonly Work[]): Promise<void> {
  const log = openSqliteLog({ file: join(folder, 'southbridge.db') });
  try {
    const said: string[] = [];
    for (let from = 0; ; ) {
      const entries = await log.since(from, 1_000);
      const last = entries.at(-1);
      if (last === undefined) break;
      from = last.seq;
      said.push(
        ...entries.flatMap(
          (entry) =>
            JSON.stringify(entry)
              .match(/"en":"once-\d+"/g)
              ?.at(0) ?? [],
        ),
      );
    }
    const wanted = all.map(({ name }) => `"en":"${name}"`);
    assert.deepEqual(said.toSorted(), wanted.toSorted());
    for (const { name, answers } of all) assert.equal(new Set(answers).size, 1, `${name}: ${answers}`);
    assert.deepEqual((await log.verify(() => undefined)).damage, []);
  } finally {
    await log.close();
  }
}
