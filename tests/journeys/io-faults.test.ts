import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkLedger, listenTo } from '../fixtures/ledger.ts';

// The disk fails at the first call, the second, the third … until writing gets through untouched: whatever happens,
// nothing is acknowledged that is not on disk, and reading goes on.

const writer = fileURLToPath(new URL('../fixtures/ack-writer.ts', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'southbridge-io-faults-'));
after(() => rmSync(base, { recursive: true, force: true }));

/** Every how many-th call is tried: all of them in the long run. */
const step = Number(process.env['SOUTHBRIDGE_FAULT_STEP'] ?? 6);
const writes = 3;
const mostCalls = 400;

const strace = spawnSync('strace', ['-V']).status === 0;
const root = process.getuid?.() === 0;
const privateMounts =
  root &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;

function skipped(reason: string, able: boolean): { skip: string } | object {
  if (able) return {};
  process.stderr.write(`\n*** SKIPPED: ${reason}. These promises were NOT tried on this machine. ***\n`);
  return { skip: reason };
}

for (const [call, error] of [
  ['fsync', 'EIO'],
  ['pwrite64', 'EIO'],
  ['pwrite64', 'ENOSPC'],
] as const) {
  test(
    `${call} fails with ${error} at call 1, ${1 + step}, ${1 + 2 * step} … until writing gets through: nothing acknowledged is lost`,
    skipped('strace is not installed', strace),
    async (t) => {
      let [refusals, acknowledged] = [0, 0];
      let when = 1;
      for (; when < mostCalls; when += step) {
        const folder = mkdtempSync(join(base, 'one-'));
        const inject = `inject=${call}:error=${error}:when=${when}`;
        const { lines, ...heard } = await listenTo([
          ...['strace', '-f', '-qq', '-o', join(folder, 'trace'), '-e', `trace=${call}`, '-e', inject],
          ...[process.execPath, writer, folder, String(writes)],
        ]);
        const refused = lines.filter((line) => /^(refused|ended)/.test(line));
        refusals += refused.length;
        acknowledged += heard.acknowledged;
        // Never that the log is damaged: it is not. Of some calls SQLite tells no more than that the disk failed.
        const expected = error === 'EIO' ? 'diskFailed' : '(diskFull|diskFailed)';
        for (const line of refused) assert.match(line, new RegExp(`^(refused|ended) ${expected}$`));
        for (const [place, line] of lines.entries())
          if (line.startsWith('refused')) assert.match(lines[place + 1] ?? '', /^read /, lines.join('\n'));
        await checkLedger(folder, heard.acknowledged);
        const failed = readFileSync(join(folder, 'trace'), 'utf8').includes('INJECTED');
        rmSync(folder, { recursive: true });
        if (!failed) {
          assert.deepEqual([heard.acknowledged, refused.length], [writes, 0]);
          break;
        }
      }
      assert.ok(when < mostCalls, 'in the end writing has to get through');
      t.diagnostic(`up to call ${when}: ${acknowledged} acknowledged, ${refusals} refused, 0 lost`);
    },
  );
}

test(
  'on a full disk nothing is acknowledged and reading goes on; writing goes on within 10 seconds of new room',
  skipped('no right to mount a small disk of its own', privateMounts),
  async (t) => {
    const folder = mkdtempSync(join(base, 'small-'));
    const script = [
      'set -e',
      `mount -t tmpfs -o size=3m tmpfs ${folder}`,
      `head -c 700000 /dev/zero > ${folder}/ballast`,
      `( sleep 2; while [ ! -e ${folder}/southbridge.db ]; do sleep 0.1; done; sleep 4; rm ${folder}/ballast; echo room ) &`,
      `timeout 60 ${process.execPath} ${writer} ${folder} 500 "$(head -c 20000 /dev/zero | tr '\\0' w)"`,
      `${process.execPath} ${fileURLToPath(new URL('../fixtures/ack-reader.ts', import.meta.url))} ${folder}`,
    ].join('\n');
    const { lines, acknowledged } = await listenTo(['unshare', '-m', 'sh', '-c', script]);
    const full = lines.indexOf('refused diskFull');
    const room = lines.indexOf('room');
    assert.ok(full >= 0 && room > full, `the disk has to be full first: ${lines.slice(0, 5).join()}`);
    const resumed = lines.findIndex((line, place) => place > room && line.startsWith('ack'));
    assert.ok(resumed > room, 'writing goes on');
    // A try every 20 ms and more: so many lines are less than 10 seconds.
    assert.ok(resumed - room < 500, `${resumed - room} lines`);
    assert.equal(
      lines.filter((line) => line.startsWith('refused')).length,
      lines.filter((line) => line.startsWith('read')).length,
    );
    assert.equal(lines.at(-1), `there ${acknowledged}`, 'what was acknowledged is there, and nothing else');
    t.diagnostic(
      `${acknowledged} acknowledged, ${lines.filter((line) => line.startsWith('refused')).length} refused, 0 lost`,
    );
  },
);
