import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesIn } from './places.ts';
import { withRelativeLinks } from './relative-links.ts';

const place = placesIn({
  languages: ['en', 'ar'],
  records: new Set(['activity/abcd-efgh']),
  history: true,
  files: ['activity'],
});
const from = 'en/activity/ab/abcd-efgh.html';
const linked = (address: string, online = '') =>
  withRelativeLinks(`<a href="${address}">x</a>`, from, place, online);

test('links lead to files beside the page, questions and fragments kept', () => {
  const rows = {
    '/en/': '../../../en/index.html',
    '/en/about#data': '../../../en/about.html#data',
    '/en/countries/BR': '../../../en/countries/BR.html',
    '/en/activity/abcd-efgh/history': '../../../en/activity/ab/abcd-efgh.history.html',
    '/en/search?country=BR&amp;q=a%20b': '../../../en/search.html?country=BR&amp;q=a%20b',
    '/en/search.csv?kind=activity': '../../../data/activity.csv',
    '/language/ar?to=/activity/abcd-efgh': '../../../ar/activity/ab/abcd-efgh.html',
  };
  for (const [address, file] of Object.entries(rows))
    assert.equal(linked(address), `<a href="${file}">x</a>`);
});

test('what the copy has not leads to the node, or nowhere where it has no address', () => {
  for (const address of [
    '/fr/about',
    '/en/sign-in',
    '/en/activity/other',
    '/en/activity/abcd-efgh.json',
    '/language/fr?to=/',
    '/en/countries/QQ',
    '/en/search.csv?kind=activity&amp;q=x',
  ]) {
    assert.equal(linked(address), '<a>x</a>', address);
    assert.equal(
      linked(address, 'https://node.example.org'),
      `<a href="https://node.example.org${address}">x</a>`,
    );
  }
  for (const address of ['https://example.org/', '#main', 'mailto:a@b.org'])
    assert.match(linked(address), /href/);
});

test('words that would lead to feeds, files and sessions of the node are left out with their line', () => {
  const line =
    '<p>a</p><p class=sort><span>Follow:</span><a href="/en/search.rss" rel=nofollow>RSS</a><a href="webcal://node/en/search.ics" rel=nofollow>Calendar</a></p>';
  assert.equal(withRelativeLinks(line, from, place, ''), '<p>a</p>');
  assert.match(
    withRelativeLinks(line, from, place, 'https://node.example.org'),
    /href="https:[^"]+rss".*href="webcal:/,
  );
});

test('a form that asks the node is left out, one that searches the copy stays', () => {
  const form = (action: string) => `<form class=find action="${action}"><input name=q></form>`;
  assert.equal(withRelativeLinks(form('/en/activity/abcd-efgh/compare'), from, place, ''), '');
  assert.match(
    withRelativeLinks(form('/en/search'), from, place, ''),
    /action="\.\.\/\.\.\/\.\.\/en\/search\.html"/,
  );
});
