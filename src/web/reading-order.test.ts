import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from './html.ts';
import { pageInReadingOrder } from './reading-order.ts';

test('a text shows no character that would reverse what follows it, wherever on the page it stands', () => {
  const title = 'Wells \u202egpj.exe\u202c and \u2067pumps';
  const made = String(
    pageInReadingOrder(html`<title>${title}</title><h1 title="${title}"><bdi>${title}</bdi></h1>`),
  );
  assert.equal(
    made,
    '<title>Wells gpj.exe and pumps</title><h1 title="Wells gpj.exe and pumps"><bdi>Wells gpj.exe and pumps</bdi></h1>',
  );
});

test('a form sends back what was stored, and a date among Arabic letters stays isolated', () => {
  const stored = 'a\u202eb > c';
  const form = html`<input name=q value="${stored}"><textarea name=t>
${stored}</textarea><p>${'قبل \u20662024-05-17\u2069'}</p>`;
  assert.equal(String(pageInReadingOrder(form)), String(form));
});

test('a piece that a sentence isolates and closes stays isolated, without what would turn it', () => {
  const sentence = html`<p>${'\u2068g@example.org\u2069, \u2068a\u202eb\u2069 c\u2069 \u2067d'}<p>e`;
  assert.equal(String(pageInReadingOrder(sentence)), '<p>\u2068g@example.org\u2069, \u2068ab\u2069 c d<p>e');
});
