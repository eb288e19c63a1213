/**
 * Verifying a whole log: the check of the store and the tree made again from its entries, against SHA-256 over the same
 * bytes read line by line from a plain file in the same run. No goal was set. `node bench/verify-log.ts [entries]`.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stoppedClock } from '../src/kernel/clock.ts';
import { openSqliteLog } from '../src/log/sqlite-log.ts';
import { checkLog } from '../src/proofs/check-log.ts';
import { openProofs } from '../src/proofs/open-proofs.ts';
import { passingFolder } from '../tests/fixtures/at-exit.ts';
import { english, written } from '../tests/fixtures/small-house.ts';
import { tell, tellTimes } from './figures.ts';
import { kept, percentilesOf } from './percentiles.ts';

const entries = Number(process.argv[2] ?? 100_000);
const folder = passingFolder('verify-bench');
const log = openSqliteLog({ file: join(folder, 'log.db') });

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const begun = performance.now();
  return [await work(), (performance.now() - begun) / 1000];
}

async function fill(): Promise<void> {
  const text =
    'Wells and pumps for the villages of the coast, with training for those who keep them. '.repeat(4);
  for (let done = 0; done < entries; done += 2_000) {
    const batch = Array.from({ length: Math.min(2_000, entries - done) }, (_, i) =>
      written(`wells-${done + i}`, {
        title: english(`Wells ${done + i}`),
        summary: english(text),
        participants: [
          { country: 'SN', role: 'provider' },
          { country: 'BR', role: 'recipient' },
        ],
        sectors: [{ code: '14030' }],
        start: '2020-01',
        status: '2',
      }),
    );
    await log.append(batch);
  }
}

async function plainFile(): Promise<void> {
  const file = createWriteStream(join(folder, 'plain.jsonl'));
  for (let seq = 0; seq < entries; seq += 1_000)
    for (const entry of await log.since(seq, 1_000)) file.write(`${JSON.stringify(entry)}\n`);
  await new Promise<void>((resolve) => file.end(() => resolve()));
}

async function yardstick(): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of createInterface({ input: createReadStream(join(folder, 'plain.jsonl')) })) {
    JSON.parse(line);
    hash.update(line);
  }
  return hash.digest('hex');
}

await fill();
await plainFile();
const [, plain] = await timed(yardstick);
const [, store] = await timed(() => log.verify(() => {}));
const [, tree] = await timed(() => checkLog(log, { size: entries, root: '' }));
const proofs = openProofs({
  log,
  clock: stoppedClock('2026-01-01T00:00:00.000Z'),
  folders: { tree: join(folder, 'tree'), keys: join(folder, 'keys') },
});
const [head, first] = await timed(() => proofs.head());
const proofTimes: number[] = [];
for (let i = 0; i < 1_000; i += 1)
  await kept(proofTimes, () => proofs.inclusion(1 + ((i * 7919) % entries), head.size));
await proofs.close();
await log.close();
rmSync(folder, { recursive: true });

function tellTook(what: string, seconds: number): void {
  tell({
    what: `proofs, ${what} (${entries} entries)`,
    measured: `${seconds.toFixed(1)} s`,
    yardstick: `parsing and SHA-256 of lines (${plain.toFixed(1)} s)`,
    ratio: (seconds / plain).toFixed(1),
    goal: '',
    met: true,
  });
}

tellTook('store checked', store);
tellTook('tree from entries', tree);
tellTook('verify --against', store + tree);
tellTook('tree made, head signed', first);
tellTimes(`proofs, one proof (${entries} entries)`, percentilesOf(proofTimes), {});
