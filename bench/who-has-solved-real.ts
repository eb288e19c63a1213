/**
 * "Who has solved this?" as ministries would ask it: the needs of `evaluation/`, full of phrases of the field, over the real
 * records of its collection, repeated up to the number asked for: `node bench/who-has-solved-real.ts [records, default
 * 100000]`. Beside a plain search for three words of the same needs. Prints; asserts nothing about time.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { collection } from '../evaluation/collection.ts';
import { blindNeeds, type NeedStatement, needStatements } from '../evaluation/needs.ts';
import { openConcepts } from '../src/language/concepts/open-concepts.ts';
import { rankLibrary } from '../src/operations/matching/rank-library.ts';
import { tell } from './figures.ts';

const records = Number(process.argv[2] ?? 100_000);
const needs = [...needStatements, ...blindNeeds];
const weights = fileURLToPath(new URL('../content/weights/concepts.bin', import.meta.url));

const found = await collection();
if (found === undefined) {
  console.log('SKIPPED: the shared data, of which the collection is made, are not there.');
} else {
  const { index, all } = found;
  const copies = Math.ceil(records / all.size);
  for (let copy = 1, changed = all.size; copy < copies; copy += 1) {
    const puts = [...all.values()].map(({ id, register, digest }) => {
      changed += 1;
      return { put: { recordId: `${id}#${copy}`, register, ...digest, changed } };
    });
    index.apply(puts, changed);
  }
  const library = {
    index,
    meanings: openConcepts(readFileSync(weights)),
    held: async (ids: readonly string[]) =>
      new Map(
        ids.flatMap((id) => {
          const held = all.get(id.split('#')[0] ?? '');
          return held === undefined ? [] : [[id, { ...held, id, version: id }] as const];
        }),
      ),
  };
  const own = await timed(({ text, language, country }) =>
    rankLibrary(library, {
      text,
      lang: language,
      filters: {},
      setting: { country, sectors: [], goals: [], year: 2026 },
    }),
  );
  const plain = await timed(async ({ text, language }) => {
    const words = text.split(' ').slice(0, 3).join(' ');
    index.search({ words, lang: language, filters: {}, sort: 'best', offset: 0, limit: 20, count: [] });
  });
  tell({
    what: `who has solved this, ${needs.length} needs in seven languages, over ${index.size().records} records`,
    measured: ms(own),
    yardstick: `plain search for three words (${ms(plain)})`,
    ratio: (own.p50 / Math.max(0.01, plain.p50)).toFixed(0),
    goal: 'p95 ≤ 150 ms',
    met: own.p95 <= 150,
  });
}

/** Each need once before, so that the lists are read, and once timed. */
async function timed(ask: (need: NeedStatement) => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (const counted of [false, true]) {
    for (const need of needs) {
      const begun = performance.now();
      await ask(need);
      if (counted) times.push(performance.now() - begun);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

function ms({ p50, p95 }: { readonly p50: number; readonly p95: number }): string {
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}
