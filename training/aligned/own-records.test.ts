import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOfBodies, ownRecords } from './own-records.ts';

test('titles of records that come with the program are the same text in several languages', () => {
  const titles = ownRecords().filter(({ id }) => id.endsWith('/title') || id.endsWith('/title/texts'));
  assert.ok(titles.length > 300);
  const milk = titles.find(({ texts }) => texts.en === 'Network of human milk banks');
  assert.equal(milk?.texts.zh, '母乳库网络');
  assert.ok(titles.every(({ texts }) => Object.values(texts).filter((text) => text !== '').length >= 2));
});

test('what a record says in one language alone is not learnt from', () => {
  const said = ownRecords().flatMap(({ texts }) => Object.values(texts));
  assert.ok(!said.some((text) => text.startsWith('Premature and low-weight babies')));
});

test('a record, with all that it says, is kept aside as one', () => {
  const groups = Map.groupBy(ownRecords(), ({ group }) => group);
  for (const [group, texts] of groups) assert.ok(texts.every(({ id }) => id.startsWith(`${group}/`)));
});

test('names of bodies stand under their languages', () => {
  const countries = namesOfBodies().find(({ texts }) => texts.en?.startsWith('African, Asian'));
  assert.equal(countries?.texts.pt, 'Países da África, da Ásia e da América Latina');
  assert.equal(countries?.texts.zh, '非洲、亚洲和拉丁美洲国家');
});
