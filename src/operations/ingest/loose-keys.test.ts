import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sharedData, skipWords } from '../../../tests/fixtures/shared-data.ts';
import { smallHouse } from '../../../tests/fixtures/small-house.ts';
import { fileOf, takeIn } from '../../../tests/fixtures/taking-in.ts';
import { openInputFile } from '../../exchange/files/open-input-file.ts';
import { loadMappings } from '../../exchange/tables/load-mappings.ts';
import { compileMapping } from '../../exchange/tables/mapping.ts';
import type { House } from '../house.ts';
import type { Verdict } from './verdict.ts';

const mapping = (loose: boolean) =>
  compileMapping({
    name: 'numbered',
    title: 'Numbered rows',
    publisher: 'Ministry',
    source: 'https://example.org/',
    licence: 'none',
    register: 'activity',
    recognise: { has: ['No', 'Name'] },
    keys: [{ scheme: 'no', from: 'No', loose }],
    fields: {
      title: { use: 'text', from: 'Name', language: 'en' },
      summary: { use: 'text', from: 'About', language: 'en' },
    },
  });

const house = async (loose = true): Promise<House> => ({
  ...(await smallHouse()),
  mappings: [mapping(loose)],
});

const table = (name: string, ...rows: string[]) => fileOf(name, ['No,Name,About', ...rows, ''].join('\n'));

const said = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ outcome, findings }) => [outcome, ...findings.map(({ code }) => code)].join(' '));

const first = '1,Seeds for all of the valley,maize';

test('a source known to number its rows anew brings back the same record under another number', async () => {
  const one = await house();
  const [made] = await takeIn(one, table('1.csv', first));
  const [back] = await takeIn(one, table('2.csv', '7,Seeds for all of the valley,maize and beans'));
  assert.deepEqual([back?.outcome, back?.recordId], ['updated', made?.recordId]);
  const [again] = await takeIn(one, table('3.csv', '7,Renamed by its new number,beans'));
  assert.equal(again?.recordId, made?.recordId);
});

test('of other sources the same row under another number stays apart', async () => {
  const one = await house(false);
  await takeIn(one, table('1.csv', first));
  const apart = await takeIn(one, table('2.csv', '7,Seeds for all of the valley,maize and beans'));
  assert.deepEqual(said(apart), ['created possibleDuplicate']);
});

test('two rows of one file that look alike are two things, unless the second says nothing new', async () => {
  const verdicts = await takeIn(
    await house(),
    table('1.csv', first, '2,Seeds for all of the valley,beans', '3,Seeds for all of the valley,maize'),
  );
  assert.deepEqual(said(verdicts), ['created', 'created', 'merged duplicateKey']);
});

test('a record that another row of the file names by its number is left to that row', async () => {
  const one = await house();
  const [made] = await takeIn(one, table('1.csv', first));
  const verdicts = await takeIn(
    one,
    table('2.csv', '9,Seeds for all of the valley,beans', '1,Seeds for all of the valley,wheat'),
  );
  assert.deepEqual(said(verdicts), ['created', 'updated']);
  assert.equal(verdicts[1]?.recordId, made?.recordId);
});

const editions = ['undp-projects-2023-06.csv.gz', 'undp-projects-2023-09-curated.csv.gz'].flatMap(
  (name) => sharedData('ssc', name) ?? [],
);

test('of the 101 projects of September 2023, 83 are those of June, 3 are asked about, and twice changes nothing', async (t) => {
  if (editions.length < 2) {
    t.skip(skipWords);
    return;
  }
  const mappings = await loadMappings(join(import.meta.dirname, '../../../content/mappings'));
  const one = { ...(await smallHouse()), mappings };
  const [june = '', september = ''] = editions;
  await takeIn(one, await openInputFile(june));
  const verdicts = await takeIn(one, await openInputFile(september));
  const count = (which: (words: string) => boolean) => said(verdicts).filter(which).length;
  assert.equal(
    count((words) => /^(updated|unchanged)/.test(words)),
    83,
  );
  assert.equal(
    count((words) => words.startsWith('created')),
    18,
  );
  assert.equal(
    count((words) => words.includes('possibleDuplicate')),
    3,
  );
  const head = await one.log.head();
  for (const path of editions) {
    for (const { outcome } of await takeIn(one, await openInputFile(path)))
      assert.equal(outcome, 'unchanged');
  }
  assert.equal(await one.log.head(), head);
});
