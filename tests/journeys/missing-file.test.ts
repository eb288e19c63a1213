import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Fault } from '../../src/kernel/fault.ts';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { faultText } from '../../src/wording/fault-text.ts';
import { translator } from '../../src/wording/messages.ts';
import { passingFolder } from '../fixtures/at-exit.ts';
import { southbridge, southbridgeWith } from '../fixtures/running-house.ts';

const folder = passingFolder('missing');
const dataDir = join(folder, 'node');
const missing = join(folder, 'projects-2023.csv');

test('whoever names a file that does not exist is told so, in the language of the terminal', async () => {
  for (const words of [
    ['import', missing],
    ['check', missing],
    ['verify', '--against', missing],
  ]) {
    const { code, err } = await southbridge(dataDir, ...words);
    assert.equal(code, 1, words[0]);
    assert.ok(err.includes(`There is no file ${missing}. Check its name and its folder.`), err);
    assert.doesNotMatch(err, /kept under/);
  }
  const french = { DATA_DIR: dataDir, LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' };
  const { err } = await southbridgeWith(french, 'import', missing);
  assert.ok(err.includes(`Le fichier ${missing} n’existe pas.`), err);
  assert.equal(existsSync(missing), false);
});

test('a file that is missing has words of its own in every language, with its name', () => {
  const fault = new Fault('noSuchFile', { file: 'projects.csv' });
  const texts = interfaceLanguages.map((lang) => faultText(translator(lang), fault));
  for (const text of texts) assert.ok(text.includes('projects.csv'), text);
  assert.equal(new Set(texts).size, 7);
});
