import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { chromiumPath, openChromium } from '../fixtures/chromium.ts';
import { assertAccessible } from '../fixtures/page-matrix.ts';
import { pageTypes } from '../fixtures/page-types.ts';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';

const journeys = 8;
const skip =
  chromiumPath === undefined
    ? `SKIPPED: no Chromium on this machine, ${journeys} browser journeys not made`
    : false;

describe('in Chromium', { skip }, () => {
  let house: RunningHouse;
  let wide: BrowserContext;
  before(async () => {
    house = await startHouse();
    wide = await openChromium();
  });
  after(async () => {
    await wide.close();
    await house.drop();
  });

  async function searchAndRead(page: Page): Promise<void> {
    await page.goto(`${house.address}/en/`);
    await page.getByRole('searchbox').fill('milk');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\/en\/search\?.*q=milk/);
    assert.match(await page.locator('h1').innerText(), /\d/);
    assert.ok((await page.locator('mark').count()) > 0, 'matches are marked');
  }

  test('a visitor searches, filters, takes the filter away, opens a record and reads it in Arabic', async () => {
    const page = await wide.newPage();
    await searchAndRead(page);
    const all = Number((await page.locator('h1').innerText()).replace(/\D/g, ''));
    await page.locator('#filters input[name=kind][value=practice]').check();
    await page.locator('#filters button').first().click();
    await page.waitForURL(/kind=practice/);
    const some = Number(
      await page
        .locator('h1')
        .innerText()
        .then((text) => text.replace(/\D/g, '')),
    );
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    await page.locator('.chips a').first().click();
    await page.waitForURL((url) => !url.search.includes('kind=practice'));
    await page.goto(`${house.address}/en/search?q=milk&kind=practice`);
    await page.locator('.res h3 a, .res h2 a').first().click();
    await page.waitForURL(/\/en\/practice\//);
    await page.locator('.me summary, header summary').first().click();
    await page.locator('header a[hreflang=ar]').first().click();
    await page.waitForURL(/\/ar\/practice\//);
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    await page.goto(`${house.address}/`);
    await page.waitForURL(/\/ar\//);
    await page.close();
  });

  test('the same without JavaScript and at 320 pixels, with the menu and the filters opened by links', async (t) => {
    const narrow = await openChromium({ javaScript: false, width: 320 });
    t.after(() => narrow.close());
    const page = await narrow.newPage();
    await page.goto(`${house.address}/en/search?q=health`);
    assert.equal(await page.locator('#filters').isVisible(), false);
    await page.locator('a[href$="#filters"]').first().click();
    assert.equal(await page.locator('#filters').isVisible(), true);
    await page.locator('#filters input[name=kind][value=activity]').check();
    await page.locator('#filters button').first().click();
    await page.waitForURL(/kind=activity/);
    await page.locator('.res h3 a, .res h2 a').first().click();
    await page.waitForURL(/\/en\/activity\//);
  });

  test('no page of any type scrolls sideways at 320 pixels, in any direction of writing', async (t) => {
    const narrow = await openChromium({ width: 320 });
    t.after(() => narrow.close());
    const page = await narrow.newPage();
    // A word that somebody glued together is repeated on the page and has no place to break at.
    const glued = 'verylongword'.repeat(8);
    const asked = ['search', 'solved', 'needs', 'flows'].map((one) => [one, `/${one}?q=${glued}`] as const);
    // English and Arabic pages without such a word are looked at below, with axe.
    const types = Object.entries(pageTypes);
    for (const [lang, pages] of [
      ['en', asked],
      ['ar', asked],
      ['ru', [...types, ...asked]],
    ] as const) {
      for (const [type, path] of pages) {
        await page.goto(`${house.address}/${lang}${path}`);
        const over = Number(
          await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
        );
        assert.ok(over <= 0, `${lang} ${type}: ${over} px too wide`);
      }
    }
  });

  test('what a wide table is called stays in view at 320 pixels, however far one scrolls in it', async (t) => {
    const narrow = await openChromium({ width: 320 });
    t.after(() => narrow.close());
    const page = await narrow.newPage();
    for (const [lang, far] of [
      ['en', 9999],
      ['ar', -9999],
    ] as const) {
      await page.goto(`${house.address}/${lang}/flows`);
      const table = page.locator('.scroll', { has: page.locator('.matrix') });
      for (const left of [0, far]) {
        await table.evaluate((element, to) => element.scrollTo({ left: to }), left);
        const [around, caption] = [await table.boundingBox(), await table.locator('caption').boundingBox()];
        assert.ok(around && caption, lang);
        assert.ok(caption.x >= around.x - 1, `${lang} ${left}: begins at ${caption.x}`);
        assert.ok(caption.x + caption.width <= around.x + around.width + 1, `${lang} ${left}: cut`);
      }
    }
  });

  test('axe finds nothing to object to on any type of page, and none scrolls sideways, in English and Arabic, wide and narrow, light and dark', async () => {
    const pages = Object.entries(pageTypes).map(([type, path]) => ({ type, path, cookie: '' }));
    await assertAccessible(house.address, pages);
  });

  test('no page asks anybody but the house for anything, and the first view takes one request', async () => {
    const page = await wide.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const path of Object.values(pageTypes)) {
      asked.length = 0;
      await page.goto(`${house.address}/en${path}`);
      assert.deepEqual(
        asked.filter((url) => !url.startsWith(house.address) && !url.startsWith('data:')),
        [],
      );
      assert.equal(
        asked.filter((url) => !url.endsWith('/favicon.ico') && !url.startsWith('data:')).length,
        1,
        asked.join(' '),
      );
    }
    await page.close();
  });

  test('every type of page answers in seven languages with its own words', async () => {
    const page = await wide.newPage();
    for (const lang of interfaceLanguages) {
      for (const [type, path] of Object.entries(pageTypes)) {
        const answer = await fetch(`${house.address}/${lang}${path}`);
        assert.equal(answer.status, 200, `${lang} ${type}`);
        // No page has a script, so what Chromium reads in it is what stands on it: it need not be drawn.
        const read = await readIn(page, await answer.text());
        assert.deepEqual(read, { lang, headings: 1 }, `${lang} ${type}`);
      }
    }
    await page.close();
  });

  test('an address that leads nowhere says so in the language of the address and offers a way on', async () => {
    const page = await wide.newPage();
    for (const path of [
      '/fr/nowhere',
      '/fr/activity/no-such-record',
      '/fr/countries/QQ',
      '/fr/activity/no-such-record/history',
    ]) {
      const answer = await page.goto(`${house.address}${path}`);
      assert.equal(answer?.status(), 404, path);
      assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
      assert.ok((await page.getByRole('searchbox').count()) > 0, 'a search is offered');
    }
    await page.close();
  });
});

/** The language that a page says it is in, and how many first headings it has, as Chromium reads it. */
async function readIn(page: Page, source: string): Promise<object> {
  return page.evaluate((text) => {
    // What a browser has beside the language itself is not known to the types here.
    const { DOMParser: Parser } = globalThis as unknown as {
      DOMParser: new () => { parseFromString(text: string, type: 'text/html'): ParsedPage };
    };
    const read = new Parser().parseFromString(text, 'text/html');
    return {
      lang: read.documentElement.getAttribute('lang'),
      headings: read.querySelectorAll('h1').length,
    };
  }, source);
}

interface ParsedPage {
  readonly documentElement: { getAttribute(name: string): string | null };
  querySelectorAll(which: string): { readonly length: number };
}
