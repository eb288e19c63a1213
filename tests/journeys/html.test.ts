import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { pageTypes } from '../fixtures/page-types.ts';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';
import { withoutData } from '../fixtures/without-data.ts';

/** The budget of a first view: HTML with its style, brotli 5, in bytes. */
const budget = 13_000;
const validator = fileURLToPath(
  new URL('../../.cache/tools/node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url),
);
const hasJava = spawnSync('java', ['-version']).status === 0;

let house: RunningHouse;
const pages = new Map<string, string>();

before(async () => {
  house = await startHouse();
  for (const lang of interfaceLanguages) {
    for (const [type, path] of Object.entries(pageTypes)) {
      pages.set(`${lang} ${type}`, await (await fetch(`${house.address}/${lang}${path}`)).text());
    }
  }
});
after(() => house.drop());

test(`the first view of every type of page weighs at most ${budget} bytes, in every language`, (t) => {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const weights = [...pages].map(([page, html]) => ({
    page,
    bytes: brotliCompressSync(html, quality).byteLength,
  }));
  const heaviest = weights.toSorted((a, b) => b.bytes - a.bytes);
  t.diagnostic(
    heaviest
      .slice(0, 5)
      .map(({ page, bytes }) => `${page}: ${bytes}`)
      .join(', '),
  );
  assert.deepEqual(
    heaviest.filter(({ bytes }) => bytes > budget),
    [],
  );
});

test('no page carries a script or a style of its own beside the one that its policy names', () => {
  for (const [page, whole] of pages) {
    const html = withoutData(whole);
    assert.doesNotMatch(html, /<script|\son[a-z]+=|\sstyle=|javascript:/i, page);
    assert.equal(html.match(/<style/g)?.length, 1, page);
  }
});

const skip =
  !hasJava || !existsSync(validator)
    ? 'SKIPPED: no Java or no vnu-jar here, the HTML of no page was validated'
    : false;

test('the HTML validator finds no error on any type of page in any language', { skip }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-html-'));
  for (const [page, html] of pages) await writeFile(join(folder, `${page.replaceAll(' ', '-')}.html`), html);
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-jar', validator, '--errors-only', '--format', 'text', folder],
    { encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  await rm(folder, { recursive: true });
  const errors = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('Error'));
  assert.equal(status, 0, errors.slice(0, 20).join('\n'));
  assert.deepEqual(errors, []);
});
