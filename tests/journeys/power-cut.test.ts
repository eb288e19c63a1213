import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkLedger, listenTo } from '../fixtures/ledger.ts';

// The plug is pulled: a file system of its own (ext4 on a file) is shut down so that everything that was not synced is
// gone, as EXT4_IOC_SHUTDOWN does it. What was acknowledged is there after mounting again.

const cuts = Number(process.env['SOUTHBRIDGE_POWER_CUTS'] ?? 6);
const writer = fileURLToPath(new URL('../fixtures/ack-writer.ts', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'southbridge-power-'));
const [image, mounted] = [join(base, 'image'), join(base, 'mounted')];
mkdirSync(mounted);

const run = (command: string, ...words: readonly string[]) =>
  spawnSync(command, words, { encoding: 'utf8' }).status === 0;
const mount = () => run('mount', '-o', 'loop', image, mounted);
const unmount = () => run('umount', mounted);

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (linux/fs/ext4/ext4.h). */
const shutdown = `import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))`;
const pullThePlug = () => run('python3', '-c', shutdown, mounted);

function able(): boolean {
  if (process.getuid?.() !== 0 || !run('which', 'mkfs.ext4') || !run('which', 'python3')) return false;
  writeFileSync(image, Buffer.alloc(48_000_000));
  return run('mkfs.ext4', '-q', image) && mount();
}

const ready = able();
if (!ready)
  process.stderr.write(
    '\n*** SKIPPED: power cuts need root, a loop device, mkfs.ext4 and python3. NOT tried on this machine. ***\n',
  );
after(() => {
  unmount();
  rmSync(base, { recursive: true, force: true });
});

test(`the plug is pulled ${cuts} times while people write: nothing acknowledged is lost, nothing is half there`, {
  skip: !ready,
}, async (t) => {
  let [told, there] = [0, 0];
  for (let cut = 0; cut < cuts; cut += 1) {
    let pulled = false;
    const { acknowledged, lines } = await listenTo([process.execPath, writer, mounted], (child, line) => {
      if (line !== 'open') return;
      setTimeout(() => {
        // A machine without power says nothing more: what is heard was said before the plug was pulled. A sync that the
        // file system ends while it is being shut down may otherwise look done.
        child.kill('SIGSTOP');
        pulled = pullThePlug();
        child.kill('SIGKILL');
      }, Math.random() * 250);
    });
    assert.ok(pulled, 'the plug has to be pulled');
    assert.ok(lines.includes('open'), lines.join());
    assert.ok(unmount() && mount(), 'mounted again');
    const before = Math.max(acknowledged, there);
    there = await checkLedger(mounted, before);
    told += lines.filter((line) => line.startsWith('ack')).length;
  }
  assert.ok(told > cuts, `the writer must have got something done: ${told}`);
  t.diagnostic(`${cuts} cuts, ${told} acknowledged, 0 lost`);
});
