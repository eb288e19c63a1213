// Every check of the project; all are run, and the end says which failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What reads the sources only, two at a time; the tests come after them and have the machine to themselves. */
const ofSources = ['types', 'lint', 'unused', 'rooms', 'docs -- --check'];
const failed: string[] = [];

/** Runs a step. What it prints is shown when it ends, or as it comes when nothing runs beside it. */
async function check(step: string, beside: boolean): Promise<void> {
  const begun = performance.now();
  if (!beside) console.log(`\n▶ ${step}`);
  const child = spawn(`npm run --silent ${step}`, {
    shell: true,
    stdio: beside ? ['inherit', 'pipe', 'pipe'] : 'inherit',
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (some: Buffer) => printed.push(some));
  const [status] = await once(child, 'close');
  if (beside) {
    console.log(`\n▶ ${step}`);
    process.stdout.write(Buffer.concat(printed));
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✔' : '✘'} ${step} (${seconds} s)`);
  if (status !== 0) failed.push(step);
}

const waiting = [...ofSources];
async function lane(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await check(step, true);
}
await Promise.all([lane(), lane()]);
await check('unit', false);
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
