import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  agreed,
  answered,
  answerOf,
  asked,
  drafted,
  leakyPipes,
  madeKnown,
  stateOf,
} from '../../../tests/fixtures/asking.ts';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { Fault } from '../../kernel/fault.ts';
import { today } from '../house.ts';
import { Refused } from '../refused.ts';
import { confirm } from '../review/answer.ts';
import { release } from '../review/release.ts';
import { withdraw } from '../review/withdraw.ts';
import { show } from '../show.ts';
import { clockOf } from './clock-of.ts';
import { decline } from './decline.ts';

let office: SmallOffice;
before(async () => {
  office = await smallOffice();
});
after(() => office.log.close());

const seenOf = (id: string) => office.board.records([id]).get(id)?.seq ?? 0;
const clock = (id: string) => {
  const record = office.board.records([id]).get(id);
  return record && clockOf(record, today(office));
};
const found = (code: string, path: string) => (error: unknown) =>
  error instanceof Refused && error.findings.some((one) => one.code === code && one.path === path);

test('a released need is open for sixty days; an answer brings it into talks, agreement by both agrees it', async () => {
  await asked(office, 'n1');
  assert.deepEqual(
    [clock('n1')?.state, clock('n1')?.daysLeft, clock('n1')?.answersDue],
    ['open', 60, '2024-07-05'],
  );
  await answered(office, 'focal-br', 'm1', 'n1');
  assert.deepEqual([clock('n1')?.state, clock('n1')?.answers.all, clock('n1')?.inTime], ['inTalks', 1, true]);
  await agreed(office, 'focal-sn', 'm1', 'whole');
  assert.deepEqual([clock('n1')?.state, clock('n1')?.answers.agreed], ['agreed', 1]);
  const shown = await show(office, 'match', 'm1');
  assert.equal(shown.record.review.confirmation, 'confirmed');
});

test('an answer that meets a part leaves the need partly met and open for others', async () => {
  await asked(office, 'n2');
  await answered(office, 'focal-br', 'm2', 'n2', { coverage: 'part' });
  await agreed(office, 'focal-sn', 'm2');
  assert.equal(clock('n2')?.state, 'partlyMet');
  await answered(office, 'focal-mz', 'm2b', 'n2', { answeredBy: ['MZ'] });
  assert.equal(clock('n2')?.state, 'partlyMet');
});

test('declining wants a reason of the short list; the need is open again, and the two sides alone read why', async () => {
  await asked(office, 'n3');
  await answered(office, 'focal-br', 'm3', 'n3');
  const act = { register: 'match', id: 'm3', revision: 1, reason: 'Zqwhy: the budget is cut' };
  const sn = office.actors['focal-sn'];
  await assert.rejects(
    decline(office, sn, { ...act, seen: seenOf('m3'), because: 'mood' }),
    (error) => error instanceof Fault && error.code === 'invalid' && error.params['place'] === 'because',
  );
  await decline(office, sn, { ...act, seen: seenOf('m3'), because: 'terms' });
  assert.deepEqual([clock('n3')?.state, clock('n3')?.answers.declined], ['open', 1]);
  const everybody = await show(office, 'match', 'm3');
  assert.equal(everybody.record.review.answers['SN']?.state, 'declined');
  assert.doesNotMatch(JSON.stringify([everybody.record.review, everybody.events]), /terms|Zqwhy/);
  const secretariat = await show(office, 'match', 'm3', office.actors['secretariat']);
  assert.doesNotMatch(JSON.stringify([secretariat.record.review, secretariat.events]), /terms|Zqwhy/);
  const br = await show(office, 'match', 'm3', office.actors['focal-br']);
  assert.match(JSON.stringify(br.events), /"because":"terms"/);
  await assert.rejects(
    confirm(office, sn, { ...act, seen: seenOf('m3') }),
    (error) => error instanceof Fault && error.code === 'wrongStep',
    'what was declined is not agreed without being asked anew',
  );
});

