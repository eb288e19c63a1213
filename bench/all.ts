// Runs every benchmark of this folder, one after the other. Each prints ratios against its own yardstick.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** Parts that benchmarks share. */
const parts: ReadonlySet<string> = new Set([
  'all.ts',
  'corpus.ts',
  'iati-file.ts',
  'search-queries.ts',
  'search-fts.ts',
  'percentiles.ts',
  'office.ts',
  'office-records.ts',
  'office-posts.ts',
  'load-client.ts',
  'load-reads.ts',
  'load-writes.ts',
]);
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.ts') || parts.has(file)) continue;
  console.log(`\n── ${file}`);
  spawnSync(process.execPath, [`${folder}${file}`], { stdio: 'inherit' });
}
