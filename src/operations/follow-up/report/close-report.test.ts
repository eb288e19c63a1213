import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { asked } from '../../../../tests/fixtures/reporting.ts';
import { english, written } from '../../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../../tests/fixtures/small-office.ts';
import { today } from '../../house.ts';
import { getRound } from '../report-round.ts';
import { closedReports, closeReport, type MakeFiles } from './close-report.ts';
import { closeRoundWithReport } from './close-round-with-report.ts';

const request = { instrument: 'plan', asOf: '2024-05-06' };
const make: MakeFiles = async (figures, number) => [
  {
    lang: 'en',
    format: 'html',
    bytes: new TextEncoder().encode(`No. ${number}: ${figures.measures.length}`),
  },
];

let office: SmallOffice;

before(async () => {
  office = await smallOffice();
  await office.log.append([
    written('plan', { title: english('Plan'), adoptedOn: '2003-12-19' }, { register: 'instrument' }),
    written(
      'first',
      { instrument: { register: 'instrument', id: 'plan' }, number: '1' },
      { register: 'measure' },
    ),
  ]);
});

test('nobody but the secretariat closes a report', async () => {
  for (const id of ['clerk-sn', 'focal-sn', 'roster-sn', 'administrator'] as const)
    await assert.rejects(closeReport(office, office.actors[id], request, make), { code: 'notAllowed' });
  const weak = { ...office.actors.secretariat, strong: false };
  await assert.rejects(closeReport(office, weak, request, make), { code: 'secondFactorNeeded' });
  assert.deepEqual(await closedReports(office, 'plan'), []);
});

test('a closed report has the next number, and its files stay as they were whatever is reported later', async () => {
  const first = await closeReport(office, office.actors.secretariat, request, make);
  await office.log.append([
    written(
      'second',
      { instrument: { register: 'instrument', id: 'plan' }, number: '2' },
      { register: 'measure' },
    ),
  ]);
  const second = await closeReport(office, office.actors.secretariat, { ...request, country: 'SN' }, make);
  assert.deepEqual([first.number, second.number], [1, 2]);
  const listed = await closedReports(office, 'plan');
  assert.deepEqual(
    listed.map(({ number, country }) => ({ number, country })),
    [
      { number: 1, country: undefined },
      { number: 2, country: 'SN' },
    ],
  );
  const bytes = await office.reports.find(listed[0]?.files[0]?.sha256 ?? '');
  assert.equal(new TextDecoder().decode(bytes), 'No. 1: 1');
});

test('of two who close at the same time one is refused: no number is given twice', async () => {
  const { promise: both, resolve } = Promise.withResolvers<void>();
  let begun = 0;
  const together: MakeFiles = async (figures, number, madeAt) => {
    begun += 1;
    if (begun === 2) resolve();
    await both;
    return make(figures, number, madeAt);
  };
  const closing = () => closeReport(office, office.actors.secretariat, request, together);
  const done = await Promise.allSettled([closing(), closing()]);
  const refused = done.filter((one) => one.status === 'rejected');
  assert.equal(refused.length, 1);
  assert.equal(refused[0]?.reason.code, 'recordMoved');
});

test('what is no instrument has no report to close', async () => {
  const closing = closeReport(office, office.actors.secretariat, { ...request, instrument: 'first' }, make);
  await assert.rejects(closing, { code: 'notFound' });
});

test('as long as a round on the instrument is open its report is a draft; closing the round closes the report', async () => {
  await asked(office);
  const closing = closeReport(office, office.actors.secretariat, { ...request, instrument: 'plan' }, make);
  await assert.rejects(closing, { code: 'roundOpen', params: { round: 'round', right: '2024-07-31' } });
  for (const id of ['clerk-sn', 'focal-sn', 'administrator'] as const)
    await assert.rejects(closeRoundWithReport(office, office.actors[id], 'round', make), {
      code: 'notAllowed',
    });
  const before = (await closedReports(office, 'plan')).length;
  const closed = await closeRoundWithReport(office, office.actors.secretariat, 'round', make);
  assert.deepEqual([closed?.number, closed?.round, closed?.asOf], [before + 1, 'round', today(office)]);
  assert.equal((await getRound(office, 'round')).closedOn, today(office));
  const again = closeRoundWithReport(office, office.actors.secretariat, 'round', make);
  await assert.rejects(again, { code: 'invalid' });
});

test('where another round on the instrument is open, the round is closed and the report stays a draft', async () => {
  await asked(office, { deadline: '2024-08-31' }, 'round-2');
  await asked(office, { deadline: '2024-09-30' }, 'round-3');
  const { secretariat } = office.actors;
  assert.equal(await closeRoundWithReport(office, secretariat, 'round-2', make), undefined);
  assert.equal((await closeRoundWithReport(office, secretariat, 'round-3', make))?.round, 'round-3');
});
