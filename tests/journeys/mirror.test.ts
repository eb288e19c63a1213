import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { langText } from '../../src/kernel/lang-text.ts';
import { writeMirror } from '../../src/web/mirror/mirror.ts';
import { chromiumPath, openChromium } from '../fixtures/chromium.ts';
import { hostile, houseOf, revision, specimens } from '../fixtures/house-of-specimens.ts';
import { southbridge } from '../fixtures/running-house.ts';

// The databank on a stick: plain files in a browser that has no network, and a run that was killed goes on.

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'southbridge-mirror-'));
  const office = await houseOf([
    ...specimens(),
    revision('practice', 'wells', {
      title: langText('ar', 'إدارة الآبار', { en: 'Care of wells', zh: '水井管理' }),
      originCountries: ['SN'],
    }),
  ]);
  const options = {
    folder,
    languages: ['en', 'ar'] as const,
    history: true,
    version: 'test',
    publicAddress: '',
  };
  const { records } = await writeMirror(office, options);
  assert.equal(records, 32);
  await office.log.close();
});
after(() => rm(folder, { recursive: true }));

test('every link of every page leads to a file that is there, and nothing is fetched from anywhere else', async () => {
  const pages = globSync('**/*.html', { cwd: folder });
  assert.ok(pages.length > 1_000);
  const lost = new Set<string>();
  for (const file of pages) {
    const html = await readFile(join(folder, file), 'utf8');
    for (const [, name, value = ''] of html.matchAll(/\s(href|src|action)="([^"]*)"/g)) {
      if (/^(https?:|mailto:|#)/.test(value)) {
        if (name !== 'href') lost.add(`${file} ${value}`);
        continue;
      }
      const [path = ''] = value.split(/[?#]/);
      const target = resolve(folder, dirname(file), decodeURIComponent(path));
      if (!target.startsWith(folder) || !existsSync(target)) lost.add(`${file} ${value}`);
    }
    assert.doesNotMatch(html, /<link[^>]+https?:/, file);
  }
  assert.deepEqual([...lost], []);
});

test('the manifest has a checksum of every file, as sha256sum checks it', async () => {
  const manifest = (await readFile(join(folder, 'manifest-sha256.txt'), 'utf8')).trim().split('\n');
  const listed = manifest.map((line) => line.slice(66)).sort();
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.equal(new Set(listed).size, listed.length);
  assert.equal(files.length, listed.length + 2);
  const check = spawn('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: folder });
  assert.equal(await new Promise((done) => check.on('close', done)), 0);
});

async function inBrowser(look: (page: Page) => Promise<void>): Promise<void> {
  const browser: BrowserContext = await openChromium();
  const asked: string[] = [];
  try {
    const page = await browser.newPage();
    page.on('request', (request) => asked.push(request.url()));
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await look(page);
    assert.deepEqual(errors, []);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith('file:')),
      [],
    );
  } finally {
    await browser.close();
  }
}

const ready = (page: Page) => page.waitForSelector('body[data-ready]');
const titles = (page: Page) => page.locator('#results h3').allTextContents();

test('in a browser, from the disk: search, open a record, change its language', async (t) => {
  if (chromiumPath === undefined) return t.skip('SKIPPED: no Chromium');
  await inBrowser(async (page) => {
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await page.click('a[href="en/index.html"]');
    await page.fill('#q', 'milk bank');
    await page.press('#q', 'Enter');
    await ready(page);
    const found = await titles(page);
    assert.ok(found.includes('Human milk banks in Angola, Cabo Verde and Mozambique'), found.join());
    assert.equal(await page.textContent('#count'), String(found.length));
    await page.click('text=Human milk banks in Angola, Cabo Verde and Mozambique');
    assert.match(page.url(), /\/en\/activity\/(mi\/milk-banks|do\/double)\.html$/);
    await page.click('.me summary');
    await page.click('.me a[hreflang=ar]');
    assert.match(page.url(), /\/ar\/activity\//);
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    assert.match((await page.textContent('h1')) ?? '', /بنوك حليب الأم في أنغولا/);
  });
});

test('in Arabic: words in another spelling, a filter from a country page, and hostile words stay words', async (t) => {
  if (chromiumPath === undefined) return t.skip('SKIPPED: no Chromium');
  await inBrowser(async (page) => {
    await page.goto(pathToFileURL(join(folder, 'ar', 'search.html')).href);
    await ready(page);
    assert.equal(await page.textContent('#count'), '32');
    await page.fill('#q', 'ادارة الابار');
    await page.press('#q', 'Enter');
    await ready(page);
    assert.deepEqual(await titles(page), ['إدارة الآبار']);
    await page.goto(pathToFileURL(join(folder, 'ar', 'countries', 'IN.html')).href);
    await page.click('.sum a');
    await ready(page);
    assert.equal(await page.textContent('#count'), '12');
    await page.click('#chips a');
    await ready(page);
    assert.equal(await page.textContent('#count'), '32');
    await page.fill('#q', 'alert');
    await page.press('#q', 'Enter');
    await ready(page);
    assert.ok((await titles(page)).includes(hostile));
    await page.goto(
      `${pathToFileURL(join(folder, 'ar', 'search.html'))}?q=水井&kind=constructor&kind=practice`,
    );
    await ready(page);
    assert.deepEqual(await titles(page), ['إدارة الآبار']);
    await page.setViewportSize({ width: 320, height: 700 });
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= 320'));
  });
});

test('a run that was killed goes on, and ends as one that was not', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'southbridge-mirror-data-'));
  t.after(() => rm(data, { recursive: true }));
  const starter = fileURLToPath(new URL('../../content/starter/events.jsonl', import.meta.url));
  assert.equal((await southbridge(data, 'import', starter)).code, 0);
  const program = fileURLToPath(new URL('../../bin/southbridge.js', import.meta.url));
  const words = (to: string) => ['mirror', join(data, to), '--languages', 'en', '--no-history'];
  const killed = spawn(process.execPath, [program, ...words('killed')], {
    env: { ...process.env, DATA_DIR: data },
  });
  while (globSync(join(data, 'killed/en/**/*.html')).length < 60)
    await new Promise((done) => setTimeout(done, 5));
  killed.kill('SIGKILL');
  await new Promise((done) => killed.on('close', done));
  const again = await southbridge(data, ...words('killed'));
  assert.equal(again.code, 0);
  const kept = Number(/(\d+) of them from an earlier run/.exec(again.err)?.[1]);
  assert.ok(kept > 10, again.err);
  assert.equal((await southbridge(data, ...words('straight'))).code, 0);
  const manifest = async (of: string) =>
    (await readFile(join(data, of, 'manifest-sha256.txt'), 'utf8')).split('\n').sort();
  assert.deepEqual(await manifest('killed'), await manifest('straight'));
  const dumped = await southbridge(data, 'dump', join(data, 'all.jsonl.gz'));
  assert.equal(dumped.code, 0);
  const back = await southbridge(data, 'import', join(data, 'all.jsonl.gz'));
  assert.match(back.err + back.out, /: 0 created, 0 updated, \d+ unchanged/);
});
