import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { chromiumPath, openChromium } from '../fixtures/chromium.ts';
import { framework, loadMarrakech } from '../fixtures/house-of-marrakech.ts';
import { type RunningOffice, runningOffice } from '../fixtures/running-office.ts';

const skip = chromiumPath === undefined ? 'SKIPPED: no Chromium here; CHROMIUM may name one' : false;
const board = `follow-up/${framework}`;
const report = `${board}/report.html?asOf=2026-11-28`;

/** A4 upright, in points, as Chromium rounds it. */
const a4 = { width: 594.96, height: 841.92 };

/** A word on paper, in points from the upper left corner of its page. */
interface Word {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly text: string;
}

// The board and the report to the ministers as somebody prints them from the browser, who has no use for links.
describe('what is printed', { skip }, () => {
  let running: RunningOffice;
  let browser: BrowserContext;
  let page: Page;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'southbridge-print-'));
    running = await runningOffice();
    running.office.clock.set('2026-11-28T08:00:00.000Z');
    await loadMarrakech(running.office);
    browser = await openChromium({ javaScript: false, dark: true });
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await running?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The pages of a PDF as poppler reads them; undefined where this machine has no poppler. */
  function pagesOf(path: string): readonly (readonly Word[])[] | undefined {
    const said = spawnSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 50_000_000 });
    const { error, status, stdout } = said;
    if (error !== undefined && 'code' in error && error.code === 'ENOENT') return undefined;
    assert.equal(status, 0, error?.message);
    return stdout
      .split('<page ')
      .slice(1)
      .map((sheet) => {
        const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(sheet) ?? [];
        assert.ok(Math.abs(Number(width) - a4.width) < 1 && Math.abs(Number(height) - a4.height) < 1, 'A4');
        const words = sheet.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)"[^>]*>([^<]*)</g);
        return [...words].map(([, left, top, right, text = '']) => ({
          left: Number(left),
          right: Number(right),
          top: Number(top),
          // Letters come as they stand on paper, from left to right.
          text: /\p{Script=Arabic}/u.test(text) ? [...text].reverse().join('') : text,
        }));
      });
  }

  async function printed(path: string) {
    const answer = await page.goto(`${running.address}/${path}`);
    assert.equal(answer?.status(), 200, path);
    const file = join(folder, 'page.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    return pagesOf(file);
  }

  const wordsOf = (pages: readonly (readonly Word[])[]) => pages.flat().map(({ text }) => text);

  test('board and report are A4, and nothing is cut off at either side, from left to right and from right to left', async (t) => {
    for (const path of ['en', 'ar', 'zh'].flatMap((lang) => [
      `${lang}/${board}?by=theme`,
      `${lang}/${report}`,
    ])) {
      const pages = await printed(path);
      if (pages === undefined) return t.skip('no pdftotext on this machine');
      assert.ok(pages.length > 2, path);
      for (const { left, right, text } of pages.flat())
        assert.ok(left >= 36 && right <= a4.width - 36, `${path}: “${text}” from ${left} to ${right}`);
    }
  });

  test('what leads elsewhere or is pressed is left out: the words and tables stay', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const path of [board, `${board}/report`, `measure/${framework}-m22`]) {
      await page.goto(`${running.address}/en/${path}`);
      for (const what of ['header', 'footer', 'nav', '#filters', '.btn', '.pager', 'button', 'input'])
        assert.equal(await page.locator(what).filter({ visible: true }).count(), 0, `${path}: ${what}`);
      assert.equal(await page.locator('h1').filter({ visible: true }).count(), 1, path);
    }
    await page.emulateMedia({ media: null });
  });

  test('paper is white, also where the screen is dark', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(`${running.address}/en/${board}`);
    const looks = await page.evaluate<readonly string[]>(
      '["color", "backgroundColor"].map((name) => getComputedStyle(document.body)[name])',
    );
    assert.deepEqual(looks, ['rgb(21, 25, 59)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  test('a table goes on over the pages: no row is torn, and its head stands on each of them', async (t) => {
    const pages = await printed(`en/${board}`);
    if (pages === undefined) return t.skip('no pdftotext on this machine');
    const heads = pages.filter((words) => {
      const texts = new Set(words.map(({ text }) => text));
      return ['Measure', 'State', 'heard', 'Reports'].every((one) => texts.has(one));
    });
    const numbers = heads.flatMap((words) => words.map(({ text }) => /^(\d+)\.$/.exec(text)?.[1] ?? ''));
    for (let n = 1; n <= 50; n += 1) assert.ok(numbers.includes(String(n)), `measure ${n} under a head`);
    await page.emulateMedia({ media: 'print' });
    const torn = await page.evaluate<number>(
      '[...document.querySelectorAll("#results tr")].filter((row) => getComputedStyle(row).breakInside !== "avoid").length',
    );
    assert.equal(torn, 0);
    await page.emulateMedia({ media: null });
  });

  test('on paper the Arabic report says what it says on the screen, with the page on each sheet', async (t) => {
    const pages = await printed(`ar/${report}`);
    if (pages === undefined) return t.skip('no pdftotext on this machine');
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    const words = new Set(wordsOf(pages));
    for (const one of ['تقرير', 'الوزاري', 'السنوي', 'مسودة', 'التدابير']) assert.ok(words.has(one), one);
    const right = pages[0]?.find(({ text }) => text === 'تقرير')?.right ?? 0;
    assert.ok(right > a4.width / 2, 'begins at the right');
    for (const [at, sheet] of pages.entries()) {
      const foot = sheet.filter(({ top }) => top > a4.height - 50).map(({ text }) => text);
      assert.deepEqual(foot.sort(), [String(at + 1), '/', String(pages.length)].sort());
    }
  });
});
