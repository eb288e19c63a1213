/**
 * The search index beside Xapian (Debian: python3-xapian) with the same work in the same run: the same records cut into
 * the same terms, the first 20, the total, and exact counts of eight facets: `node bench/search-xapian.ts
 * [--records 100000]`. Prints the ratio own / Xapian, wanted at most 1.0; asserts nothing about time.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type FacetName, shownFacets } from '../src/fields/facet.ts';
import { parseQuery } from '../src/language/query.ts';
import { forEachToken } from '../src/language/tokens.ts';
import type { IndexAnswer, IndexDocument, SearchIndex } from '../src/operations/ports.ts';
import { tell } from './figures.ts';
import { indexOf, recordsAsked } from './kept-index.ts';
import { type NamedQuery, printTable, queries, timed, toldTimes } from './search-queries.ts';

const python = '/usr/bin/python3';
const records = recordsAsked();

/** Written to disk less often than by itself. */
const xapianSettings = { ...process.env, XAPIAN_FLUSH_THRESHOLD: '100000' };

const reply = z.object({
  seconds: z.number(),
  version: z.string(),
  answers: z.array(
    z.object({
      p50: z.number(),
      p95: z.number(),
      processor: z.number(),
      total: z.number(),
      counts: z.array(z.record(z.string(), z.number())),
    }),
  ),
});

/** Phrases and unfinished words are left out: Xapian would expand and place them by rules of its own. */
const shared = queries.filter(({ query }) => !query.typing && !query.words.includes('"'));

/** Without positions, which none of these searches asks for: so Xapian reads less and loads sooner. */
function xapianDocument({ title, summary, body, facets, changed }: IndexDocument): string {
  const words = new Map<string, number>();
  const fields = [
    [title, 4],
    [summary, 2],
    [body, 1],
  ] as const;
  for (const [texts, weight] of fields) {
    for (const { text, lang } of texts) {
      forEachToken(text, lang, (_, term) => words.set(term, (words.get(term) ?? 0) + weight));
    }
  }
  return JSON.stringify({ t: [...words], f: shownFacets.map((name) => facets[name] ?? []), c: changed });
}

function xapianQuery({ name, query }: NamedQuery) {
  const { must } = parseQuery(query.words, query.lang);
  const filters = shownFacets
    .map((facet, place) => (query.filters[facet] ?? []).map((value) => `XF${place}:${value}`))
    .filter((terms) => terms.length > 0);
  return {
    name,
    must: must.map((clause) => ('terms' in clause ? clause.terms : [])),
    filters,
    sort: query.sort,
  };
}

async function feedBoth(path: string): Promise<SearchIndex> {
  const file = openSync(path, 'w');
  let lines: string[] = [];
  const index = await indexOf(records, (put) => {
    lines.push(xapianDocument(put));
    if (lines.length < 1_000 && put.changed < records) return;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  });
  closeSync(file);
  return index;
}

/** Xapian counts with every filter; so only facets without a filter of their own can be compared. */
function sameCounts(
  own: IndexAnswer,
  counts: readonly Record<string, number>[],
  filtered: readonly string[],
) {
  return shownFacets.every((name: FacetName, place) => {
    if (filtered.includes(name)) return true;
    const other = counts[place] ?? {};
    const counted = own.facets[name] ?? [];
    return (
      counted.length === Object.keys(other).length &&
      counted.every(({ value, count }) => other[value] === count)
    );
  });
}

async function main(): Promise<void> {
  if (spawnSync(python, ['-c', 'import xapian']).status !== 0) {
    console.log(
      'SKIPPED: python3-xapian is not installed (Debian: apt-get install python3-xapian). Nothing compared.',
    );
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-xapian-'));
  try {
    const index = await feedBoth(join(folder, 'records.jsonl'));
    writeFileSync(join(folder, 'queries.json'), JSON.stringify(shared.map(xapianQuery)));
    const script = join(import.meta.dirname, 'xapian.py');
    const files = ['records.jsonl', 'queries.json', 'xapian'].map((name) => join(folder, name));
    const output = execFileSync(python, [script, ...files], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: xapianSettings,
    });
    const { seconds, version, answers } = reply.parse(JSON.parse(output));
    console.log(`Xapian ${version}: ${records} records at ${Math.round(records / seconds)} records/s`);
    printTable([['ms', 'hits', 'own p50', 'own p95', 'xapian p50', 'xapian p95', 'own/xapian']]);
    shared.forEach(({ name, query }, place) => {
      const other = answers[place];
      if (other === undefined) return;
      const own = timed(() => index.search(query));
      const answer = index.search(query);
      printTable([[name, answer.total, own.p50, own.p95, other.p50, other.p95, own.p50 / other.p50]]);
      tell({
        what: `search, ${name} (${records} records)`,
        measured: toldTimes(own),
        yardstick: `Xapian ${version} (${toldTimes(other)})`,
        ratio: (own.processor / other.processor).toFixed(3),
        goal: 'at most its time of a processor',
        met: own.processor <= other.processor,
      });
      const filtered = Object.keys(query.filters);
      if (answer.total !== other.total) console.log(`  DIFFERENT: Xapian finds ${other.total}`);
      else if (!sameCounts(answer, other.counts, filtered)) console.log('  DIFFERENT facet counts');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main();
