import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startMailServer } from '../../tests/fixtures/mail-server.ts';
import type { LetterAccount } from '../operations/ports/outbox.ts';
import { emlFolder, emlNameOf } from './eml-folder.ts';
import { openOutbox } from './open-outbox.ts';
import { smtp } from './smtp.ts';
import type { Transport } from './transport.ts';

const rounds = Number(process.env['SOUTHBRIDGE_MAIL_KILL_ROUNDS'] ?? 15);
const mailer = fileURLToPath(new URL('../../tests/fixtures/kill-mailer.ts', import.meta.url));
/** A day a round: what a dead process had taken up is due again in the next. */
const dayOf = (round: number) => new Date(Date.UTC(2026, 0, 1 + round)).toISOString();

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-kill-mail-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Lets a mailer work for a random moment and kills it; gives the keys that it acknowledged. */
async function oneDeath(file: string, way: string, name: string, now: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [mailer, file, way, name, now], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
  const keys: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'open') setTimeout(() => child.kill('SIGKILL'), Math.random() * 600);
    else keys.push(line);
  }
  assert.equal(await ended, 'SIGKILL', 'the mailer must die by our hand, not by an error of its own');
  return keys;
}

/** Sends what the dead have left, as a new start would, and gives what became of every letter. */
async function settle(file: string, transport: Transport): Promise<ReadonlyMap<string, LetterAccount>> {
  const outbox = openOutbox({ file, transport, from: 'mail@example.org' });
  const { waiting } = await outbox.deliver(dayOf(rounds + 1));
  assert.equal(waiting, 0);
  const accounts = await outbox.accounts(1_000_000);
  await outbox.close();
  return new Map(accounts.map((account) => [account.key, account]));
}

test(`two processes on one outbox die ${rounds} times each: no letter is sent twice, none is lost`, async (t) => {
  const file = join(newFolder(t), 'outbox.db');
  // Some time before it answers, so that many deaths fall between a message and its answer.
  const server = await startMailServer(async () => {
    await sleep(Math.random() * 60);
    return undefined;
  });
  t.after(() => server.close());
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const both = ['left', 'right'].map((side) =>
      oneDeath(file, server.url, `${side}-${round}`, dayOf(round)),
    );
    acknowledged.push(...(await Promise.all(both)).flat());
  }
  await sleep(100);
  const accounts = await settle(file, smtp(server.url));
  const came = new Map<string, number>();
  for (const { bytes } of server.received) {
    const key = /^subject: (.+)$/im.exec(bytes.toString())?.[1]?.trim() ?? '';
    came.set(key, (came.get(key) ?? 0) + 1);
  }
  assert.deepEqual(
    [...came].filter(([, times]) => times > 1),
    [],
    'letters sent twice',
  );
  assert.deepEqual(
    acknowledged.filter((key) => !accounts.has(key)),
    [],
    'acknowledged letters that are gone',
  );
  const wrong = [...accounts.values()].filter(({ key, standing }) =>
    standing === 'sent' ? !came.has(key) : standing !== 'uncertain',
  );
  assert.deepEqual(wrong, [], 'a letter said to have left has come; any other is uncertain');
  const uncertain = [...accounts.values()].filter(({ standing }) => standing === 'uncertain');
  assert.ok(uncertain.length <= 2 * rounds, 'a death leaves one letter uncertain at most');
  assert.ok(
    acknowledged.length > rounds && server.received.length > rounds,
    'the mailers must get something done',
  );
  const arrived = uncertain.filter(({ key }) => came.has(key)).length;
  t.diagnostic(
    `${2 * rounds} deaths, ${acknowledged.length} letters acknowledged, ${server.received.length} came, 0 twice, ` +
      `0 lost, ${uncertain.length} uncertain, of which ${arrived} had come`,
  );
});

test(`a mailer into a folder dies ${rounds} times: every letter is one whole file, none is uncertain`, async (t) => {
  const folder = newFolder(t);
  const file = join(folder, 'outbox.db');
  const way = join(folder, 'outbox');
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    acknowledged.push(...(await oneDeath(file, way, `folder-${round}`, dayOf(round))));
  }
  const accounts = await settle(file, emlFolder(way));
  assert.deepEqual(
    acknowledged.filter((key) => accounts.get(key)?.standing !== 'sent'),
    [],
  );
  // Every letter of the outbox, those included of which the dead could not tell any more.
  assert.deepEqual(
    readdirSync(way)
      .filter((name) => name.endsWith('.eml'))
      .sort(),
    [...accounts.keys()].map(emlNameOf).sort(),
  );
  assert.ok(acknowledged.length > rounds);
  t.diagnostic(`${rounds} deaths, ${acknowledged.length} letters acknowledged, 0 lost, 0 twice`);
});
