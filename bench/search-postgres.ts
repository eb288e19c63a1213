/**
 * The search index beside full text of PostgreSQL with facets in SQL, the same work in the same run: the same records cut
 * into the same terms, the first 20, the total, and exact counts of eight facets:
 * `node bench/search-postgres.ts [--records 100000]`. Wanted: at least ten times as fast.
 */
import { shownFacets } from '../src/fields/facet.ts';
import type { IndexAnswer, IndexQuery } from '../src/operations/ports.ts';
import { withoutPostgres } from '../tests/fixtures/postgres-server.ts';
import { tell } from './figures.ts';
import { indexOf, recordsAsked } from './kept-index.ts';
import { kept, percentilesOf } from './percentiles.ts';
import { PostgresRecords, type SqlAnswer } from './postgres-records.ts';
import { printTable, queries, type Times, timed, toldTimes } from './search-queries.ts';

const records = recordsAsked();
/** What takes a second is asked less often: the time of a processor hardly varies. */
const [warming, runs] = records > 100_000 ? [1, 3] : [3, 20];

/** Phrases and unfinished words are left out: PostgreSQL would expand them by rules of its own. */
const shared = queries.filter(({ query }) => !query.typing && !query.words.includes('"'));

/** Every count of every facet. */
function sameCounts(own: IndexAnswer, { counts }: SqlAnswer, postgres: PostgresRecords): boolean {
  const all = shownFacets.flatMap((name, place) =>
    (own.facets[name] ?? []).map(({ value, count }) => [postgres.numberOf(place, value), count] as const),
  );
  return (
    all.length === Object.keys(counts).length && all.every(([number, count]) => counts[`${number}`] === count)
  );
}

async function timesOf(postgres: PostgresRecords, query: IndexQuery): Promise<Times> {
  for (let i = 0; i < warming; i += 1) await postgres.search(query);
  const times: number[] = [];
  const before = postgres.processorMs();
  for (let i = 0; i < runs; i += 1) await kept(times, () => postgres.search(query));
  const { p50, p95 } = percentilesOf(times);
  return { p50, p95, processor: (postgres.processorMs() - before) / runs };
}

async function main(postgres: PostgresRecords): Promise<void> {
  const index = await indexOf(records, (put) => postgres.put(put.changed, put));
  const seconds = await postgres.load();
  const version = await postgres.version();
  console.log(`PostgreSQL ${version}: ${records} records at ${Math.round(records / seconds)} records/s`);
  printTable([['ms', 'hits', 'own p50', 'own p95', 'sql p50', 'sql p95', 'sql/own']]);
  for (const { name, query } of shared) {
    const other = await timesOf(postgres, query);
    const own = timed(() => index.search(query));
    const [answer, sql] = [index.search(query), await postgres.search(query)];
    printTable([[name, answer.total, own.p50, own.p95, other.p50, other.p95, other.p50 / own.p50]]);
    const same = answer.total === sql.total && sameCounts(answer, sql, postgres);
    if (!same) throw new Error(`${name}: PostgreSQL finds ${sql.total} and counts otherwise`);
    tell({
      what: `search, ${name} (${records} records)`,
      measured: toldTimes(own),
      yardstick: `PostgreSQL ${version}, facets in SQL (${toldTimes(other)})`,
      ratio: (own.processor / other.processor).toFixed(3),
      goal: 'at most a tenth of its time of a processor',
      met: own.processor * 10 <= other.processor,
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
