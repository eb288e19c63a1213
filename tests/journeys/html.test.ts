import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { hasValidator, htmlErrors } from '../fixtures/html-errors.ts';
import { pageTypes } from '../fixtures/page-types.ts';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';
import { withoutData } from '../fixtures/without-data.ts';

/** The budget of a first view: HTML with its style, brotli 5, in bytes. */
const budget = 13_000;

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

test('the page of the API names in every language, not in the short ones alone, what stands after a question mark', () => {
  for (const lang of interfaceLanguages) {
    const page = pages.get(`${lang} api`) ?? '';
    assert.match(page, /<p class=help>\? <code>[a-z]+/, lang);
  }
});

test('no page carries a script or a style of its own beside those that its policy names', () => {
  for (const [page, whole] of pages) {
    const html = withoutData(whole);
    assert.doesNotMatch(html, /<script|\son[a-z]+=|\sstyle=|javascript:/i, page);
    // A page with a form of the workspace has the style of forms besides.
    assert.equal(html.match(/<style/g)?.length, page.endsWith(' what to hear of') ? 2 : 1, page);
  }
});

const skip = hasValidator ? false : 'SKIPPED: no Java or no vnu-jar here, the HTML of no page was validated';

test('the HTML validator finds no error on any type of page in any language', { skip }, async () => {
  assert.deepEqual(await htmlErrors(pages), []);
});
