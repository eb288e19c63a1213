import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { southbridge } from '../fixtures/running-house.ts';

// Who has solved this, and who could work with whom, asked at the console.

const folder = await mkdtemp(join(tmpdir(), 'southbridge-match-'));
const data = join(folder, 'data');
after(() => rm(folder, { recursive: true, force: true }));
before(async () => {
  for (const name of ['practices', 'activities']) {
    const file = fileURLToPath(new URL(`../../content/starter/${name}.jsonl`, import.meta.url));
    assert.equal((await southbridge(data, 'import', file)).code, 0);
  }
});

test('a problem in French, typed or in a file, finds what was written in English, with the words that led there', async () => {
  const problem = 'Nous voulons des banques de lait maternel pour les enfants prématurés.';
  const typed = await southbridge(data, 'match', problem, '--limit', '2');
  assert.match(typed.out, /human-milk-banks/);
  assert.match(typed.out, /prématurés→Premature/);
  const file = join(folder, 'problem.txt');
  await writeFile(file, problem);
  const { results, languages } = JSON.parse((await southbridge(data, 'match', file, '--json')).out);
  assert.equal(results[0].id, 'human-milk-banks');
  assert.deepEqual(languages, ['fr']);
});

test('only what has texts in a language is told, where one is named', async () => {
  const told = async (...more: readonly string[]): Promise<number> =>
    JSON.parse((await southbridge(data, 'match', 'water', '--json', ...more)).out).total;
  const all = await told();
  assert.equal(await told('--written', 'en', '--written', 'fr'), all);
  assert.ok(all > 0);
  assert.equal(await told('--written', 'zh'), 0, 'the starter collection has no text in Chinese');
});

test('an odd question is refused with what would be right; words that nobody uses are said to find nothing', async () => {
  for (const [odd, right] of [
    [[''], /water losses/],
    [['water', '--kind', 'nosuch'], /practice, activity, organisation, offer, need/],
    [['water', '--limit', '-3'], /1–200/],
    [['water', '--written', 'tlh'], /en, fr, es, ar, ru, zh, pt/],
  ] as const) {
    const { code, err } = await southbridge(data, 'match', ...odd);
    assert.equal(code, 1, err);
    assert.match(err, right);
  }
  const nothing = await southbridge(data, 'match', 'zzzzqqqq');
  assert.equal(nothing.out, '');
  assert.match(nothing.err, /No record has any of these words/);
  assert.match((await southbridge(data, 'match', 'water', '--country', 'Nowhere')).err, /“Nowhere”/);
  assert.doesNotMatch((await southbridge(data, 'match', folder)).err, /EISDIR/);
});

test('partners of a country are named with points, and those that the list hides', async () => {
  const { out, code } = await southbridge(data, 'partners', 'Senegal', '--wanted', 'provider');
  assert.equal(code, 0);
  assert.match(out, /^ *\d+ {2}BR {2}Brazil$/m);
  assert.match(out, /No record says that they have done such things/);
  assert.equal((await southbridge(data, 'partners', 'Nowhere')).code, 1);
  assert.match((await southbridge(data, 'partners', '--help')).out, /Examples:/);
});
