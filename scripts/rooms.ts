// Which room knows whom: dependency-cruiser with the table in .dependency-cruiser.cjs, and a look that it saw everything.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

const run = spawnSync(
  'npx',
  ['depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  {
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  },
);
interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly rule: { name: string }; from: string; to: string }[];
  };
}
// The form is dependency-cruiser's own.
const { modules, summary } = JSON.parse(run.stdout) as Cruise;
const seen = new Set(modules.map(({ source }) => source));
const missed = globSync('src/**/*.ts').filter((file) => !seen.has(file));
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (missed.length > 0) console.error(`Not looked at: ${missed.join(', ')}`);
console.log(`${seen.size} modules, ${summary.violations.length} arrows that the table forbids`);
process.exitCode = summary.violations.length > 0 || missed.length > 0 ? 1 : 0;
