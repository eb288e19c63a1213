import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { framework, houseOfMarrakech } from '../../../../tests/fixtures/house-of-marrakech.ts';
import { asked, planOf } from '../../../../tests/fixtures/reporting.ts';
import { english, written } from '../../../../tests/fixtures/small-house.ts';
import { smallOffice } from '../../../../tests/fixtures/small-office.ts';
import { type House, today } from '../../house.ts';
import { instrumentBoard } from '../instrument-board.ts';
import { answerNothing, sendAnswers } from '../take-answers.ts';
import { reportFigures } from './report-figures.ts';
import { reportRequest } from './report-request.ts';

const asOf = '2026-11-28';
let house: House;

before(async () => {
  house = await houseOfMarrakech();
});

function board(day: string) {
  return instrumentBoard(house, framework, { asOf: day, filters: {}, page: 1, pageSize: 1_000 });
}

test('every number of the report is that of the board on the same day', async () => {
  for (const day of ['2004-12-31', '2009-03-01', asOf]) {
    const [figures, { facets, rows, timeliness, survival, measures }] = await Promise.all([
      reportFigures(house, { instrument: framework, asOf: day }),
      board(day),
    ]);
    assert.deepEqual(
      figures.states,
      Object.fromEntries(facets.state.map(({ value, count }) => [value, count])),
    );
    assert.equal(figures.measures.length, measures);
    assert.equal(figures.overdue, facets.due.find(({ value }) => value === 'overdue')?.count ?? 0);
    assert.deepEqual([figures.timeliness, figures.survival], [timeliness, survival]);
    assert.equal(
      figures.reports,
      rows.reduce((sum, { reports }) => sum + reports, 0),
    );
    assert.deepEqual(figures.history.at(-1), { on: day, states: figures.states });
    for (const { actor, measures: n } of figures.actors)
      assert.equal(n, facets.actor.find(({ value }) => value === actor)?.count, actor);
  }
});

test('each year of the course is the board of its last day, and its states add up', async () => {
  const { history } = await reportFigures(house, { instrument: framework, asOf });
  assert.deepEqual([history[0]?.on, history.length], ['2003-12-31', 24]);
  for (const { on, states } of history) {
    assert.equal(
      Object.values(states).reduce((sum, count) => sum + count),
      50,
      on,
    );
  }
  const then = history.find(({ on }) => on === '2009-12-31');
  const { facets } = await board('2009-12-31');
  assert.deepEqual(then?.states, Object.fromEntries(facets.state.map(({ value, count }) => [value, count])));
});

test('what changed since a day is what stood otherwise on it', async () => {
  const since = '2015-01-01';
  const { measures } = await reportFigures(house, { instrument: framework, asOf, since });
  const then = new Map(
    (await board(since)).rows.map(({ measure, standing }) => [measure.recordId, standing.state]),
  );
  for (const { row, before: state } of measures) {
    const before = then.get(row.measure.recordId);
    assert.equal(state, before === row.standing.state ? undefined : before);
  }
  assert.ok(measures.some(({ before: state }) => state !== undefined));
});

test('a report says what was said until its day, with its evidence and where it stands', async () => {
  const { measures } = await reportFigures(house, { instrument: framework, asOf: '2005-12-31' });
  const said = measures.flatMap((one) => one.said);
  assert.ok(said.length > 0 && said.every(({ on }) => on <= '2005-12-31'));
  assert.ok(said.every(({ evidence }) => evidence.every(({ title }) => title !== '')));
  assert.ok(said.some(({ evidence }) => evidence.some(({ url }) => url?.startsWith('http'))));
});

test('of a country: what names it, what it took up, what it reported; silence is counted', async () => {
  const measure = { register: 'measure', id: `${framework}-m9` };
  const taken = { register: 'measure', id: `${framework}-m15` };
  await house.log.append([
    written('sn-takes-up', { measures: [taken], countries: ['SN'] }, { register: 'commitment' }),
    written(
      'sn-reports',
      { title: english('Held'), measure, on: '2024-01-01', state: 'underWay', countries: ['SN'] },
      { register: 'progressReport' },
    ),
  ]);
  const { measures, countries } = await reportFigures(house, { instrument: framework, asOf, country: 'SN' });
  assert.deepEqual(
    measures.map(({ row }) => row.measure.recordId),
    [measure.id, taken.id],
  );
  assert.deepEqual(
    countries.map(({ country, commitments, reports, lastOn }) => ({ country, commitments, reports, lastOn })),
    [{ country: 'SN', commitments: 1, reports: 1, lastOn: '2024-01-01' }],
  );
});

test('what is no day and no country is refused, naming the place', () => {
  const asked = (choices: Parameters<typeof reportRequest>[1]) => () => reportRequest('x', choices, asOf);
  assert.throws(asked({ asOf: '2026-02-30' }), {
    code: 'badQuery',
    params: { place: 'asOf', got: '2026-02-30', right: 'YYYY-MM-DD' },
  });
  assert.throws(asked({ asOf: '2020-01-01', since: '2020-01-02' }), { code: 'badQuery' });
  assert.throws(asked({ country: 'XX' }), { code: 'unknownCountry' });
  assert.deepEqual(asked({ asOf: '', country: 'sn ' })(), { instrument: 'x', asOf, country: 'SN' });
});

test('what is no instrument has no report', async () => {
  await assert.rejects(reportFigures(house, { instrument: 'south-summit-2005', asOf }), { code: 'notFound' });
});

test('silent are those whom the round asked and who had not answered by the day of the report', async () => {
  const office = await smallOffice();
  await planOf(office);
  await asked(office);
  const senegal = office.actors['focal-sn'];
  await answerNothing(office, senegal, 'round', ['m-1'], (number) => english(`Measure ${number}`));
  await sendAnswers(office, senegal, 'round', ['m-1']);
  const { round } = await reportFigures(office, { instrument: 'plan', asOf: today(office) });
  assert.deepEqual(
    round?.countries.map(({ country, standing }) => [country, standing]),
    [
      ['BR', 'silent'],
      ['MZ', 'silent'],
      ['SN', 'partly'],
    ],
  );
  const before = await reportFigures(office, { instrument: 'plan', asOf: '2023-01-01' });
  assert.equal(before.round, undefined);
  await office.log.close();
});
