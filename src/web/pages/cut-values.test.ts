import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../../kernel/lang-text.ts';
import { html } from '../html.ts';
import { cutValue, everything } from './cut-values.ts';
import { budget, fitting } from './fitting.ts';

const detail = { text: 20, items: 2 };

test('a long text is cut at a word, in the language in which it is shown', () => {
  const text = langText('en', 'Wells and pumps for villages', { fr: 'Des puits' });
  assert.deepEqual(cutValue({ shape: 'prose' }, text, 'en', detail), {
    value: langText('en', 'Wells and pumps for …'),
    cut: true,
  });
  assert.deepEqual(cutValue({ shape: 'prose' }, text, 'fr', detail), { value: text, cut: false });
});

test('a text without spaces is cut anyway', () => {
  const { value } = cutValue({ shape: 'prose' }, langText('zh', '水'.repeat(50)), 'zh', detail);
  assert.deepEqual(value, langText('zh', `${'水'.repeat(20)} …`));
});

test('a long list keeps its first entries, and everything is everything', () => {
  assert.deepEqual(cutValue({ shape: 'words' }, ['a', 'b', 'c'], 'en', detail), {
    value: ['a', 'b'],
    cut: true,
  });
  assert.deepEqual(cutValue({ shape: 'words' }, ['a', 'b', 'c'], 'en', everything), {
    value: ['a', 'b', 'c'],
    cut: false,
  });
});

test('the first level of detail that fits is sent, and the last one where none does', async () => {
  const noise = Array.from({ length: 40_000 }, () => Math.random().toString(36).slice(2, 6)).join(' ');
  const at = (length: number) => html`${noise.slice(0, length)}`;
  assert.equal((await fitting([budget * 8, 400, 10], at)).body.length, 400);
  assert.equal((await fitting([budget * 9, budget * 8], at)).body.length, budget * 8);
});
