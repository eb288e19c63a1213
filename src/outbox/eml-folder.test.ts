import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { emlFolder, emlNameOf } from './eml-folder.ts';
import type { Message } from './transport.ts';

const envelope = { from: 'node@example.org', to: 'desk@example.org' };
const messageOf = (key: string): Message => ({
  key,
  envelope,
  bytes: Buffer.from(`Subject: ${key}\r\n\r\n`),
  text: `To open: https://example.org/?secret=${key}`,
});
/** Nothing is asked of a house whose second hand-over makes no second letter. */
const notAsked = () => assert.fail('asked');

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-eml-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a letter becomes one file and its words in another, however often it is handed over, and nothing else stays', async (t) => {
  const folder = join(newFolder(t), 'outbox');
  const way = emlFolder(folder);
  for (let time = 0; time < 3; time += 1) {
    assert.deepEqual(await way.send(messageOf('note:ml:2026-11-22'), notAsked), { kind: 'sent' });
  }
  const names = readdirSync(folder);
  const name = emlNameOf('note:ml:2026-11-22');
  assert.deepEqual(names, [name, name.replace('.eml', '.txt')]);
  assert.match(names[0] ?? '', /^note-ml-2026-11-22-[0-9a-f]{16}\.eml$/);
  assert.equal(readFileSync(join(folder, names[0] ?? ''), 'latin1'), 'Subject: note:ml:2026-11-22\r\n\r\n');
});

test('letters may hold sign-in links: nobody but the node reads them', async (t) => {
  const folder = join(newFolder(t), 'outbox');
  await emlFolder(folder).send(messageOf('k'), notAsked);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
});

test('a link can be copied from the text beside the letter, and goes with it', async (t) => {
  const folder = newFolder(t);
  const way = emlFolder(folder);
  await way.send({ ...messageOf('k'), bytes: Buffer.from('To: desk@example.org\r\n\r\nx=3D') }, notAsked);
  const [text = ''] = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  assert.match(readFileSync(join(folder, text), 'utf8'), /https:\/\/example\.org\/\?secret=k$/);
  await way.forget?.('desk@example.org');
  assert.deepEqual(readdirSync(folder), []);
});

test('keys that differ give files that differ, and none leaves the folder or hides in it', async (t) => {
  const folder = newFolder(t);
  const keys = [
    'a/b',
    'a:b',
    'A:b',
    '../a',
    '../../etc/passwd',
    '.',
    '',
    'ل',
    '水',
    `${'k'.repeat(300)}1`,
    `${'k'.repeat(300)}2`,
  ];
  for (const key of keys)
    assert.deepEqual(await emlFolder(folder).send(messageOf(key), notAsked), { kind: 'sent' });
  const names = readdirSync(folder).filter((name) => !name.endsWith('.txt'));
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, keys.length);
  for (const name of names) assert.match(name, /^[A-Za-z0-9_-]+\.eml$/);
});

test('a folder that cannot be written is no fault of the letter: it is tried later', async (t) => {
  const file = join(newFolder(t), 'file');
  writeFileSync(file, '');
  const outcome = await emlFolder(join(file, 'outbox')).send(messageOf('k'), notAsked);
  assert.ok(outcome.kind === 'later' && outcome.unreachable && /ENOTDIR/.test(outcome.words));
});
