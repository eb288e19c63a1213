/**
 * How the cost of a search grows: the index beside FTS5, PostgreSQL and Xapian with 10,000, 100,000 and 1,000,000 records,
 * each benchmark of its own in a process of its own. The index is made once for each number and kept for the others. Takes
 * 6 GB of memory and 8 GB of disk.
 *
 *     node bench/search-scale.ts [numbers of records, …]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const given = process.argv.slice(2).map(Number);
const sizes = given.length === 0 ? [10_000, 100_000, 1_000_000] : given;

for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-index-'));
  for (const bench of ['search-index', 'search-postgres', 'search-xapian']) {
    console.log(`\n${bench}, ${size} records`);
    const begun = performance.now();
    const { status, signal } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, `${bench}.ts`), '--records', `${size}`],
      { stdio: 'inherit', env: { ...process.env, SOUTHBRIDGE_BENCH_INDEX: folder } },
    );
    console.log(`${bench}, ${size} records: ${Math.round((performance.now() - begun) / 1_000)} s`);
    // The others still tell what they can.
    if (status !== 0) {
      console.error(`Error: ${bench} with ${size} records ended with ${status ?? signal}`);
      process.exitCode = 1;
    }
  }
  rmSync(folder, { recursive: true });
}
