// What takes too long for every change: the same tests with the numbers that the project promises. `npm run long [name …]`.
// What they told stands in docs/reference/figures.md afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { keepLongRun } from '../bench/kept.ts';
import { longRunOf } from '../bench/long-run.ts';
import { tied } from '../tests/fixtures/at-exit.ts';

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
  failovers: {
    file: 'tests/journeys/failover.test.ts',
    environment: { SOUTHBRIDGE_FAILOVERS: '20' },
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
  const { status, printed } = await tried(file, environment);
  const seconds = (performance.now() - begun) / 1000;
  keepLongRun(longRunOf(name, environment, { printed, status, seconds }), Object.keys(runs));
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${seconds.toFixed(0)} s)`);
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? '\nAll came through.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Runs one file of tests, shows what it prints and gives it back. */
async function tried(
  file: string,
  environment: Long['environment'],
): Promise<{ readonly status: number | null; readonly printed: string }> {
  const child = tied(
    spawn(process.execPath, ['--test', '--test-reporter=spec', file], {
      stdio: ['inherit', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    }),
    // Told to end, it takes with it what it has started.
    (pid) => process.kill(pid, 'SIGTERM'),
  );
  let printed = '';
  child.stdout.on('data', (some: Buffer) => {
    process.stdout.write(some);
    printed += some;
  });
  const [status] = await once(child, 'close');
  return { status, printed };
}
