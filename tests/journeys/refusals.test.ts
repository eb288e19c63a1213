import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSqliteLog } from '../../src/log/sqlite-log.ts';
import { intake } from '../contracts/record-log.ts';
import { southbridge, startHouse } from '../fixtures/running-house.ts';

// What a node cannot go on with is refused at start, in words that say what to do; nothing is guessed, nothing is changed.

const base = mkdtempSync(join(tmpdir(), 'southbridge-refusals-'));
after(() => rmSync(base, { recursive: true, force: true }));
const good = join(base, 'good');
let made = 0;

before(async () => {
  assert.equal(
    (await southbridge(good, 'admin', 'create', '--email', 'ada@example.org', '--name', 'Ada')).code,
    0,
  );
});

function copyOfGood(sql = ''): string {
  made += 1;
  const dataDir = join(base, `copy-${made}`);
  cpSync(good, dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, 'southbridge.db'));
  db.exec(sql);
  db.close();
  return dataDir;
}

async function refused(
  dataDir: string,
  words: RegExp,
  environment: Record<string, string> = {},
): Promise<void> {
  await assert.rejects(
    startHouse({ dataDir, environment: { LANG: 'en_US.UTF-8', LC_ALL: '', ...environment } }),
    words,
  );
}

test('a store of a newer program', async () => {
  await refused(
    copyOfGood('PRAGMA user_version = 99'),
    /newer version of the program\. Start that version, or restore/,
  );
});

test('a store that was brought up to date in part', async () => {
  await refused(copyOfGood('DROP TABLE kept'), /only in part.*restore the newest backup/);
  await refused(copyOfGood('PRAGMA user_version = 1'), /only in part.*restore the newest backup/);
});

test('a file that is no store', async () => {
  const dataDir = join(base, 'no-store');
  cpSync(good, dataDir, { recursive: true });
  writeFileSync(join(dataDir, 'southbridge.db'), 'PK\u0003\u0004'.padEnd(5000, 'z'));
  await refused(dataDir, /southbridge\.db/);
});

test('a file in the place of the data folder', async () => {
  await refused(join(good, 'southbridge.db'), /southbridge\.db is not a file that can be read/);
});

test('a clock that has gone back', async () => {
  const dataDir = copyOfGood();
  const log = openSqliteLog({ file: join(dataDir, 'southbridge.db') });
  const late = intake('late.csv');
  assert.ok(late.kind === 'intake');
  await log.append([{ ...late, intake: { ...late.intake, at: '2099-01-01T00:00:00.000Z' } }]);
  await log.close();
  await refused(dataDir, /entries of 2099.*Set the clock/);
});

test('settings of which several are wrong or do not go together, all at once', async () => {
  await refused(copyOfGood(), /PORT.*METRICS_PORT.*LOG_LEVEL.*BACKUP_KEY_SECRET/s, {
    PORT: '70000',
    METRICS_PORT: 'x',
    LOG_LEVEL: 'loud',
    BACKUP_KEY_ID: 'somebody',
  });
});

test('an index that was copied from another node shows nothing of it: it is made again', async () => {
  const other = await startHouse({ dataDir: join(base, 'other') });
  await until(async () => (await recordsOf(other)) > 0);
  await other.stop();
  assert.ok(existsSync(join(base, 'other', 'index', 'everybody.index')));
  const dataDir = copyOfGood();
  const first = await startHouse({ dataDir, arguments: ['--empty'] });
  await first.stop();
  rmSync(join(dataDir, 'index'), { recursive: true });
  cpSync(join(base, 'other', 'index'), join(dataDir, 'index'), { recursive: true });
  const house = await startHouse({ dataDir, arguments: ['--empty'] });
  assert.equal(await recordsOf(house), 0);
  assert.match(house.printed(), /The index was of another log: it is made again/);
  await house.stop();
});

test('a node that began empty keeps its index', async () => {
  const dataDir = join(base, 'began-empty');
  const first = await startHouse({ dataDir });
  await until(async () => (await recordsOf(first)) > 0);
  await first.stop();
  const again = await startHouse({ dataDir });
  assert.ok((await recordsOf(again)) > 0);
  assert.doesNotMatch(again.printed(), /made again/);
  await again.stop();
});

async function recordsOf({ address }: { readonly address: string }): Promise<number> {
  return ((await (await fetch(`${address}/health`)).json()) as { records: number }).records;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(50);
}

const mounts =
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;
if (!mounts)
  process.stderr.write(
    '\n*** SKIPPED: a folder without rights needs root here. NOT tried on this machine. ***\n\n',
  );

test('a folder in which the program may not write', { skip: !mounts }, () => {
  const dataDir = join(base, 'read-only');
  const program = fileURLToPath(new URL('../../bin/southbridge.js', import.meta.url));
  const script = `mkdir -p ${dataDir} && mount -t tmpfs -o ro tmpfs ${dataDir} && exec ${process.execPath} ${program} verify`;
  const { status, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', script], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: dataDir, LANG: 'en_US.UTF-8', LC_ALL: '' },
  });
  assert.equal(status, 1);
  assert.match(stderr, /may not use .*read-only.*Give it to the user who runs the program/);
});
