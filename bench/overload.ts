/**
 * Overload and slow clients, against the same reader alone in the same run: how long a page takes (p50, p99) with nobody
 * else, while 500 slow clients hold their lines, while five times as many ask as are answered at once, and how soon after
 * that all is as before. Goals: 500 slow clients leave a reader p99 ≤ 500 ms; whoever is too many gets 429 or 503; as
 * before (p99 at most twice that of the reader alone) within 10 s. `node bench/overload.ts`.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { passingFolder, tied } from '../tests/fixtures/at-exit.ts';
import { tell, tellTimes } from './figures.ts';
import { type Percentiles, percentilesOf } from './percentiles.ts';

const atOnce = 64;
const folder = passingFolder('overload');
const program = fileURLToPath(new URL('../bin/southbridge.js', import.meta.url));
const child = tied(
  spawn(process.execPath, [program, 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: folder,
      REQUESTS_AT_ONCE: String(atOnce),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  }),
);
const address = await new Promise<string>((resolve) => {
  createInterface({ input: child.stdout }).on('line', (line) => {
    const found = /open at (http:\/\/\S+?)\/$/.exec(line)?.[1];
    if (found !== undefined) resolve(found);
  });
});

interface Times extends Percentiles {
  readonly statuses: Readonly<Record<number, number>>;
  /** Of pages that came, and of the others. */
  readonly pages: Percentiles;
  readonly refusals: Percentiles;
}

/** One reader asks for pages one after the other, or several do, for so many seconds. */
async function read(seconds: number, readers = 1): Promise<Times> {
  const pages: number[] = [];
  const refusals: number[] = [];
  const statuses: Record<number, number> = {};
  const until = performance.now() + seconds * 1_000;
  const reader = async () => {
    for (let n = 0; performance.now() < until; n += 1) {
      const begun = performance.now();
      // Words that nobody has asked for: no page is ready-made.
      const answer = await fetch(`${address}/en/search?q=milk+${n}-${Math.random()}`);
      await answer.arrayBuffer();
      (answer.ok ? pages : refusals).push(performance.now() - begun);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  return {
    ...percentilesOf([...pages, ...refusals]),
    statuses,
    pages: percentilesOf(pages),
    refusals: percentilesOf(refusals),
  };
}

function slowLine(): Socket {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET /en/ HTTP/1.1\r\nhost: x\r\nx-slow: ');
  const drip = setInterval(() => socket.write('a'), 2_000);
  socket.on('close', () => clearInterval(drip));
  return socket;
}

/** The answers of a house that is asked too much: pages, or the word that it has no hands left. */
function tellOverload({ statuses, count }: Times): void {
  const told = Object.entries(statuses).map(([status, n]) => `${n} × ${status}`);
  tell({
    what: `overload, answers to ${atOnce * 5} readers, ${atOnce} at once`,
    measured: `${count} answers: ${told.join(', ')}`,
    yardstick: 'none',
    ratio: '',
    goal: '200, 429 and 503 alone',
    met: Object.keys(statuses).every((status) => ['200', '429', '503'].includes(status)),
  });
}

await read(2);
const alone = await read(4);
const held = { yardstick: 'one reader alone', against: alone.p50 };
tellTimes('overload, one reader alone', alone, {});
const slow = Array.from({ length: 500 }, slowLine);
await sleep(500);
tellTimes('overload, a reader beside 500 slow clients', await read(5), {
  ...held,
  goal: { share: 99, ms: 500 },
});
for (const one of slow) one.destroy();
const crowd = await read(6, atOnce * 5);
const many = `overload, ${atOnce * 5} readers, ${atOnce} at once`;
tellTimes(`${many}, pages that came`, crowd.pages, held);
tellTimes(`${many}, asked to come again`, crowd.refusals, held);
tellOverload(crowd);
const begun = performance.now();
let again = await read(0.5);
while (again.p99 > alone.p99 * 2 && performance.now() - begun < 30_000) again = await read(0.5);
const calmAfter = (performance.now() - begun) / 1_000;
tell({
  what: 'overload, as before',
  measured: `after ${calmAfter.toFixed(1)} s`,
  yardstick: 'none',
  ratio: '',
  goal: '10 s',
  met: calmAfter <= 10,
});
child.kill('SIGTERM');
await new Promise((resolve) => child.on('exit', resolve));
rmSync(folder, { recursive: true });
