/**
 * "Who has solved this?" beside a plain search for words, over the same records in the same run: `node
 * bench/who-has-solved.ts [records, default 100000]`. Prints; asserts nothing about time.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openIndex } from '../src/index/open-index.ts';
import { openConcepts } from '../src/language/concepts/open-concepts.ts';
import type { Held, Library } from '../src/operations/matching/library.ts';
import { rankLibrary } from '../src/operations/matching/rank-library.ts';
import type { IndexChange, IndexDocument } from '../src/operations/ports.ts';
import { corpus } from './corpus.ts';
import { tell } from './figures.ts';

const records = Number(process.argv[2] ?? 100_000);
const problems = 100;
const weights = fileURLToPath(new URL('../content/weights/concepts.bin', import.meta.url));

const index = await openIndex({ name: 'bench' });
const texts: string[] = [];
let batch: IndexChange[] = [];
for (const put of corpus(records)) {
  batch.push({ put });
  if (batch.length < 1_000) continue;
  index.apply(batch, put.changed);
  batch = [];
}
if (batch.length > 0) index.apply(batch, records);
for (const document of corpus(problems, 2)) texts.push(textOf(document));

/** Records are kept as bytes and read when they are asked for, as from the log. */
const stored = new Map<string, Buffer>();
for (const put of corpus(records)) stored.set(put.recordId, Buffer.from(JSON.stringify(heldOf(put))));

global.gc?.();
const before = process.memoryUsage().rss;
const library: Library = {
  index,
  meanings: openConcepts(readFileSync(weights)),
  held: async (ids) =>
    new Map(
      ids.flatMap((id) => {
        const bytes = stored.get(id);
        // Written above from the same type.
        return bytes === undefined ? [] : [[id, JSON.parse(bytes.toString()) as Held] as const];
      }),
    ),
};
const setting = { country: 'SN', sectors: ['sector-1'], goals: ['sdg-3'], year: 2026 };
const ask = (text: string) => rankLibrary(library, { text, lang: 'en', filters: {}, setting });
const plain = async (text: string) => {
  const words = text.split(' ').slice(0, 3).join(' ');
  index.search({ words, lang: 'en', filters: {}, sort: 'best', offset: 0, limit: 20, count: [] });
};
await ask(texts[0] ?? '');
const own = await timed(ask);
const yardstick = await timed(plain);
const after = process.memoryUsage().rss;
const ms = ({ p50, p95 }: { p50: number; p95: number }) =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
const more = Math.round((after - before) / 1e6);
console.log(`${problems} problems of some 100 words, each new to the program`);
tell({
  what: `who has solved this, over ${records} records`,
  measured: ms(own),
  yardstick: `plain search for three words (${ms(yardstick)})`,
  ratio: (own.p50 / Math.max(0.01, yardstick.p50)).toFixed(0),
  goal: 'p95 ≤ 150 ms',
  met: own.p95 <= 150,
});
tell({
  what: 'memory of words in seven languages and vectors',
  measured: `${more} MB more`,
  yardstick: 'none',
  ratio: '',
  goal: '≤ 200 MB',
  met: more <= 200,
});

async function timed(work: (text: string) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (const text of texts) {
    const start = performance.now();
    await work(text);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: times[times.length >> 1] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

function heldOf({ recordId, register, title, summary, body, facets, year }: IndexDocument): Held {
  return {
    id: recordId,
    version: recordId,
    register,
    digest: { title, summary, body, facets, ...(year === undefined ? {} : { year }) },
    confirmation: 'observed',
    confirmedBy: [],
  };
}

function textOf({ title, summary, body }: IndexDocument): string {
  return [...title, ...summary, ...body].map(({ text }) => text).join(' ');
}
