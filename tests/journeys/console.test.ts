import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { openOutbox } from '../../src/outbox/open-outbox.ts';
import { type RunningHouse, southbridge, startHouse } from '../fixtures/running-house.ts';

// What the machine's owner does at its console, through the program itself.

const folder = await mkdtemp(join(tmpdir(), 'southbridge-console-'));
after(() => rm(folder, { recursive: true, force: true }));

const ada = ['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada Diop'] as const;

/** Open until the test ends, however it ends. */
async function openHouse(t: TestContext, dataDir: string): Promise<RunningHouse> {
  const house = await startHouse({ dataDir, arguments: ['--empty'] });
  t.after(() => house.stop());
  return house;
}

/** It is printed right after the address. */
async function printedLink(house: RunningHouse): Promise<string> {
  for (;;) {
    const [, link] = /^ {2}(http:\S+\/en\/first-administrator\?secret=\S+)$/m.exec(house.printed()) ?? [];
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface ListedPost {
  readonly id: string;
  readonly kind: string;
  readonly holders: readonly { readonly email: string; readonly deputy: boolean }[];
}

async function postsOf(dataDir: string): Promise<readonly ListedPost[]> {
  return JSON.parse((await southbridge(dataDir, 'admin', 'list', '--json')).out);
}

test('an empty node prints a link that opens the page for its first administrator, and no more once there is one', async (t) => {
  const dataDir = join(folder, 'first');
  const house = await openHouse(t, dataDir);
  const link = await printedLink(house);
  assert.equal(new URL(link).host, new URL(house.address).host, 'the port that is really open');
  const page = await fetch(link);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<h1>First administrator/);
  assert.equal((await southbridge(dataDir, ...ada)).code, 0);
  assert.equal((await fetch(link)).status, 400, 'somebody has an account: the link leads nowhere');
  await house.stop();
  const again = await openHouse(t, dataDir);
  assert.doesNotMatch(again.printed(), /first-administrator/);
});

test('admin create prints a link that signs in once, in the language of the person', async (t) => {
  const dataDir = join(folder, 'create');
  const house = await openHouse(t, dataDir);
  const { out, err, code } = await southbridge(dataDir, ...ada, '--lang', 'fr');
  assert.equal(code, 0, err);
  const [, printed = ''] = /^ {2}(http:\S+\/fr\/sign-in\/link\?secret=\S+)$/m.exec(out) ?? [];
  const link = printed.replace(/^http:\/\/[^/]+/, house.address);
  const looked = await fetch(link);
  assert.equal(looked.status, 200);
  assert.match(await looked.text(), /<html[^>]* lang="?fr/);
  const secret = new URL(link).searchParams.get('secret') ?? '';
  const press = () =>
    fetch(`${house.address}/fr/sign-in/link`, {
      method: 'POST',
      body: new URLSearchParams({ secret }),
      headers: { origin: house.address },
      redirect: 'manual',
    });
  const came = await press();
  assert.equal(came.status, 303);
  assert.match(came.headers.get('set-cookie') ?? '', /session=/);
  assert.notEqual((await press()).status, 303, 'the link works once');
});

test('a second administrator becomes deputy of the first; making one twice changes nothing but the link', async () => {
  const dataDir = join(folder, 'second');
  const first = JSON.parse((await southbridge(dataDir, ...ada, '--json')).out);
  const again = JSON.parse((await southbridge(dataDir, ...ada, '--json')).out);
  assert.equal(again.account, first.account);
  assert.notEqual(again.link, first.link);
  await southbridge(dataDir, 'admin', 'create', '--email', 'bo@example.org', '--name', 'Bo');
  const posts = await postsOf(dataDir);
  assert.deepEqual(
    posts.map(({ id, kind, holders }) => [id, kind, holders.map(({ email, deputy }) => [email, deputy])]),
    [
      [
        'administrator',
        'administrator',
        [
          ['ada@example.org', false],
          ['bo@example.org', true],
        ],
      ],
    ],
  );
  const { out } = await southbridge(dataDir, 'admin', 'list');
  assert.match(
    out,
    /^administrator .*held by ada@example\.org since \d{4}-\d\d-\d\d, deputy bo@example\.org/m,
  );
});

test('what is no address, no language or missing is said, and makes nobody', async () => {
  const dataDir = join(folder, 'wrong');
  const address = await southbridge(dataDir, 'admin', 'create', '--email', 'ada', '--name', 'Ada');
  assert.deepEqual([address.code, /ada/.test(address.err)], [1, true]);
  assert.equal((await southbridge(dataDir, ...ada, '--lang', 'tlh')).code, 2);
  assert.equal((await southbridge(dataDir, 'admin', 'create', '--name', 'Ada')).code, 2);
  assert.deepEqual(await postsOf(dataDir), []);
});

test('mail shows what has not left and why; send-again lets it leave', async () => {
  const dataDir = join(folder, 'mail');
  await southbridge(dataDir, ...ada);
  const outbox = openOutbox({
    file: join(dataDir, 'outbox.db'),
    from: 'node@example.org',
    transport: { send: async () => ({ kind: 'refused', words: 'no such mailbox' }) },
  });
  const letter = {
    to: 'bo@example.org',
    language: 'en',
    subject: 'Wells',
    text: 'Wells',
    html: '<p>Wells',
  } as const;
  const now = new Date().toISOString();
  await outbox.enqueue([{ key: 'gone', ...letter }], now);
  await outbox.deliver(now);
  await outbox.enqueue([{ key: 'fresh', ...letter }], now);
  await outbox.close();
  const { out } = await southbridge(dataDir, 'mail');
  assert.match(out, /^waiting: fresh to bo@example\.org, next try /m);
  assert.match(out, /^given up: gone to bo@example\.org, tried 1 time: no such mailbox$/m);
  assert.equal((await southbridge(dataDir, 'mail', 'send-again', 'gone')).code, 0);
  const [, gone] = JSON.parse((await southbridge(dataDir, 'mail', '--json')).out);
  assert.equal(gone.standing, 'waiting');
  const missing = await southbridge(dataDir, 'mail', 'send-again', 'nobody');
  assert.deepEqual([missing.code, /nobody/.test(missing.err)], [1, true]);
});

test('erase asks first, and then leaves no byte of the person and no post that seems to be held', async () => {
  const dataDir = join(folder, 'erase');
  const { account } = JSON.parse((await southbridge(dataDir, ...ada, '--json')).out);
  const refused = await southbridge(dataDir, 'erase', 'ada@example.org');
  assert.deepEqual([refused.code, /--yes/.test(refused.err)], [2, true]);
  assert.equal((await postsOf(dataDir))[0]?.holders.length, 1);
  const { out, code, err } = await southbridge(dataDir, 'erase', 'Ada@Example.org', '--yes', '--json');
  assert.equal(code, 0, err);
  assert.deepEqual(JSON.parse(out), { account, posts: ['administrator'] });
  assert.deepEqual((await postsOf(dataDir))[0]?.holders, []);
  for (const file of ['accounts.db', 'outbox.db', 'southbridge.db']) {
    const bytes = (await readFile(join(dataDir, file))).toString('latin1');
    assert.doesNotMatch(bytes, /ada@example\.org|Ada Diop/i, file);
  }
  const unknown = await southbridge(dataDir, 'erase', 'ada@example.org', '--yes');
  assert.deepEqual([unknown.code, /ada@example\.org/.test(unknown.err)], [1, true]);
});

test('help lists every command; a word that is none is told, with what it may have meant', async () => {
  const help = await southbridge(folder, '--help');
  assert.equal(help.code, 0);
  const listed = [...help.out.matchAll(/^ {2}([a-z]+) .*?[A-Z]/gm)].map(([, name]) => name);
  assert.partialDeepStrictEqual(new Set(listed), new Set(['serve', 'import', 'export', 'admin', 'config']));
  const wrong = await southbridge(folder, 'improt');
  assert.deepEqual([wrong.code, /unknown command.*import/s.test(wrong.err)], [2, true]);
});

test('each of these commands has help with an example', async () => {
  for (const words of [
    ['admin'],
    ['admin', 'create'],
    ['admin', 'list'],
    ['mail'],
    ['mail', 'send-again'],
    ['erase'],
  ]) {
    const { code, out } = await southbridge(folder, ...words, '--help');
    assert.deepEqual([code, /Example/.test(out)], [0, true], words.join(' '));
  }
});
