import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asked, planOf } from '../../../tests/fixtures/reporting.ts';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { fileOf } from '../../../tests/fixtures/taking-in.ts';
import { dueNotes } from '../notes/due-notes.ts';
import { Refused } from '../refused.ts';
import { dispute } from '../review/answer.ts';
import { release } from '../review/release.ts';
import { revise } from '../revise.ts';
import { answerSheet } from './answer-sheet.ts';
import { closeRound } from './close-round.ts';
import { measureRow } from './measure-row.ts';
import { getRound } from './report-round.ts';
import { roundAnswers } from './round-answers.ts';
import { answerNothing, sendAnswers, takeAnswers } from './take-answers.ts';

let office: SmallOffice;
const all = ['m-1', 'm-2', 'm-3'];
const title = (number: string, country: string) => english(`Measure ${number}: ${country}`);

before(async () => {
  office = await smallOffice();
  await planOf(office);
});
after(() => office.log.close());

/** The codes of findings with which a writing is refused, each at its field. */
async function refused(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => undefined,
    (one: unknown) => one,
  );
  assert.ok(error instanceof Refused, String(error));
  return error.findings.map(({ path, code }) => `${path} ${code}`);
}

async function report(person: PersonId, measure: string, more: Readonly<Record<string, unknown>> = {}) {
  const { lines } = await answerSheet(office, office.actors[person], 'round');
  const id = lines.find((line) => line.measure.recordId === measure)?.id ?? '';
  const basedOn = office.board.records([id]).get(id)?.state.number ?? 0;
  const values = {
    title: english('Report'),
    measure: { register: 'measure', id: measure },
    round: { register: 'reportRound', id: 'round' },
    countries: [office.actors[person].post.country],
    on: '2024-06',
    state: 'underWay',
    ...more,
  };
  const writer = { actor: office.actors[person], as: 'party', door: 'form' } as const;
  return revise(office, { register: 'progressReport', id, values, basedOn, writer });
}

async function standings() {
  const { countries, counts } = roundAnswers(office, await getRound(office, 'round'), today());
  return { each: Object.fromEntries(countries.map((one) => [one.country, one.standing])), counts };
}

const today = () => office.clock.now().toISOString().slice(0, 10);

const notedRounds = async () =>
  Object.fromEntries(
    (await dueNotes(office)).flatMap(({ post, kind, rounds }) =>
      rounds.length === 0 ? [] : [[post.id, `${kind} ${rounds[0]?.left}`]],
    ),
  );

/** All that is due leaves. */
async function sendAll(): Promise<void> {
  for (const { key, account, at } of await dueNotes(office))
    await office.outbox.enqueue(
      [{ key, to: account.email, language: 'en', subject: '', text: '', html: '' }],
      at,
    );
}

test('only a secretariat opens a round, and what is wrong with it is said at its fields', async () => {
  for (const person of ['focal-sn', 'administrator', 'clerk-sn'] as const) {
    const as = { ...office, actors: { ...office.actors, secretariat: office.actors[person] } };
    await assert.rejects(asked(as), { code: 'notAllowed' }, person);
  }
  assert.deepEqual(await refused(asked(office, { countries: [], posts: [] })), ['countries missing']);
  assert.deepEqual(await refused(asked(office, { measures: ['m-1', 'other'] })), [
    'measures notInInstrument',
  ]);
  assert.deepEqual(await refused(asked(office, { instrument: 'none' })), ['instrument noMeasures']);
  assert.deepEqual(await refused(asked(office, { posts: ['secretariat'] })), ['posts unknownPost']);
  assert.deepEqual(await refused(asked(office, { deadline: '2024-05-01' })), ['deadline endBeforeStart']);
  assert.deepEqual(await refused(asked(office, { deadline: '' })), ['deadline missing']);
});

test('a round that is open is a task of the focal points asked, told once', async () => {
  office.clock.set('2024-05-07T08:00:00.000Z');
  await asked(office);
  assert.deepEqual(await notedRounds(), {
    'focal-sn': 'daily 3',
    'focal-br': 'daily 3',
    'focal-mz': 'daily 3',
  });
  await sendAll();
  assert.deepEqual(await notedRounds(), {});
  office.clock.set('2024-05-08T08:00:00.000Z');
  assert.deepEqual(await notedRounds(), {});
});

