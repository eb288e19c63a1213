import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { sharedData, skipWords } from '../../tests/fixtures/shared-data.ts';
import { withoutData } from '../../tests/fixtures/without-data.ts';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { translator } from '../wording/messages.ts';
import { html, joined } from './html.ts';
import { page } from './layout.ts';
import { arcsSvg } from './map/arcs.ts';
import { findForm } from './pieces/find-form.ts';
import { minified, style } from './style.ts';

const brotli = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
const shell = (lang: (typeof interfaceLanguages)[number], title = 'x', path = '/flows') =>
  String(page({ t: translator(lang), title, path, body: html`<h1>${title}</h1>`, current: 'flows' }));

test('an empty page weighs at most 5 KB in every language, a map and the search question included 8', () => {
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    assert.ok(brotli(shell(lang)) <= 5_000, `${lang}: ${brotli(shell(lang))}`);
    const hero = html`${findForm(t)}<figure>${arcsSvg([{ from: 'BR', to: 'MZ', count: 1 }])}</figure>`;
    const full = String(page({ t, title: '', path: '/', body: html``, hero }));
    assert.ok(brotli(full) <= 8_000, `${lang}: ${brotli(full)}`);
  }
});

test('the style sheet is at most 10 KB, flows both ways and fetches nothing', () => {
  assert.ok(style.length <= 10_000, String(style.length));
  assert.doesNotMatch(
    style,
    /(margin|padding|border)-(left|right)|[{;](left|right):|text-align:(left|right)/,
  );
  assert.doesNotMatch(style, /url\(|@import|@font-face/);
  assert.equal(
    minified('a {\n  color: red; /* x;{} */\n}\n.a > b,\ni { margin: 0.5rem 10.5px }'),
    'a{color:red}.a>b,i{margin:.5rem 10.5px}',
  );
});

test('a page says its language and direction, and where it stands in the others', () => {
  for (const lang of interfaceLanguages) {
    const made = shell(lang, 'x', '/search?kind=event&q=a');
    assert.match(
      made,
      new RegExp(`^<!doctype html><html lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>`),
    );
    assert.ok(made.includes(`<link rel=canonical href="/${lang}/search?kind=event&amp;q=a">`));
    for (const other of interfaceLanguages) {
      assert.ok(
        made.includes(
          `href="/language/${other}?to=/search%3Fkind%3Devent%26q%3Da" hreflang=${other} lang=${other}`,
        ),
      );
      assert.ok(made.includes(`hreflang=${other} href="/${other}/search`));
    }
  }
});

test('the place in the menu is marked, and only it', () => {
  assert.equal(shell('en').split('aria-current=page').length, 2);
  assert.match(shell('en'), /href="\/en\/flows" aria-current=page/);
});

test('no page carries script, inline style or an address elsewhere', () => {
  const made = withoutData(shell('en'));
  assert.doesNotMatch(made, /<script|\sstyle=|\son[a-z]+=|https?:\/\//);
});

test('values in templates are text, pieces are not escaped twice', () => {
  const evil = `"><img src=x onerror='alert(1)'>`;
  assert.equal(
    String(html`<a title="${evil}">${evil}</a>`),
    '<a title="&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;">&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;</a>',
  );
  assert.equal(String(joined([html`<b>1</b>`, 'a&b'], html`<br>`)), '<b>1</b><br>a&amp;b');
  assert.equal(String(html`${false}${undefined}${null}${0}${[1, ['x']]}`), '01x');
});

test('payloads against browsers stay text wherever a page takes text', (t) => {
  const file = sharedData('attack/xss-payloads.txt');
  if (file === undefined) {
    t.skip(skipWords);
    return;
  }
  const payloads = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  assert.ok(payloads.length > 1_000);
  const tags = (text: string) =>
    withoutData(text)
      .replace(/"[^"]*"/g, '""')
      .match(/<[^>]*>/g)
      ?.join('');
  const clean = tags(shell('en'));
  for (const payload of payloads) {
    const made = String(
      page({
        t: translator('en'),
        title: payload,
        path: '/flows',
        body: html`<h1>${payload}</h1>`,
        current: 'flows',
        description: payload,
      }),
    );
    assert.equal(tags(made), clean, payload);
  }
});

test('identifiers stand once, and what a page points to within itself is there', () => {
  const t = translator('en');
  const made = String(page({ t, title: 'x', path: '/', body: html``, hero: findForm(t) }));
  const ids = [...made.matchAll(/ id=([\w-]+)/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, id] of made.matchAll(/(?:href="#| for=)([\w-]+)/g)) assert.ok(ids.includes(id), id);
});
