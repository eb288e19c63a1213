import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { passingFolder, tied } from '../fixtures/at-exit.ts';
import { startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';

// What a test or a benchmark has started goes with it, also where it fails or is ended before it could stop anything.

const file = fileURLToPath(new URL('../fixtures/left-behind.ts', import.meta.url));
const folder = passingFolder('left');

/** What the file has started. */
interface Left {
  readonly processes: readonly number[];
  readonly folders: readonly string[];
}

async function left(way: 'fails' | 'waits', signal?: NodeJS.Signals): Promise<Left> {
  const told = join(folder, `${way}-${signal}.json`);
  const child = tied(spawn(process.execPath, [file, told, way], { stdio: 'ignore' }));
  const ended = once(child, 'exit');
  if (signal !== undefined) {
    while (!existsSync(told) || readFileSync(told, 'utf8') === '') await sleep(50);
    child.kill(signal);
  }
  const [code] = await ended;
  assert.notEqual(code, 0);
  return JSON.parse(readFileSync(told, 'utf8'));
}

/** Of a process that has ended, but that nobody has asked how, there is still the number. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc') || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function allGone({ processes, folders }: Left): Promise<void> {
  // On a busy machine a server takes its time to end; what would stay stays longer than this.
  const late = performance.now() + 60_000;
  const still = () => [processes.filter(runs), folders.filter((one) => existsSync(one))];
  while (still().flat().length > 0 && performance.now() < late) await sleep(50);
  assert.deepEqual(still(), [[], []]);
}

test('a journey that fails before it begins ends by itself, and all that it started with it', async () => {
  await allGone(await left('fails'));
});

test('a journey that somebody ends takes with it what it started', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) await allGone(await left('waits', signal));
});

test('a PostgreSQL that does not start for a wrong setting leaves no folder', {
  skip: withoutPostgres,
}, async () => {
  // A temporary folder of its own, which the user that runs the server may enter: others have servers too.
  const own = passingFolder('wrong-setting');
  chmodSync(own, 0o711);
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = own;
  try {
    await assert.rejects(startPostgres({ settings: ["shared_buffers = 'plenty'"] }), (error: Error) => {
      assert.match(error.message, /does not start: .*shared_buffers/s);
      return true;
    });
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  assert.deepEqual(readdirSync(own), []);
});
