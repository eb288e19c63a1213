import { parseArgs } from 'node:util';
import { openIndex } from '../src/index/open-index.ts';
import type { IndexChange, IndexDocument, SearchIndex } from '../src/operations/ports.ts';
import { corpus } from './corpus.ts';

/** Where benchmarks that follow one another keep the index of the same records, as `search-scale.ts` says; else in memory. */
const folder = process.env['SOUTHBRIDGE_BENCH_INDEX'];
const atOnce = 1_000;

/** How many records a benchmark is to take, 100,000 where its `--records` does not say; other options are its own. */
export function recordsAsked(): number {
  const { values } = parseArgs({
    strict: false,
    options: { records: { type: 'string', default: '100000' } },
  });
  return Number(values.records);
}

/**
 * The index of so many invented records, made unless the benchmark before has left it; each record is also shown to
 * `see`, to be put into a yardstick.
 */
export async function indexOf(records: number, see: (document: IndexDocument) => void): Promise<SearchIndex> {
  const index = await openIndex({ name: 'bench', ...(folder === undefined ? {} : { folder }) });
  const made = index.position() === records;
  let batch: IndexChange[] = [];
  for (const put of corpus(records)) {
    see(put);
    if (made) continue;
    batch.push({ put });
    if (batch.length < atOnce && put.changed < records) continue;
    index.apply(batch, put.changed);
    batch = [];
  }
  if (!made) await index.save();
  return index;
}
