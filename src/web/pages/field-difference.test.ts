import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../../kernel/lang-text.ts';
import { translator } from '../../wording/messages.ts';
import { everything } from './cut-values.ts';
import { differenceOf } from './field-difference.ts';

const t = translator('en');

function shown(
  shape: 'prose' | 'words' | 'links' | 'sources' | 'word',
  before: unknown,
  after: unknown,
  detail = everything,
): string {
  return String(differenceOf(t, { shape }, { field: 'x', before, after, change: 'changed' }, detail));
}

test('each language of a text is compared by itself, and one that is new is wholly new', () => {
  const made = shown(
    'prose',
    langText('en', 'Two wells'),
    langText('en', 'Three wells', { fr: 'Trois puits' }),
  );
  assert.match(made, /<small>English<\/small> <span><del>Two<\/del><ins>Three<\/ins> wells<\/span>/);
  assert.match(made, /<small>French<\/small> <span lang="fr" dir=ltr><ins>Trois puits<\/ins><\/span>/);
});

test('a text told to be of another language says so', () => {
  const texts = { en: 'Wells', fr: 'Puits' };
  assert.match(
    shown('prose', { original: 'en', texts }, { original: 'fr', texts }),
    /<del>English<\/del> <ins>French<\/ins>/,
  );
});

test('long unchanged stretches are left out between changes', () => {
  const same = 'and so on '.repeat(100);
  const made = shown('prose', langText('en', `One ${same} two`), langText('en', `First ${same} second`));
  assert.ok(made.length < 700, String(made.length));
  assert.match(made, /<del>One<\/del><ins>First<\/ins>[\s\S]+ … [\s\S]+<del>two<\/del><ins>second<\/ins>/);
});

test('lists are compared entry by entry; another order is said in words', () => {
  assert.match(
    shown('words', ['a', 'b'], ['b', 'c']),
    /<del><bdi>a<\/bdi><\/del>[\s\S]*<ins><bdi>c<\/bdi><\/ins>[\s\S]*1 entry unchanged/,
  );
  assert.equal(shown('words', ['a', 'b'], ['b', 'a']), 'The same entries in another order');
});

test('sources that changed carry no anchors of the list', () => {
  assert.doesNotMatch(shown('sources', [{ title: 'Report' }], [{ title: 'Reports' }]), /\sid=/);
});

test('a value that came or went is shown as a whole; a long list says how much more there is', () => {
  assert.equal(shown('word', undefined, 'SG/SM/1'), '<ins><bdi>SG/SM/1</bdi></ins>');
  const many = Array.from({ length: 30 }, (_, at) => `w${at}`);
  assert.match(shown('words', undefined, many, { text: 100, items: 10 }), /20 more/);
});
