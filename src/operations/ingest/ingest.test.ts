import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, smallHouse } from '../../../tests/fixtures/small-house.ts';
import { fileOf, jsonLines, takeIn } from '../../../tests/fixtures/taking-in.ts';
import { edition, houseOfTwoSources, type SourceRow } from '../../../tests/fixtures/two-sources.ts';
import { Fault } from '../../kernel/fault.ts';
import { openSqliteLog } from '../../log/sqlite-log.ts';
import { possibleDuplicates } from '../duplicates.ts';
import type { House } from '../house.ts';
import { show } from '../show.ts';
import { ingest } from './ingest.ts';
import type { Verdict } from './verdict.ts';

const milk: SourceRow = { title: 'Human milk banks', from: 'BR', to: 'MZ', year: '2014' };
const salt: SourceRow = { title: 'Iodised salt for all', from: 'IN', to: 'SN', year: '2010' };

function outcomesOf(verdicts: readonly Verdict[]): string[] {
  return verdicts.map(({ outcome }) => outcome);
}

async function summaryOf(house: House, id = ''): Promise<unknown> {
  const { record } = await show(house, 'activity', id);
  return record.values['summary'];
}

test('every row gets one verdict that names file, place, record and title', async () => {
  const house = await houseOfTwoSources();
  const rows = [milk, { ...salt, from: 'Atlantis' }, { title: '' }];
  const verdicts = await takeIn(house, edition('alpha', rows, 'table.jsonl'));
  assert.deepEqual(outcomesOf(verdicts), ['created', 'created', 'refused']);
  assert.deepEqual(
    verdicts.map(({ place }) => place.number),
    [1, 2, 3],
  );
  assert.deepEqual(
    verdicts.map(({ title }) => title),
    [milk.title, salt.title, undefined],
  );
  for (const { file, register } of verdicts) assert.deepEqual([file, register], ['table.jsonl', 'activity']);
  assert.ok(
    verdicts[1]?.findings.some(({ path, params }) => path === 'participants' && params['got'] === 'Atlantis'),
  );
  assert.ok(verdicts[2]?.findings.some(({ path, code }) => path === 'title' && code === 'missing'));
});

test('a revision says which file, place and publisher it came from, as a third party', async () => {
  const house = await houseOfTwoSources();
  const [verdict] = await takeIn(house, edition('alpha', [milk], 'table.jsonl'));
  const { record } = await show(house, 'activity', verdict?.recordId ?? '');
  const { file, publisher, standing, door } = record.origin;
  assert.deepEqual(
    [file, publisher, standing, door],
    ['table.jsonl', 'Institute alpha', 'thirdParty', 'import'],
  );
});

test('the same file again changes nothing', async () => {
  const house = await houseOfTwoSources();
  const file = edition('alpha', [{ ...milk, ref: 'A1' }, salt, { title: '' }, { ...milk, ref: 'A1' }]);
  await takeIn(house, file);
  const head = await house.log.head();
  assert.deepEqual(outcomesOf(await takeIn(house, file)), ['unchanged', 'unchanged', 'refused', 'merged']);
  assert.equal(await house.log.head(), head);
});

test('hundreds of refused rows of a file taken in before leave no new account', async () => {
  const house = await houseOfTwoSources();
  const file = edition('alpha', [milk, ...Array.from({ length: 600 }, () => ({ title: ' ' }))]);
  await takeIn(house, file);
  const accounts = await house.log.intakes(100);
  assert.equal(accounts.flatMap(({ refused }) => refused).length, 600);
  const head = await house.log.head();
  await takeIn(house, file);
  assert.equal(await house.log.head(), head);
});

test('another file is not taken for one that was seen before', async () => {
  const house = await houseOfTwoSources();
  const [first] = await takeIn(house, edition('alpha', [{ ...milk, ref: 'A1' }]));
  const [second] = await takeIn(house, edition('alpha', [{ ...milk, ref: 'A1', about: 'New' }]));
  assert.deepEqual([second?.outcome, second?.recordId], ['updated', first?.recordId]);
});

test('an older edition taken in again after a newer one changes nothing, unless it is to be taken at its word', async () => {
  const house = await houseOfTwoSources();
  const older = edition('alpha', [{ ...milk, ref: 'A1', about: 'Old' }]);
  const [{ recordId } = {}] = await takeIn(house, older);
  await takeIn(house, edition('alpha', [{ ...milk, ref: 'A1', about: 'New' }]));
  assert.deepEqual(outcomesOf(await takeIn(house, older)), ['unchanged']);
  assert.deepEqual(await summaryOf(house, recordId), english('New'));
  assert.deepEqual(outcomesOf(await takeIn(house, older, { again: true })), ['updated']);
  assert.deepEqual(await summaryOf(house, recordId), english('Old'));
});

