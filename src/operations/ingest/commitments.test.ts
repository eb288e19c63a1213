import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { sharedData, skipWords } from '../../../tests/fixtures/shared-data.ts';
import { smallHouse } from '../../../tests/fixtures/small-house.ts';
import { fileOf } from '../../../tests/fixtures/taking-in.ts';
import { openInputFile } from '../../exchange/files/open-input-file.ts';
import type { InputFile } from '../../exchange/incoming.ts';
import { loadMappings } from '../../exchange/tables/load-mappings.ts';
import { instrumentBoard } from '../follow-up/instrument-board.ts';
import type { House } from '../house.ts';
import { ingest } from './ingest.ts';
import type { Verdict } from './verdict.ts';

const folder = sharedData('commitments');
const skip = folder === undefined ? skipWords : false;
const asked = { asOf: '2026-11-28', filters: {}, page: 1, pageSize: 20 };

let house: House;

before(async () => {
  const mappings = await loadMappings(join(import.meta.dirname, '../../../content/mappings'));
  house = { ...(await smallHouse()), mappings };
});

async function taken(file: InputFile) {
  const verdicts: Verdict[] = [];
  const { counts } = await ingest(house, file, { door: 'import', onVerdict: (one) => verdicts.push(one) });
  return { counts, verdicts };
}

test('recommendations bring the instrument that they belong to, and every row is one of its measures', {
  skip,
}, async () => {
  const whole = gunzipSync(readFileSync(join(folder ?? '', 'upr-recommendations-2008-2012.csv.gz')));
  const rows = `${whole.toString('utf8').split('\n').slice(0, 601).join('\n')}\n`;
  const { counts } = await taken(fileOf('upr.csv', rows));
  assert.deepEqual([counts.refused, counts.setAside], [0, 0]);
  const { measures, facets } = await instrumentBoard(house, 'upr-first-cycle', asked);
  assert.equal(measures, counts.created - 1, 'all but the instrument itself');
  assert.ok(measures > 590, String(measures));
  assert.deepEqual(
    facets.response.map(({ value }) => value),
    ['Accepted', 'Noted'],
  );
  assert.equal(
    facets.response.reduce((sum, { count }) => sum + count, 0),
    measures,
  );
  const [country] = facets.country;
  assert.ok(
    country !== undefined && country.count > 50,
    'those reviewed, never those who recommend, are addressed',
  );
});

test('the same table a second time changes nothing', { skip }, async () => {
  const whole = gunzipSync(readFileSync(join(folder ?? '', 'upr-recommendations-2008-2012.csv.gz')));
  const rows = whole.toString('utf8').split('\n').slice(0, 101).join('\n');
  const { counts } = await taken(fileOf('upr-again.csv', `${rows}\n`));
  assert.deepEqual([counts.created, counts.updated, counts.setAside], [0, 0, 0]);
});

test('pledges in the letters of an old Macintosh become commitments as in UTF-8: their mapping names the encoding', {
  skip,
}, async () => {
  const path = join(folder ?? '', 'upr-voluntary-pledges-macroman-cr.csv');
  const { counts, verdicts } = await taken(await openInputFile(path));
  assert.equal(counts.refused, 0);
  assert.ok(counts.created > 900, JSON.stringify(counts));
  assert.ok(verdicts.some(({ title }) => /\p{L}/u.test(title ?? '') && /[^ -~\n]/.test(title ?? '')));
  const text = new TextDecoder('macintosh').decode(readFileSync(path));
  const again = await taken(fileOf('pledges.csv', text));
  assert.deepEqual([again.counts.created, again.counts.updated, again.counts.refused], [0, 0, 0]);
});

test('actions become measures with dates by which they are due', { skip }, async () => {
  const { counts } = await taken(await openInputFile(join(folder ?? '', 'un80-actions.json.gz')));
  assert.equal(counts.refused, 0);
  const { measures, timed, facets } = await instrumentBoard(house, 'un80-initiative', asked);
  assert.equal(measures, 90);
  assert.ok(timed.length > 70, String(timed.length));
  assert.ok(facets.actor.some(({ value }) => value === 'UNDP'));
});
