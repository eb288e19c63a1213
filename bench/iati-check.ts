/**
 * How fast IATI XML is checked: builds a file of 50 MB in the temporary folder out of real activities, and prints the time of
 * `xmllint --stream --schema` (the yardstick, where the schemas of the standard are at hand) and of our check of structure,
 * rules and codes in one go, each in a process of its own, with its memory. Goal: at most 3 times the yardstick.
 *
 * node bench/iati-check.ts [folder with publishers' files]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInputFile } from '../src/exchange/files/open-input-file.ts';
import { checkIatiFile } from '../src/exchange/iati/check/check-file.ts';
import { defaultLimits } from '../src/exchange/limits.ts';
import { findShippedTable } from '../src/vocabulary/iati-tables.ts';
import { tell } from './figures.ts';
import { buildIatiFile, publishersFolder } from './iati-file.ts';

const size = 50_000_000;
const rounds = 3;

interface Run {
  readonly seconds: number;
  readonly records: number;
  readonly findings: number;
  readonly megabytes: number;
}

async function runOnce(path: string): Promise<void> {
  const start = performance.now();
  let findings = 0;
  const { records } = await checkIatiFile(await openInputFile(path), {
    limits: defaultLimits,
    tables: { find: findShippedTable },
    now: new Date().toISOString(),
    onFinding: () => {
      findings += 1;
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const run: Run = { seconds, records, findings, megabytes: process.resourceUsage().maxRSS / 1024 };
  console.log(JSON.stringify(run));
}

function schemaSeconds(schema: string, path: string): number {
  const start = performance.now();
  spawnSync('xmllint', ['--stream', '--nonet', '--noout', '--schema', schema, path], { stdio: 'ignore' });
  return (performance.now() - start) / 1000;
}

async function compare(folder: string): Promise<void> {
  const path = join(tmpdir(), `southbridge-check-${process.pid}.xml`);
  const schema = join(folder, '../standard/xsd/2.03/iati-activities-schema.xsd');
  try {
    await buildIatiFile(folder, path, size);
    const runs = Array.from({ length: rounds }, () => {
      const yardstick = existsSync(schema) ? schemaSeconds(schema, path) : Number.NaN;
      const out = execFileSync(process.execPath, [import.meta.filename, '--once', path], {
        encoding: 'utf8',
      });
      // Written by `runOnce` just above.
      return { yardstick, ...(JSON.parse(out) as Run) };
    });
    const yardstick = Math.min(...runs.map((run) => run.yardstick));
    const ours = Math.min(...runs.map((run) => run.seconds));
    const { records, findings } = runs[0] ?? { records: 0, findings: 0 };
    const memory = Math.max(...runs.map((run) => run.megabytes));
    console.log(`xmllint --stream --schema   ${yardstick.toFixed(2)} s`);
    tell({
      what: 'check of structure, rules and codes (50 MB)',
      measured: `${ours.toFixed(2)} s`,
      yardstick: 'xmllint --stream --schema',
      ratio: (ours / yardstick).toFixed(2),
      goal: 'at most 3 times',
      met: ours <= 3 * yardstick,
    });
    console.log(`${records} activities, ${findings} findings, ${memory.toFixed(0)} MB at most`);
  } finally {
    rmSync(path, { force: true });
  }
}

const [first, second] = process.argv.slice(2);
if (first === '--once' && second !== undefined) await runOnce(second);
else await compare(first ?? publishersFolder);