test('a later edition updates by identifier, whatever it changed; what it is silent on stays', async () => {
  const house = await houseOfTwoSources();
  const [{ recordId } = {}] = await takeIn(house, edition('alpha', [{ ...milk, ref: 'A1', about: 'Kept' }]));
  const [later] = await takeIn(
    house,
    edition('alpha', [{ ref: 'A1', title: 'Banks of human milk', to: 'CV' }]),
  );
  assert.deepEqual([later?.outcome, later?.recordId], ['updated', recordId]);
  assert.deepEqual(await summaryOf(house, recordId), english('Kept'));
});

test('rows without identifiers are recognised by title, countries and year', async () => {
  const house = await houseOfTwoSources();
  const [{ recordId } = {}] = await takeIn(house, edition('alpha', [milk]));
  const typed = { ...milk, title: '  HUMAN milk-banks ', from: 'Brésil', year: '2014-03', about: 'More' };
  const later = [typed, { ...milk, year: '2015' }, { ...milk, to: 'CV' }];
  const verdicts = await takeIn(house, edition('alpha', later));
  assert.deepEqual(outcomesOf(verdicts), ['updated', 'created', 'created']);
  assert.equal(verdicts[0]?.recordId, recordId);
});

test('an identifier twice in one file: the first row counts, the second is kept as it came', async () => {
  const house = await houseOfTwoSources();
  const rows = [
    { ...milk, ref: 'A1', about: 'First' },
    { ...salt, ref: 'A1', about: 'Second' },
  ];
  const [first, second] = await takeIn(house, edition('alpha', rows));
  assert.deepEqual(
    [first?.outcome, second?.outcome, second?.recordId],
    ['created', 'merged', first?.recordId],
  );
  const [said] = second?.findings.slice(-1) ?? [];
  assert.deepEqual(
    [said?.code, said?.params['got'], said?.params['first']],
    ['duplicateKey', 'activity.alpha:A1', 1],
  );
  assert.deepEqual(await summaryOf(house, first?.recordId), english('First'));
  const [account] = await house.log.intakes(1);
  assert.deepEqual(
    account?.refused.map(({ raw }) => JSON.parse(raw).about),
    ['Second'],
  );
});

test('two sources with one title are a possible duplicate; one source with two identifiers means two records', async () => {
  const house = await houseOfTwoSources();
  await takeIn(
    house,
    edition('alpha', [
      { ...milk, ref: 'A1' },
      { ...milk, ref: 'A2' },
    ]),
  );
  assert.deepEqual(await possibleDuplicates(house), []);
  const [verdict] = await takeIn(house, edition('beta', [{ ...milk, ref: 'B1', year: '1999' }]));
  assert.equal(verdict?.outcome, 'created');
  assert.ok(verdict?.findings.some(({ code }) => code === 'possibleDuplicate'));
  assert.deepEqual(
    (await possibleDuplicates(house)).map(({ because }) => because),
    [['title']],
  );
});

test('titles too short to tell raise no suspicion', async () => {
  const house = await houseOfTwoSources();
  await takeIn(house, edition('alpha', [{ ref: 'A1', title: 'Training' }]));
  await takeIn(house, edition('beta', [{ ref: 'B1', title: 'Training', year: '1999' }]));
  assert.deepEqual(await possibleDuplicates(house), []);
});

test('a source that numbers its rows for the first time or anew is asked about, not doubled silently', async () => {
  for (const ref of [{}, { ref: 'Old number' }]) {
    const house = await houseOfTwoSources();
    await takeIn(house, edition('alpha', [{ ...milk, ...ref }]));
    const [verdict] = await takeIn(house, edition('alpha', [{ ...milk, ref: 'New number' }]));
    assert.ok(verdict?.findings.some(({ code }) => code === 'possibleDuplicate'));
    const another = { ...milk, year: '2020', ref: 'Next phase' };
    const [next] = await takeIn(house, edition('alpha', [another], 'next.jsonl'));
    assert.deepEqual([next?.outcome, next?.findings], ['created', []], 'a title alone raises no question');
  }
});

