/**
 * The search index beside full text of PostgreSQL with facets in SQL, the same work in the same run: the same records cut
 * into the same terms, the first 20, the total, and exact counts of eight facets:
 * `node bench/search-postgres.ts [records, default 100000]`. Wanted: at least ten times as fast.
 */
import { shownFacets } from '../src/fields/facet.ts';
import { openIndex } from '../src/index/open-index.ts';
import type { IndexAnswer, IndexChange } from '../src/operations/ports.ts';
import { withoutPostgres } from '../tests/fixtures/postgres-server.ts';
import { corpus } from './corpus.ts';
import { tell } from './figures.ts';
import { PostgresRecords, type SqlAnswer } from './postgres-records.ts';
import { printTable, queries, timed } from './search-queries.ts';

const records = Number(process.argv[2] ?? 100_000);
const runs = records > 100_000 ? 10 : 20;

/** Phrases and unfinished words are left out: PostgreSQL would expand them by rules of its own. */
const shared = queries.filter(({ query }) => !query.typing && !query.words.includes('"'));

async function feedBoth(postgres: PostgresRecords) {
  const index = await openIndex({ name: 'bench' });
  let batch: IndexChange[] = [];
  for (const put of corpus(records)) {
    postgres.put(put.changed, put);
    batch.push({ put });
    if (batch.length < 1_000 && put.changed < records) continue;
    index.apply(batch, put.changed);
    batch = [];
  }
  return index;
}

/** Every count of every facet. */
function sameCounts(own: IndexAnswer, { counts }: SqlAnswer, postgres: PostgresRecords): boolean {
  const all = shownFacets.flatMap((name, place) =>
    (own.facets[name] ?? []).map(({ value, count }) => [postgres.numberOf(place, value), count] as const),
  );
  return (
    all.length === Object.keys(counts).length && all.every(([number, count]) => counts[`${number}`] === count)
  );
}

async function timesOf(run: () => Promise<unknown>): Promise<{ readonly p50: number; readonly p95: number }> {
  for (let i = 0; i < 3; i += 1) await run();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(runs * 0.5)] ?? 0, p95: times[Math.floor(runs * 0.95)] ?? 0 };
}

async function main(postgres: PostgresRecords): Promise<void> {
  const index = await feedBoth(postgres);
  const seconds = await postgres.load();
  const version = await postgres.version();
  console.log(`PostgreSQL ${version}: ${records} records at ${Math.round(records / seconds)} records/s`);
  printTable([['ms', 'hits', 'own p50', 'own p95', 'sql p50', 'sql p95', 'sql/own']]);
  for (const { name, query } of shared) {
    const other = await timesOf(() => postgres.search(query));
    const own = timed(() => index.search(query));
    const [answer, sql] = [index.search(query), await postgres.search(query)];
    printTable([[name, answer.total, own.p50, own.p95, other.p50, other.p95, other.p50 / own.p50]]);
    const same = answer.total === sql.total && sameCounts(answer, sql, postgres);
    if (!same) throw new Error(`${name}: PostgreSQL finds ${sql.total} and counts otherwise`);
    tell({
      what: `search, ${name} (${records} records)`,
      measured: `p50 ${own.p50.toFixed(1)} ms, p95 ${own.p95.toFixed(1)} ms`,
      yardstick: `PostgreSQL ${version}, facets in SQL (p50 ${other.p50.toFixed(1)} ms)`,
      ratio: (own.p50 / other.p50).toFixed(3),
      goal: 'at most a tenth of its time',
      met: own.p50 * 10 <= other.p50,
    });
  }
}

if (withoutPostgres) console.log(`${withoutPostgres}. Nothing compared.`);
else {
  const postgres = await PostgresRecords.start();
  try {
    await main(postgres);
  } finally {
    await postgres.stop();
  }
}