test('a need is answered by other countries, for those who ask, with an offer that still stands, once', async () => {
  await asked(office, 'n4');
  const write = (who: 'focal-br' | 'focal-sn' | 'focal-mz', id: string, more: object) =>
    drafted(office, who, 'match', id, answerOf('n4', { ...more }));
  await assert.rejects(write('focal-sn', 'x1', { answeredBy: ['SN'] }), found('ownNeed', 'answeredBy'));
  await assert.rejects(write('focal-br', 'x2', { askedBy: ['MZ'] }), found('notAsking', 'askedBy'));
  await assert.rejects(
    write('focal-br', 'x3', { need: { register: 'need', id: 'nobody' } }),
    found('needUnknown', 'need'),
  );
  await assert.rejects(write('focal-mz', 'x4', {}), found('ownCountryMissing', 'answeredBy'));
  const offer = {
    title: english('Leak finders'),
    countries: ['BR'],
    sources: [{ title: 'A report' }],
    validUntil: '2024-06-01',
  };
  await madeKnown(office, 'focal-br', 'offer', 'o4', offer);
  await assert.rejects(
    write('focal-mz', 'x5', { answeredBy: ['MZ'], offer: { register: 'offer', id: 'o4' } }),
    found('offerOfOthers', 'offer'),
  );
  office.clock.set('2024-06-02T00:00:00.000Z');
  await assert.rejects(
    write('focal-br', 'x6', { offer: { register: 'offer', id: 'o4' } }),
    found('offerEnded', 'offer'),
  );
  office.clock.set('2024-05-06T07:08:09.000Z');
  await answered(office, 'focal-br', 'm4', 'n4');
  await assert.rejects(write('focal-br', 'x7', {}), found('matchedAlready', 'need'));
});

test('a day that has passed is refused for a need, an offer and its answers; one that stood there may pass', async () => {
  await assert.rejects(asked(office, 'n5', { neededBy: '2024-05-05' }), found('deadlinePast', 'neededBy'));
  await assert.rejects(
    madeKnown(office, 'focal-br', 'offer', 'o5', {
      title: english('Old'),
      countries: ['BR'],
      validUntil: '2023',
    }),
    found('deadlinePast', 'validUntil'),
  );
  await asked(office, 'n5', { neededBy: '2024-05-08' });
  office.clock.set('2024-05-20T00:00:00.000Z');
  assert.equal(clock('n5')?.state, 'notMet');
  await asked(office, 'n5', { neededBy: '2024-05-08', reason: english('Leaks grow') });
  await assert.rejects(drafted(office, 'focal-br', 'match', 'm5', answerOf('n5')), found('needOver', 'need'));
  office.clock.set('2024-05-06T07:08:09.000Z');
});

test('of two posts that accept at once one counts, and of two answers of one country released at once one', async () => {
  for (let i = 0; i < 40; i += 1) {
    const [need, one, two] = [`rn${i}`, `ra${i}`, `rb${i}`];
    await asked(office, need);
    for (const id of [one, two]) await drafted(office, 'focal-br', 'match', id, answerOf(need));
    const br = office.actors['focal-br'];
    const released = await Promise.allSettled(
      [one, two].map((id) => release(office, br, { register: 'match', id, seen: seenOf(id) })),
    );
    assert.equal(released.filter(({ status }) => status === 'fulfilled').length, 1, need);
    const live = stateOf(office, need)?.matches ?? [];
    assert.equal(live.length, 1);
    const id = live[0]?.match ?? '';
    const act = { register: 'match', id, seen: seenOf(id), revision: 1 };
    const both = await Promise.allSettled([
      confirm(office, office.actors['focal-sn'], act),
      confirm(office, { ...office.actors['focal-sn'], account: 'deputy' }, act),
      decline(office, office.actors['focal-sn'], { ...act, because: 'terms' }),
    ]);
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
    const events = (await office.log.history(id)).filter((entry) => entry.kind === 'event');
    assert.equal(events.length, 2, 'released, and what won');
  }
});

test('answers of many countries at once all arrive', async () => {
  await asked(office, 'n6');
  await drafted(office, 'focal-br', 'match', 'm6', answerOf('n6'));
  await drafted(office, 'focal-mz', 'match', 'm6b', answerOf('n6', { answeredBy: ['MZ'] }));
  await Promise.all([
    release(office, office.actors['focal-br'], { register: 'match', id: 'm6', seen: seenOf('m6') }),
    release(office, office.actors['focal-mz'], { register: 'match', id: 'm6b', seen: seenOf('m6b') }),
  ]);
  assert.equal(clock('n6')?.answers.all, 2);
});