test('the Monday letter counts what a post has still to report on, and no letter goes out twice that day', async () => {
  office.clock.set('2024-05-13T08:00:00.000Z');
  assert.deepEqual(await notedRounds(), {
    'focal-sn': 'weekly 3',
    'focal-br': 'weekly 3',
    'focal-mz': 'weekly 3',
  });
  await sendAll();
  assert.deepEqual(await notedRounds(), {});
});

test('a report that names its round is refused from whoever is not asked, for what is not asked, and without units or addresses that parse', async () => {
  const writer = { actor: office.actors.secretariat, as: 'thirdParty', door: 'form' } as const;
  const values = {
    title: english('Seen'),
    measure: { register: 'measure', id: 'm-1' },
    round: { register: 'reportRound', id: 'round' },
    on: '2024-06',
    state: 'done',
    sources: [{ title: 'Somebody' }],
  };
  const edit = { register: 'progressReport', id: 'seen', basedOn: 0 };
  assert.deepEqual(await refused(revise(office, { ...edit, values, writer })), ['round notAddressed']);
  assert.deepEqual(
    await refused(report('focal-sn', 'm-1', { round: { register: 'reportRound', id: 'x' } })),
    ['round unknownRound'],
  );
  assert.deepEqual(
    await refused(report('focal-sn', 'm-1', { measure: { register: 'measure', id: 'other' } })),
    ['measure notInRound'],
  );
  assert.deepEqual(
    await refused(report('focal-sn', 'm-1', { sources: [{ title: 'Paper', url: 'no address' }] })),
    ['sources.0.url badAddress'],
  );
  assert.deepEqual(await refused(report('focal-sn', 'm-1', { figures: [{ value: 4, basis: 'reported' }] })), [
    'figures.0.unit missing',
  ]);
  assert.deepEqual(await refused(report('focal-sn', 'm-1', { on: undefined })), ['on missing']);
});

test('a measure cannot be due before its instrument was adopted', async () => {
  const writer = { machine: 'api' };
  const values = {
    title: english('Early'),
    instrument: { register: 'instrument', id: 'plan' },
    due: { precision: 'day', date: '2003-01-31' },
  };
  const edit = { register: 'measure', id: 'early', values, basedOn: 0, writer };
  assert.deepEqual(await refused(revise(office, edit)), ['due.date dueBeforeInstrument']);
});

test('a draft is no answer; what a focal point has released is, and its own country is no longer asked for it', async () => {
  await report('clerk-sn', 'm-1', { summary: english('Canary of a draft') });
  assert.deepEqual((await standings()).each, { BR: 'silent', MZ: 'silent', SN: 'silent' });
  const other = await answerSheet(office, office.actors['clerk-sn-other'], 'round');
  assert.equal(JSON.stringify(await seenSheet('focal-br')).includes('Canary'), false);
  assert.equal(other.lines.length, 3);
  const sent = await sendAnswers(office, office.actors['focal-sn'], 'round', ['m-1', 'm-2']);
  assert.deepEqual(
    sent.map(({ verdict }) => verdict),
    ['written', 'empty'],
  );
  assert.deepEqual((await standings()).each, { BR: 'silent', MZ: 'silent', SN: 'partly' });
});

const seenSheet = (person: PersonId) => answerSheet(office, office.actors[person], 'round');

test('to have nothing to report is an answer, and says nothing of the measure', async () => {
  const actor = office.actors['focal-sn'];
  await answerNothing(office, actor, 'round', ['m-2', 'm-3'], title);
  await sendAnswers(office, actor, 'round', all);
  const { each, counts } = await standings();
  assert.equal(each['SN'], 'onTime');
  assert.deepEqual(counts, { onTime: 1, late: 0, partly: 0, silent: 2 });
  const [, second] = office.board.tracking.measuresOf('plan');
  assert.ok(second !== undefined);
  assert.equal(measureRow(office.board.tracking, second, today()).reports, 0);
});

