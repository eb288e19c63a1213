import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { sitemap, sitemapIndex } from './sitemap.ts';

/** Texts of `loc` and addresses of `xhtml:link`; fails where it is not XML. */
function addressesIn(xml: string) {
  const locations: string[] = [];
  const others: string[] = [];
  let inside = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error));
  parser.on('opentag', ({ name, attributes }) => {
    inside = name;
    if (name === 'xhtml:link') others.push(String(attributes['href']));
  });
  parser.on('text', (text) => {
    if (inside === 'loc' && text.trim() !== '') locations.push(text);
  });
  parser.on('closetag', () => {
    inside = '';
  });
  parser.write(xml).close();
  return { locations, others };
}

test('a page stands in the list in every language, and each names all of them', () => {
  const { locations, others } = addressesIn(sitemap('https://node.example', [{ path: '/search?a=1&b=2' }]));
  const expected = interfaceLanguages.map((lang) => `https://node.example/${lang}/search?a=1&b=2`);
  assert.deepEqual(locations, expected);
  assert.deepEqual(
    others,
    interfaceLanguages.flatMap(() => expected),
  );
});

test('the list of lists names each file', () => {
  const files = ['https://node.example/sitemap-0.xml', 'https://node.example/sitemap-1.xml'];
  assert.deepEqual(addressesIn(sitemapIndex(files)).locations, files);
});