test('our own file keeps records apart that say the same under two ids', async () => {
  const house = await smallHouse();
  const row = { register: 'activity', values: { title: english('Annual meeting of the network') } };
  const verdicts = await takeIn(
    house,
    jsonLines('own.jsonl', [
      { ...row, id: 'a' },
      { ...row, id: 'b' },
    ]),
  );
  assert.deepEqual(
    verdicts.map(({ outcome, recordId }) => [outcome, recordId]),
    [
      ['created', 'a'],
      ['created', 'b'],
    ],
  );
});

test('a refused row is kept as it came, with its findings', async () => {
  const house = await houseOfTwoSources();
  const row = { table: 'alpha', title: ' ', about: 'ماء', ref: 'A1' };
  await takeIn(house, jsonLines('bad.jsonl', [row]));
  const [account] = await house.log.intakes(1);
  assert.partialDeepStrictEqual({ ...account }, { file: 'bad.jsonl', complete: true });
  assert.deepEqual(account?.counts['refused'], 1);
  assert.deepEqual(JSON.parse(account?.refused[0]?.raw ?? ''), row);
  assert.equal(account?.refused[0]?.findings[0]?.code, 'missing');
});

test('a file that breaks off leaves what came before, says so, and goes on when it comes whole', async () => {
  const house = await houseOfTwoSources();
  const whole = [milk, { title: '' }, salt].map((row) => `${JSON.stringify({ table: 'alpha', ...row })}`);
  const broken = `[${whole.slice(0, 2).join(',')},{"table":"al`;
  const verdicts: Verdict[] = [];
  const onVerdict = (verdict: Verdict) => verdicts.push(verdict);
  await assert.rejects(
    ingest(house, fileOf('cut.json', broken), { door: 'import', onVerdict }),
    (error) => error instanceof Fault,
  );
  assert.deepEqual(outcomesOf(verdicts), ['created', 'refused']);
  const [account] = await house.log.intakes(1);
  assert.deepEqual([account?.complete, account?.refused.length], [false, 1]);
  const again = await takeIn(house, fileOf('whole.json', `[${whole.join(',')}]`));
  assert.deepEqual(outcomesOf(again), ['unchanged', 'refused', 'created']);
});

test('the same file taken in by two houses at once leaves each record once', async () => {
  const log = openSqliteLog({ file: ':memory:' });
  const houses = [await houseOfTwoSources(log), await houseOfTwoSources(log)];
  const rows = Array.from({ length: 600 }, (_, i) => ({
    ...milk,
    title: `Milk bank number ${i}`,
    ...(i % 2 ? { ref: `A${i}` } : {}),
  }));
  const both = await Promise.all(houses.map((house) => takeIn(house, edition('alpha', rows))));
  const all = both.flat();
  assert.equal(all.filter(({ outcome }) => outcome === 'created').length, 600);
  assert.equal(all.filter(({ outcome }) => outcome === 'unchanged').length, 600);
  assert.equal(new Set(all.map(({ recordId }) => recordId)).size, 600);
  const report = await log.verify(() => {});
  assert.deepEqual([report.records, report.revisions, report.damage], [600, 600, []]);
});

test('our own file comes back under its own ids; an edit of an older revision is refused', async () => {
  const house = await smallHouse();
  const row = { register: 'activity', id: 'milk-banks', revision: 1, values: { title: english('Milk') } };
  const edited = (theme: string) => ({ ...row, values: { ...row.values, themes: [theme] } });
  const [first] = await takeIn(house, jsonLines('a.jsonl', [row]));
  assert.deepEqual([first?.outcome, first?.recordId], ['created', 'milk-banks']);
  assert.deepEqual(outcomesOf(await takeIn(house, jsonLines('b.jsonl', [edited('salt')]))), ['updated']);
  const [late] = await takeIn(house, jsonLines('c.jsonl', [edited('late')]));
  assert.deepEqual([late?.outcome, late?.findings.at(-1)?.code], ['refused', 'outdated']);
  assert.deepEqual(late?.findings.at(-1)?.params, { got: 1, right: 2 });
});

test('an id that stands for a record of another register makes a record with an id of its own', async () => {
  const house = await smallHouse();
  const values = { title: english('Milk') };
  await takeIn(house, jsonLines('a.jsonl', [{ register: 'activity', id: 'milk', values }]));
  const [practice] = await takeIn(
    house,
    jsonLines('b.jsonl', [{ register: 'practice', id: 'milk', values }]),
  );
  assert.equal(practice?.outcome, 'created');
  assert.notEqual(practice?.recordId, 'milk');
  assert.equal((await show(house, 'activity', 'milk')).record.revision, 1);
});
