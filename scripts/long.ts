// What takes too long for every change: the same tests with the numbers that the project promises. `npm run long [name …]`.
import { spawnSync } from 'node:child_process';

interface Long {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

const runs: Readonly<Record<string, Long>> = {
  kills: { file: 'tests/journeys/kill.test.ts', environment: { SOUTHBRIDGE_KILL_ROUNDS: '1000' } },
  operations: {
    file: 'tests/journeys/kill-operations.test.ts',
    environment: { SOUTHBRIDGE_OPERATION_KILLS: '100' },
  },
  migrations: {
    file: 'tests/journeys/upgrade.test.ts',
    environment: { SOUTHBRIDGE_MIGRATION_KILLS: '100' },
  },
  power: { file: 'tests/journeys/power-cut.test.ts', environment: { SOUTHBRIDGE_POWER_CUTS: '100' } },
  faults: { file: 'tests/journeys/io-faults.test.ts', environment: { SOUTHBRIDGE_FAULT_STEP: '1' } },
  tampering: {
    file: 'tests/journeys/log-tampering.test.ts',
    environment: { SOUTHBRIDGE_MUTATIONS: '10000' },
  },
  engines: {
    file: 'tests/contracts/engines-agree.test.ts',
    environment: { SOUTHBRIDGE_SEQUENCES: '10000' },
  },
  nodes: {
    file: 'tests/long/many-nodes.test.ts',
    environment: { SOUTHBRIDGE_RECORDS: '100000', SOUTHBRIDGE_SECONDS: '120' },
  },
  flips: { file: 'src/backup/backup.test.ts', environment: { SOUTHBRIDGE_FLIPS: '10000' } },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(runs, name));
if (unknown.length > 0) {
  console.error(`No such run: ${unknown.join(', ')}. There are: ${Object.keys(runs).join(', ')}`);
  process.exit(2);
}
const failed: string[] = [];
for (const [name, { file, environment }] of Object.entries(runs)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const begun = performance.now();
  console.log(`\n▶ ${name}: ${JSON.stringify(environment)}`);
  const { status } = spawnSync(process.execPath, ['--test', file], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${((performance.now() - begun) / 1000).toFixed(0)} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll came through.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
