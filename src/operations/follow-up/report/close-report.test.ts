import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { english, written } from '../../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../../tests/fixtures/small-office.ts';
import { closedReports, closeReport, type MakeFiles } from './close-report.ts';

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
  const closing = () => closeReport(office, office.actors.secretariat, request, make);
  const done = await Promise.allSettled([closing(), closing()]);
  const refused = done.filter((one) => one.status === 'rejected');
  assert.equal(refused.length, 1);
  assert.equal(refused[0]?.reason.code, 'recordMoved');
});

test('what is no instrument has no report to close', async () => {
  const closing = closeReport(office, office.actors.secretariat, { ...request, instrument: 'first' }, make);
  await assert.rejects(closing, { code: 'notFound' });
});
