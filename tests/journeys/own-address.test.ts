import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { get as ask } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { passingFolder } from '../fixtures/at-exit.ts';
import { type RunningHouse, southbridge, southbridgeWith, startHouse } from '../fixtures/running-house.ts';

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

test('a node without settings knows its own whole address, and cites its records without: nobody else could follow it', async () => {
  const body = await (await fetch(house.address + path)).text();
  const whole = house.address + path;
  assert.ok(body.includes(`<link rel=canonical href="${whole}">`));
  assert.ok(body.includes('<meta name="DC.identifier" content="practice/human-milk-banks">'));
  assert.doesNotMatch(body, /citation_public_url/);
  assert.ok(body.includes(`<meta property="og:url" content="${whole}">`));
  assert.ok(body.includes(`<meta property="og:image" content="${whole}.png">`));
  const [, cited = ''] = /How to cite<\/h2><p class=note>(.*?)<(?!\/?bdi)/.exec(body) ?? [];
  assert.match(cited, /Southbridge, practice <bdi>human-milk-banks<\/bdi>, revision 1, \d+ \w+ \d{4}\.$/);
  assert.match(house.printed(), /PUBLIC_ADDRESS does not say where others reach this node/);
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

test('who takes records away from a node without an address is told that those in the file lead nowhere; a node that has one says nothing', async () => {
  const dataDir = passingFolder('own-address');
  const file = join(dataDir, 'all.jsonl.gz');
  const said = /PUBLIC_ADDRESS does not say/;
  assert.match((await southbridge(dataDir, 'export', '--format', 'csv')).err, said);
  assert.match((await southbridge(dataDir, 'dump', file)).err, said);
  const known = { DATA_DIR: dataDir, PUBLIC_ADDRESS: 'https://southbridge.example.org' };
  assert.doesNotMatch((await southbridgeWith(known, 'export', '--format', 'csv')).err, said);
});

test('a copy on a disk cites its records by register and identifier where the node has no address, else with it', async () => {
  const folder = passingFolder('own-address-copy');
  const cited = async (address: string): Promise<string> => {
    const to = join(folder, address === '' ? 'without' : 'with');
    const settings = { DATA_DIR: house.dataDir, PUBLIC_ADDRESS: address };
    const { code, err } = await southbridgeWith(settings, 'mirror', to, '--languages', 'en', '--no-history');
    assert.equal(code, 0, err);
    const page = await readFile(join(to, 'en/practice/hu/human-milk-banks.html'), 'utf8');
    return /How to cite<\/h2><p class=note>(.*?)<(?!\/?bdi)/.exec(page)?.[1] ?? '';
  };
  assert.match(await cited(''), /<bdi>human-milk-banks<\/bdi>, revision 1, [\w ]+\.$/);
  const whole = 'https://southbridge.example.org/en/practice/human-milk-banks';
  assert.ok((await cited('https://southbridge.example.org')).endsWith(`<bdi>${whole}</bdi>`));
});