test('rows of a table become drafts; those without a date are left out, bad ones do not keep the others out', async () => {
  const csv = [
    'register,title,measure,on,state,summary',
    'progressReport,One,m-1,2024-05,underWay,Begun',
    'progressReport,Two,m-2,,underWay,',
    'progressReport,Three,m-3,2024-05,finished,',
    'progressReport,Four,m-9,2024-05,underWay,',
  ].join('\n');
  const taken = await takeAnswers(office, office.actors['focal-br'], 'round', fileOf('round.csv', csv));
  assert.deepEqual(
    taken.map(({ verdict, findings }) => [verdict, ...findings.map(({ code }) => code)].join(' ')),
    ['written', 'empty', 'refused unknownCode', 'refused notInRound'],
  );
  await sendAnswers(office, office.actors['focal-br'], 'round', all);
  assert.equal((await standings()).each['BR'], 'partly');
});

test('a country that is named can dispute a report, and the round shows it', async () => {
  await report('focal-br', 'm-2', { countries: ['BR', 'MZ'], state: 'done', sources: [{ title: 'Paper' }] });
  const [, second] = (await seenSheet('focal-br')).lines;
  const record = second?.report;
  assert.ok(record !== undefined);
  const act = { register: 'progressReport', id: record.recordId, seen: record.seq };
  const { seq, state } = await release(office, office.actors['focal-br'], act);
  const objections = [{ field: 'state', says: 'underWay' }];
  await dispute(office, office.actors['focal-mz'], {
    ...act,
    seen: seq,
    revision: state.inForce ?? 0,
    objections,
  });
  const { countries } = roundAnswers(office, await getRound(office, 'round'), today());
  assert.deepEqual(
    countries.map(({ country, disputed }) => [country, disputed]),
    [
      ['BR', 1],
      ['MZ', 0],
      ['SN', 0],
    ],
  );
  const measure = office.board.tracking.find('m-2');
  assert.ok(measure !== undefined);
  assert.equal(measureRow(office.board.tracking, measure, '2024-12-31').standing.state, 'disputed');
});

test('who has not answered is reminded 30 days before the deadline and once when it is past, and on no other day', async () => {
  const told: string[] = [];
  for (const id of ['focal-br', 'focal-mz', 'focal-sn'] as const)
    await office.accounts.change(office.actors[id].account, { digest: false });
  await sendAll();
  const days = ['05-20', '06-30', '07-01', '07-02', '07-15', '07-31', '08-01', '08-02', '08-03', '09-30'];
  for (const day of days) {
    office.clock.set(`2024-${day}T07:00:00.000Z`);
    for (const post of Object.keys(await notedRounds())) told.push(`${today()} ${post}`);
    await sendAll();
  }
  assert.deepEqual(told, [
    '2024-07-01 focal-br',
    '2024-07-01 focal-mz',
    '2024-08-01 focal-br',
    '2024-08-01 focal-mz',
  ]);
});

test('who answers after the deadline is late', async () => {
  office.clock.set('2024-10-31T09:00:00.000Z');
  await answerNothing(office, office.actors['focal-mz'], 'round', all, title);
  await sendAnswers(office, office.actors['focal-mz'], 'round', all);
  const { each, counts } = await standings();
  assert.deepEqual(each, { BR: 'partly', MZ: 'late', SN: 'onTime' });
  assert.deepEqual(counts, { onTime: 1, late: 1, partly: 1, silent: 0 });
});

test('a closed round takes no new report, also not one that was a draft; what was said in it may be put right', async () => {
  await report('focal-br', 'm-3');
  await assert.rejects(closeRound(office, office.actors['focal-br'], 'round'), { code: 'notAllowed' });
  await closeRound(office, office.actors.secretariat, 'round');
  const [sent] = await sendAnswers(office, office.actors['focal-br'], 'round', ['m-3']);
  assert.deepEqual(
    sent?.findings.map(({ path, code }) => `${path} ${code}`),
    ['round roundClosed'],
  );
  assert.deepEqual(await refused(report('focal-br', 'm-3', { state: 'done' })), ['round roundClosed']);
  assert.equal((await report('focal-sn', 'm-1', { state: 'done' })).changed, true);
  assert.deepEqual(await refused(closeRound(office, office.actors.secretariat, 'round')), [
    'closedOn roundClosed',
  ]);
  assert.deepEqual((await standings()).counts, { onTime: 1, late: 1, partly: 1, silent: 0 });
});
