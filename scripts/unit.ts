// Every test, each file in a process of its own, some at a time. `npm run unit -- GLOB …` runs some of them.
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const root = join(import.meta.dirname, '..');

/** Rooms of tests, those with the longest files first: what begins last runs alone at the end. */
const rooms = ['tests', 'evaluation', 'training', 'bench', 'src'].map((room) => `${room}/**/*.test.ts`);

// Hundreds of processes load the same modules: what stripping and compiling made of them is kept between the processes
// and between runs. Node looks at the source of each before it takes what is kept.
process.env['NODE_COMPILE_CACHE'] ??= join(root, '.cache/compiled');

const asked = process.argv.slice(2);
const files = (asked.length > 0 ? asked : rooms).flatMap((glob) => globSync(glob, { cwd: root }).toSorted());
if (files.length === 0) throw new Error(`No tests in ${asked.join(', ')}`);

// One more than there are processors: a quarter of the time of a file is waiting, for a disk, a browser or a clock.
const concurrency = availableParallelism() + 1;

// Green only when the end has said so.
process.exitCode = 1;
const tests = run({ files: files.map((file) => join(root, file)), concurrency });
tests.on('test:summary', ({ file, success }) => {
  if (file === undefined) process.exitCode = success ? 0 : 1;
});
await pipeline(tests.compose(new spec()), process.stdout, { end: false });
