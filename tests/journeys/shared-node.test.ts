import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { KeyStatement, SignedHead } from '../../src/operations/ports/log-proofs.ts';
import { tied } from '../fixtures/at-exit.ts';
import { contentOf, filledNode } from '../fixtures/filled-node.ts';
import { outside } from '../fixtures/outside-checker.ts';
import { type PostgresServer, startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';
import { type Ran, type RunningHouse, southbridgeWith, startHouse } from '../fixtures/running-house.ts';

// Nodes that share a PostgreSQL: backed up with everything that they share, restored to either engine, and signing as one.

const skip = withoutPostgres;
const checker = fileURLToPath(new URL('../../docs/check-log-proof.mjs', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'southbridge-shared-'));
let server: PostgresServer;

before(async () => {
  if (!skip) server = await startPostgres();
});
after(async () => {
  await server?.stop();
  rmSync(root, { recursive: true });
});

async function done(environment: Record<string, string>, ...words: readonly string[]): Promise<Ran> {
  const ran = await southbridgeWith(environment, ...words);
  assert.equal(ran.code, 0, `${words.join(' ')}: ${ran.err}${ran.out}`);
  return ran;
}

interface Said {
  readonly size: number;
  readonly root: string;
}

test('a backup of nodes on PostgreSQL holds all that they keep, and is restored to PostgreSQL and to a folder as it was', {
  skip,
}, async () => {
  const [from, place] = [join(root, 'from'), join(root, 'place')];
  await filledNode(from, 300);
  await done({ DATA_DIR: from }, 'log-key');
  const url = await server.newDatabase();
  await done({ DATA_DIR: from }, 'move', '--to', url);
  // Another node, with nothing in its own folder.
  const other = { DATA_DIR: join(root, 'other'), DATABASE_URL: url };
  const saved = JSON.parse((await done(other, 'backup', place, '--json')).out) as Said;
  assert.equal(JSON.parse((await done(other, 'backup', place, '--json')).out).root, saved.root);
  await done(other, 'verify', place);

  const [folder, home] = [join(root, 'folder'), join(root, 'home')];
  const there = { DATA_DIR: join(root, 'there'), DATABASE_URL: await server.newDatabase() };
  for (const target of [{ DATA_DIR: folder }, there]) {
    const restored = JSON.parse((await done(target, 'restore', place, '--json')).out) as Said;
    assert.deepEqual([restored.size, restored.root], [saved.size, saved.root]);
    await done(target, 'verify', '--against', `${saved.size}:${saved.root}`);
    const again = await southbridgeWith(target, 'restore', place);
    assert.match(again.err, /not empty/, 'nothing is restored over a node that is there');
  }
  assert.deepEqual(
    readdirSync(there.DATA_DIR).filter((name) => /restoring|\.db$|key/.test(name)),
    [],
  );
  await done(there, 'move', '--to', home);
  const content = contentOf(from);
  assert.equal(contentOf(folder), content);
  assert.equal(contentOf(home), content);
  const keys = await Promise.all(
    [{ DATA_DIR: from }, { DATA_DIR: folder }, there].map((one) => done(one, 'log-key')),
  );
  assert.equal(new Set(keys.map(({ out }) => out)).size, 1, 'the log keeps its name and its keys');
});

test('a database in which somebody is known already is not restored over', { skip }, async () => {
  const target = { DATA_DIR: join(root, 'known'), DATABASE_URL: await server.newDatabase() };
  await done(target, 'admin', 'create', '--email', 'awa@gov.example', '--name', 'Awa');
  const refused = await southbridgeWith(target, 'restore', join(root, 'place'));
  assert.equal(refused.code, 1);
  assert.match(refused.err, /not empty/);
});

/** The short program of an outsider, asking one node. */
async function check({ address }: RunningHouse, ...words: readonly string[]): Promise<string> {
  const child = tied(spawn(process.execPath, [checker, address, ...words]));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const [code] = await once(child, 'close');
  assert.equal(code, 0, said);
  return said;
}

function line(id: string): string {
  const participants = [{ country: 'BR', role: 'provider' }];
  return JSON.stringify({ id, title: { en: id }, observedBy: 'nobody', modality: 'bilateral', participants });
}

test('a head kept from one node is what the log at another begins with, and a record is proved there', {
  skip,
}, async () => {
  const environment = { DATABASE_URL: await server.newDatabase() };
  const nodes = await Promise.all([1, 2].map(() => startHouse({ environment, arguments: ['--empty'] })));
  try {
    const [one, two] = nodes;
    assert.ok(one !== undefined && two !== undefined);
    const [first, later, kept] = ['first.jsonl', 'later.jsonl', 'kept-head.json'].map((name) =>
      join(root, name),
    );
    assert.ok(first !== undefined && later !== undefined && kept !== undefined);
    writeFileSync(first, line('wells'));
    writeFileSync(later, line('pumps'));
    await done({ ...environment, DATA_DIR: one.dataDir }, 'import', first);
    writeFileSync(kept, await check(one));
    await done({ ...environment, DATA_DIR: two.dataDir }, 'import', later);
    assert.match(await check(two, kept), /begins with/);
    assert.match(await check(two, 'activity/wells'), /stand in the log as shown/);

    const own = { ...environment, DATA_DIR: join(root, 'checking') };
    for (const against of [kept, two.address])
      assert.match((await done(own, 'verify', '--against', against)).out, /exactly these entries/);
    const { size, root: hash } = await headOf(one);
    for (const [against, said] of [
      [`${size + 5}:${hash}`, /cut or rolled back/],
      [`${size - 1}:${hash}`, /edited, taken out/],
    ] as const) {
      const { code, out } = await southbridgeWith(own, 'verify', '--against', against);
      assert.equal(code, 1);
      assert.match(out, said);
    }
  } finally {
    for (const node of nodes) await node.drop();
  }
});

async function headOf({ address }: RunningHouse): Promise<SignedHead> {
  return (await (await fetch(`${address}/log/head`)).json()) as SignedHead;
}

test('nodes that share a log sign its heads as one; a new key and a revoked one hold at all of them', {
  skip,
}, async () => {
  const environment = { DATABASE_URL: await server.newDatabase() };
  const nodes = await Promise.all([1, 2].map(() => startHouse({ environment, arguments: ['--empty'] })));
  try {
    const [one, two] = nodes;
    assert.ok(one !== undefined && two !== undefined);
    const file = join(root, 'wells.jsonl');
    writeFileSync(file, ['wells', 'pumps'].map(line).join('\n'));
    await done({ ...environment, DATA_DIR: one.dataDir }, 'import', file);
    const [a, b] = await Promise.all([headOf(one), headOf(two)]);
    assert.deepEqual([b.log, b.key, b.size, b.root], [a.log, a.key, a.size, a.root]);
    const { statements } = (await (await fetch(`${two.address}/log/keys`)).json()) as {
      statements: readonly KeyStatement[];
    };
    outside.checkHead(a, outside.readKeys(statements));

    const kept = join(root, 'kept.json');
    writeFileSync(kept, JSON.stringify(a));
    const third = { ...environment, DATA_DIR: join(root, 'third') };
    assert.match((await done(third, 'verify', '--against', kept)).out, /signed with/);
    assert.match((await done(third, 'log-key', 'rotate')).out, /from now on/);
    const after = await Promise.all(nodes.map(headOf));
    assert.equal(new Set(after.map(({ key }) => key)).size, 1);
    assert.notEqual(after[0]?.key, a.key);
    assert.equal(after[1]?.log, a.log, 'the log keeps its name');
    await done(third, 'verify', '--against', kept);
    await done(third, 'log-key', 'revoke', a.key, '--reason', 'Laptop lost');
    for (const { dataDir } of nodes) {
      const refused = await southbridgeWith(
        { ...environment, DATA_DIR: dataDir },
        'verify',
        '--against',
        kept,
      );
      assert.equal(refused.code, 1);
      assert.match(refused.err, /was revoked/);
    }
  } finally {
    for (const node of nodes) await node.drop();
  }
});
