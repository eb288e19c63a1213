// Every check of the project, one after the other; all are run, and the end says which failed.
import { spawnSync } from 'node:child_process';

const steps = ['types', 'lint', 'rooms', 'unused', 'docs -- --check', 'unit'];
const failed: string[] = [];
for (const step of steps) {
  const begun = performance.now();
  console.log(`\n▶ ${step}`);
  const { status } = spawnSync(`npm run --silent ${step}`, { shell: true, stdio: 'inherit' });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✔' : '✘'} ${step} (${seconds} s)`);
  if (status !== 0) failed.push(step);
}
console.log(failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
