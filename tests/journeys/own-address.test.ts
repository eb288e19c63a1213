import assert from 'node:assert/strict';
import { get as ask } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';

// Pages are made once for everybody. They name the node by what its settings know, never by what a reader calls it.

const path = '/en/practice/human-milk-banks';
let house: RunningHouse;

before(async () => {
  house = await startHouse();
});
after(() => house.drop());

/** The page as somebody gets it who says that the node has another name. */
function page(address: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    ask(`${house.address}${address}`, { headers: { host } }, (answer) => {
      text(answer).then(resolve, reject);
    }).on('error', reject);
  });
}

test('a node without settings cites its records with a whole address', async () => {
  const body = await (await fetch(house.address + path)).text();
  const whole = house.address + path;
  assert.ok(body.includes(`<link rel=canonical href="${whole}">`));
  assert.ok(body.includes(`<meta name="citation_public_url" content="${whole}">`));
  assert.ok(body.includes(`<meta property="og:url" content="${whole}">`));
  assert.ok(body.includes(`<meta property="og:image" content="${whole}.png">`));
  assert.match(body, new RegExp(`How to cite</h2>[\\s\\S]*<bdi[^>]*>${whole}</bdi>`));
  const robots = await (await fetch(`${house.address}/robots.txt`)).text();
  assert.match(robots, new RegExp(`^Sitemap: ${house.address}/sitemap\\.xml$`, 'm'));
});

test('what a reader calls the node stands in no page, neither in the one made for him nor in the one kept', async () => {
  for (const one of [
    '/fr/practice/human-milk-banks',
    '/fr/',
    '/fr/countries/SN',
    '/fr/check',
    '/robots.txt',
  ]) {
    for (const answer of [
      await page(one, 'elsewhere.example'),
      await page(one, new URL(house.address).host),
    ]) {
      assert.doesNotMatch(answer, /elsewhere\.example/, one);
      assert.ok(answer.includes(house.address), one);
    }
  }
});
