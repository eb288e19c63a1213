import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readSettings } from '../../src/config.ts';
import { openLog } from '../../src/open-log.ts';
import { openOffice } from '../../src/open-office.ts';
import { closeRound } from '../../src/operations/follow-up/close-round.ts';
import { openRound } from '../../src/operations/follow-up/open-round.ts';
import type { Office } from '../../src/operations/house.ts';
import { appoint } from '../../src/operations/posts/appoint.ts';
import { openPost } from '../../src/operations/posts/keep-post.ts';
import type { Actor } from '../../src/policy/actor.ts';
import { southbridge } from '../fixtures/running-house.ts';
import { english, smallHouse, written } from '../fixtures/small-house.ts';

// The report at the console of the machine, through the program itself: a draft in a file, and the closed one in a folder.

let folder: string;
let dataDir: string;
let secretariat: Actor;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'southbridge-report-'));
  dataDir = join(folder, 'node');
  const made = await southbridge(dataDir, 'admin', 'create', '--email', 'ada@example.org', '--name', 'Ada');
  assert.equal(made.code, 0, made.err);
  secretariat = await atTheNode(async (office) => {
    await office.log.append([
      written(
        'plan',
        { title: english('Plan of the wells'), adoptedOn: '2003-12-19' },
        { register: 'instrument' },
      ),
      written(
        'm1',
        { title: english('Dig'), instrument: { register: 'instrument', id: 'plan' }, number: '1' },
        { register: 'measure' },
      ),
    ]);
    const seat = { kind: 'secretariat', title: english('Secretariat'), languages: ['en'] } as const;
    await openPost(office, 'node', seat, 'seat');
    const { id } = await office.accounts.create({ email: 'sec@example.org', name: 'Sec', language: 'en' });
    const post = await appoint(office, 'node', 'seat', { account: id, deputy: false });
    const question = { title: english('Round'), instrument: 'plan', measures: [], posts: [] };
    const actor = { post, account: id, strong: true };
    await openRound(office, actor, { ...question, deadline: '2099-01-01', countries: ['SN'] }, 'round');
    return actor;
  });
});
after(() => rm(folder, { recursive: true, force: true }));

/** Does something in the node's own folder while no program runs there. */
async function atTheNode<T>(act: (office: Office) => Promise<T>): Promise<T> {
  const settings = readSettings({ DATA_DIR: dataDir });
  const { log, close: closeLog } = await openLog(settings, { postsAlone: false });
  const { office, close } = await openOffice(await smallHouse(log), settings);
  try {
    return await act(office);
  } finally {
    await close();
    await closeLog();
  }
}

const report = (...words: readonly string[]) => southbridge(dataDir, 'report', 'plan', ...words);

test('a draft is written in the language and format asked for, with its mark', async () => {
  const beginnings = { pdf: '%PDF-', docx: 'PK', html: '<!doctype html>' };
  for (const [format, beginning] of Object.entries(beginnings)) {
    const out = join(folder, `draft.${format}`);
    const { code, err } = await report('--format', format, '--lang', 'fr', '--out', out);
    assert.equal(code, 0, err);
    const bytes = await readFile(out);
    assert.equal(bytes.subarray(0, beginning.length).toString().toLowerCase(), beginning.toLowerCase());
    assert.match(err, new RegExp(`draft\\.${format}: ${bytes.length.toLocaleString('en')} bytes`));
  }
  const html = await readFile(join(folder, 'draft.html'), 'utf8');
  assert.match(html, /<html lang="fr"/);
  assert.match(html, /Plan of the wells/);
  assert.match(html, /class="mark"/);
});

test('an instrument, a day or a language that is none is said, and no file is left', async () => {
  const out = join(folder, 'none.pdf');
  assert.equal((await southbridge(dataDir, 'report', 'nothing-here', '--out', out)).code, 1);
  assert.equal((await report('--as-of', 'soon', '--out', out)).code, 1);
  assert.equal((await report('--lang', 'tlh', '--out', out)).code, 2);
  assert.equal((await report()).code, 2);
  await assert.rejects(stat(out));
});

test('it is not closed for who does not hold the secretariat, nor while a round is open', async () => {
  const out = join(folder, 'refused');
  for (const address of ['ada@example.org', 'nobody@example.org', 'sec@example.org']) {
    const { code, err } = await report('--close-by', address, '--out', out);
    assert.equal(code, 1, address);
    assert.match(err, address.startsWith('sec') ? /2099-01-01/ : /secretariat/, address);
  }
  await assert.rejects(stat(out));
});

test('closed, it stands in the folder in seven languages and three formats, each file as its digest says, and its number rises', async () => {
  await atTheNode((office) => closeRound(office, secretariat, 'round'));
  const out = join(folder, 'closed');
  const { code, out: printed, err } = await report('--close-by', 'sec@example.org', '--out', out);
  assert.equal(code, 0, err);
  assert.match(err, /Report No\. 1 on plan is closed: 21 files/);
  const digests = printed
    .trim()
    .split('\n')
    .map((line) => line.split('  '));
  assert.deepEqual(digests.map(([, name]) => name).sort(), (await readdir(out)).sort());
  for (const [sha256, name = ''] of digests)
    assert.equal(hash('sha256', await readFile(join(out, name))), sha256, name);
  const html = await readFile(join(out, 'plan-1-en.html'), 'utf8');
  assert.doesNotMatch(html, /class="mark"/);
  const again = await report('--close-by', 'sec@example.org', '--out', out);
  assert.match(again.err, /Report No\. 2 on plan/);
  assert.equal((await readdir(out)).length, 42);
});