test('of an answer between two sides others learn that there is one, and nothing else', async () => {
  await asked(office, 'n7');
  await answered(office, 'focal-br', 'zqclosed', 'n7', {
    visibility: 'parties',
    summary: english('Qvanswer'),
  });
  assert.equal(clock('n7')?.answers.inTalks, 1);
  for (const viewer of [undefined, office.actors['focal-mz'], office.actors['secretariat']]) {
    await assert.rejects(show(office, 'match', 'zqclosed', viewer), (e) => e instanceof Fault);
    const need = await show(office, 'need', 'n7', viewer);
    assert.doesNotMatch(JSON.stringify([need.events, need.state.matches]), /zqclosed|Qvanswer|BR/);
  }
  await asked(office, 'n7b', { countries: ['SN', 'MZ'] });
  await answered(office, 'focal-br', 'zqbeside', 'n7b', { askedBy: ['MZ'], visibility: 'parties' });
  const beside = await show(office, 'need', 'n7b', office.actors['focal-sn']);
  assert.doesNotMatch(
    JSON.stringify([beside.events, beside.state.matches]),
    /zqbeside|BR/,
    'who asks beside',
  );
  const sn = await show(office, 'match', 'zqclosed', office.actors['focal-sn']);
  assert.match(JSON.stringify(sn.record.values), /Qvanswer/);
  await assert.rejects(
    drafted(office, 'focal-mz', 'match', 'zqprobe', answerOf('n7', { visibility: 'parties' })),
    (error) => error instanceof Refused && !JSON.stringify(error.findings).includes('zqclosed'),
  );
  await agreed(office, 'focal-sn', 'zqclosed', 'whole');
  assert.equal(clock('n7')?.state, 'agreed');
});

test('what is shared on agreement is read by who has agreed, not by who only answered', async () => {
  await asked(office, 'n8');
  await answered(office, 'focal-br', 'm8', 'n8');
  const read = async () =>
    JSON.stringify((await show(office, 'need', 'n8', office.actors['focal-br'])).record.values);
  assert.doesNotMatch(await read(), /Zqonagreement/);
  await agreed(office, 'focal-sn', 'm8');
  assert.match(await read(), /Zqonagreement/);
  assert.doesNotMatch(JSON.stringify((await show(office, 'need', 'n8')).record.values), /Zqonagreement/);
});

test('an answer taken back is none; a need taken back says so', async () => {
  await asked(office, 'n9');
  await answered(office, 'focal-br', 'm9', 'n9');
  const why = { reason: 'Engineers left' };
  await withdraw(office, office.actors['focal-br'], {
    register: 'match',
    id: 'm9',
    seen: seenOf('m9'),
    ...why,
  });
  assert.deepEqual([clock('n9')?.state, clock('n9')?.answers.all], ['open', 0]);
  await withdraw(office, office.actors['focal-sn'], {
    register: 'need',
    id: 'n9',
    seen: seenOf('n9'),
    ...why,
  });
  assert.equal(clock('n9')?.state, 'withdrawn');
});

test('one activity comes of a match that both have agreed', async () => {
  await asked(office, 'n10');
  await answered(office, 'focal-br', 'm10', 'n10');
  const activity = {
    title: english('Fewer leaks'),
    participants: [
      { country: 'BR', role: 'provider' },
      { country: 'SN', role: 'recipient' },
    ],
    match: { register: 'match', id: 'm10' },
  };
  await assert.rejects(
    drafted(office, 'focal-br', 'activity', 'a10', activity),
    found('matchNotAgreed', 'match'),
  );
  await agreed(office, 'focal-sn', 'm10');
  await madeKnown(office, 'focal-br', 'activity', 'a10', activity);
  assert.deepEqual(
    stateOf(office, 'm10')?.led?.map(({ id, register }) => [register, id]),
    [['activity', 'a10']],
  );
  assert.equal(stateOf(office, 'a10')?.answers['SN']?.state, 'asked', 'it goes into the cross-check');
  await assert.rejects(
    madeKnown(office, 'focal-sn', 'activity', 'a10b', activity),
    found('matchTaken', 'match'),
  );
});

test('several countries that ask together are met when each has what it asks for', async () => {
  await asked(office, 'n11', { ...leakyPipes, countries: ['SN', 'MZ'] });
  await answered(office, 'focal-br', 'm11', 'n11');
  await agreed(office, 'focal-sn', 'm11', 'whole');
  assert.equal(clock('n11')?.state, 'partlyMet');
  await answered(office, 'focal-br', 'm11b', 'n11', { askedBy: ['MZ'] });
  await agreed(office, 'focal-mz', 'm11b', 'whole');
  assert.equal(clock('n11')?.state, 'agreed');
});

test('what was taken up elsewhere is drafted without a source, and released with one', async () => {
  const values = { title: english('Rods in Thiès'), countries: ['SN'], originCountries: ['BR'] };
  await drafted(office, 'focal-sn', 'adoption', 'rods', values);
  const act = { register: 'adoption', id: 'rods', seen: seenOf('rods') };
  await assert.rejects(release(office, office.actors['focal-sn'], act), found('noEvidence', 'sources'));
  const sources = [{ title: 'Report of the ministry', url: 'https://example.org/report' }];
  await madeKnown(office, 'focal-sn', 'adoption', 'rods', { ...values, sources });
  assert.equal(stateOf(office, 'rods')?.phase, 'released');
});
