import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  agreed,
  answered,
  answerOf,
  asked,
  drafted,
  madeKnown,
  stateOf,
} from '../../../tests/fixtures/asking.ts';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { Fault } from '../../kernel/fault.ts';
import type { RecordEvent } from '../../lifecycle/event.ts';
import { follow } from '../follow.ts';
import { today } from '../house.ts';
import { Refused } from '../refused.ts';
import { confirm } from '../review/answer.ts';
import { release } from '../review/release.ts';
import { archive, withdraw } from '../review/withdraw.ts';
import { show } from '../show.ts';
import { clockOf } from './clock-of.ts';
import { decline } from './decline.ts';

let office: SmallOffice;
before(async () => {
  office = await smallOffice();
});
after(() => office.log.close());

const clock = (id: string) => {
  const record = office.board.records([id]).get(id);
  return record && clockOf(record, today(office));
};
const act = (register: string, id: string) => {
  const { seq: seen = 0, state } = office.board.records([id]).get(id) ?? {};
  return { register, id, seen, revision: state?.inForce ?? state?.shared?.revision ?? 0, reason: 'So it is' };
};
const found = (code: string, path: string) => (error: unknown) =>
  error instanceof Refused && error.findings.some((one) => one.code === code && one.path === path);

test('an answer that says nothing of how much it meets closes no need; the word of who asks does', async () => {
  await asked(office, 'n1');
  await answered(office, 'focal-br', 'm1', 'n1');
  await agreed(office, 'focal-sn', 'm1');
  assert.equal(clock('n1')?.state, 'partlyMet', 'nobody has said that it is met');
  await answered(office, 'focal-mz', 'm1b', 'n1', { answeredBy: ['MZ'], coverage: 'part' });
  await agreed(office, 'focal-sn', 'm1b', 'whole');
  assert.equal(clock('n1')?.state, 'agreed', 'two parts are the whole, says who asks');
  assert.equal(stateOf(office, 'm1b')?.answers['SN']?.meets, 'whole');
});

test('left unsaid by a program, what the answer says holds; who asks may say that less is met', async () => {
  await asked(office, 'n2');
  await answered(office, 'focal-br', 'm2', 'n2', { coverage: 'whole' });
  await agreed(office, 'focal-sn', 'm2');
  assert.equal(clock('n2')?.state, 'agreed');
  await asked(office, 'n2b');
  await answered(office, 'focal-br', 'm2b', 'n2b', { coverage: 'whole' });
  await agreed(office, 'focal-sn', 'm2b', 'part');
  assert.equal(clock('n2b')?.state, 'partlyMet');
});

test('who answers does not say how much of another’s need is met, and a word of no list is none', async () => {
  await asked(office, 'n3');
  await madeKnown(office, 'focal-sn', 'match', 'm3', answerOf('n3'));
  const refused = (who: PersonId, id: string, meets: string) =>
    assert.rejects(
      confirm(office, office.actors[who], { ...act('match', id), meets }),
      (error) => error instanceof Fault && error.code === 'invalid' && error.params['place'] === 'meets',
    );
  await refused('focal-br', 'm3', 'whole');
  await agreed(office, 'focal-br', 'm3');
  assert.equal(clock('n3')?.state, 'partlyMet', 'who asked wrote nothing of it');
  await answered(office, 'focal-br', 'm3b', 'n3', {
    offer: undefined,
    answeredBy: ['BR'],
    practice: { register: 'practice', id: 'p' },
  });
  await refused('focal-sn', 'm3b', 'most');
});

test('of several that ask together each says for itself', async () => {
  await asked(office, 'n4', { countries: ['SN', 'MZ'] });
  await answered(office, 'focal-br', 'm4', 'n4', { askedBy: ['SN', 'MZ'] });
  await agreed(office, 'focal-sn', 'm4', 'whole');
  assert.equal(clock('n4')?.state, 'inTalks');
  await agreed(office, 'focal-mz', 'm4', 'part');
  assert.equal(clock('n4')?.state, 'partlyMet');
  assert.deepEqual(stateOf(office, 'n4')?.matches?.[0]?.whole, ['SN']);
});

test('who has a quantity in a pooled need asks, whether it stands among the countries or not', async () => {
  const demand = (country: string, unit: string) => ({
    label: english('Oxytocin'),
    country,
    value: 100,
    unit: english(unit),
  });
  const demands = [demand('SN', 'ampoules'), demand('MZ', 'boxes of ten')];
  await asked(office, 'n18', { countries: undefined, demands });
  await answered(office, 'focal-br', 'm18', 'n18', { askedBy: ['SN'] });
  await agreed(office, 'focal-sn', 'm18', 'whole');
  assert.equal(clock('n18')?.state, 'partlyMet', 'Mozambique has nothing yet');
  await assert.rejects(
    drafted(office, 'focal-mz', 'match', 'm18b', answerOf('n18', { answeredBy: ['MZ'] })),
    found('ownNeed', 'answeredBy'),
  );
});

test('an answer that both sides have agreed waits for nobody’s new confirmation', async () => {
  await asked(office, 'n19');
  await answered(office, 'focal-br', 'm19', 'n19');
  await agreed(office, 'focal-sn', 'm19', 'part');
  const post = office.board.posts().get('focal-br');
  assert.ok(post);
  await madeKnown(office, 'focal-br', 'offer', 'o19', { title: english('Rods'), countries: ['BR'] });
  const { tasks } = office.board.tasks({
    post,
    kinds: ['due'],
    dueBefore: '2099-01-01',
    offset: 0,
    limit: 500,
  });
  const due = new Set(tasks.map(({ record }) => record.recordId));
  assert.deepEqual([due.has('m19'), due.has('o19')], [false, true]);
});

test('what was agreed before who asks was asked stays as it was read then', async () => {
  await asked(office, 'n5');
  await answered(office, 'focal-br', 'm5', 'n5');
  const base = { post: 'focal-sn', at: '2024-05-06T07:08:09.000Z' } as const;
  const events: readonly RecordEvent[] = [
    { ...base, type: 'confirmed', recordId: 'm5', register: 'match', country: 'SN', revision: 1 },
    {
      ...base,
      type: 'matchMoved',
      recordId: 'n5',
      register: 'need',
      match: 'm5',
      to: 'agreed',
      by: ['BR'],
      for: ['SN'],
      part: false,
      closed: false,
    },
  ];
  await office.log.append(events.map((event) => ({ kind: 'event', event })));
  await follow(office);
  assert.equal(clock('n5')?.state, 'agreed');
});

test('a need that was taken back, met by another answer or asked by others by now is agreed with nobody', async () => {
  await asked(office, 'n6');
  await answered(office, 'focal-br', 'm6', 'n6');
  await withdraw(office, office.actors['focal-sn'], act('need', 'n6'));
  await assert.rejects(agreed(office, 'focal-sn', 'm6'), found('needOver', 'need'));
  await decline(office, office.actors['focal-sn'], { ...act('match', 'm6'), because: 'needChanged' });
  await asked(office, 'n7');
  await answered(office, 'focal-br', 'm7', 'n7');
  await answered(office, 'focal-mz', 'm7b', 'n7', { answeredBy: ['MZ'] });
  await agreed(office, 'focal-sn', 'm7', 'whole');
  await assert.rejects(agreed(office, 'focal-sn', 'm7b', 'whole'), found('needOver', 'need'));
  await asked(office, 'n8');
  await answered(office, 'focal-br', 'm8', 'n8');
  await asked(office, 'n8', { countries: ['SN', 'BR'] });
  await assert.rejects(agreed(office, 'focal-sn', 'm8'), found('ownNeed', 'answeredBy'));
  await asked(office, 'n9', { countries: ['SN', 'MZ'] });
  await answered(office, 'focal-br', 'm9', 'n9', { askedBy: ['MZ'] });
  await asked(office, 'n9', { countries: ['SN'] });
  await assert.rejects(agreed(office, 'focal-mz', 'm9'), found('notAsking', 'askedBy'));
});

/** After so many turns of what waits: two acts at once meet in each of their moments. */
async function later<T>(turns: number, then: () => Promise<T>): Promise<T> {
  for (let i = 0; i < turns; i += 1) await null;
  return then();
}

test('of two answers that two sides agree at once, each meeting the whole need, one counts', async () => {
  for (let i = 0; i < 60; i += 1) {
    const [need, one, two] = [`both-${i}`, `both-a${i}`, `both-b${i}`];
    await asked(office, need);
    await answered(office, 'focal-br', one, need);
    await madeKnown(
      office,
      'focal-sn',
      'match',
      two,
      answerOf(need, { answeredBy: ['MZ'], coverage: 'whole' }),
    );
    const yes = await Promise.allSettled([
      agreed(office, 'focal-sn', one, 'whole'),
      later(i, () => agreed(office, 'focal-mz', two)),
    ]);
    assert.equal(yes.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.deepEqual([clock(need)?.state, clock(need)?.answers.agreed], ['agreed', 1]);
  }
});

test('of two answers of one country that are sent at once one arrives, whenever the second comes', async () => {
  for (let i = 0; i < 60; i += 1) {
    const [need, one, two] = [`sent-${i}`, `sent-a${i}`, `sent-b${i}`];
    await asked(office, need);
    for (const id of [one, two]) await drafted(office, 'focal-br', 'match', id, answerOf(need));
    const send = (id: string) => release(office, office.actors['focal-br'], act('match', id));
    const sent = await Promise.allSettled([send(one), later(i, () => send(two))]);
    assert.equal(sent.filter(({ status }) => status === 'fulfilled').length, 1, need);
    assert.equal(clock(need)?.answers.all, 1);
  }
});

test('an offer that ended or was taken back in between is no longer answered with nor agreed', async () => {
  const offer = { title: english('Leak finders'), countries: ['BR'], validUntil: '2024-06-01' };
  const means = { offer: { register: 'offer', id: 'o1' } };
  await madeKnown(office, 'focal-br', 'offer', 'o1', offer);
  await asked(office, 'n10');
  await answered(office, 'focal-br', 'm10', 'n10', means);
  office.clock.set('2024-06-02T00:00:00.000Z');
  await assert.rejects(agreed(office, 'focal-sn', 'm10'), found('offerEnded', 'offer'));
  office.clock.set('2024-05-06T07:08:09.000Z');
  await withdraw(office, office.actors['focal-br'], act('offer', 'o1'));
  await assert.rejects(agreed(office, 'focal-sn', 'm10'), found('offerEnded', 'offer'));
  await asked(office, 'n11');
  await assert.rejects(
    drafted(office, 'focal-br', 'match', 'm11', answerOf('n11', means)),
    found('offerEnded', 'offer'),
  );
});

test('an answer that is turned to another need is taken back from the first', async () => {
  await asked(office, 'n12');
  await asked(office, 'n12b');
  await answered(office, 'focal-br', 'm12', 'n12');
  await agreed(office, 'focal-sn', 'm12', 'whole');
  await madeKnown(office, 'focal-br', 'match', 'm12', answerOf('n12b'));
  assert.deepEqual([clock('n12')?.state, clock('n12')?.answers.all], ['open', 0]);
  assert.deepEqual([clock('n12b')?.state, clock('n12b')?.answers.inTalks], ['inTalks', 1]);
});

test('an answer that was declined is not sent anew to a need that is over', async () => {
  await asked(office, 'n13');
  await answered(office, 'focal-br', 'm13', 'n13');
  await decline(office, office.actors['focal-sn'], { ...act('match', 'm13'), because: 'terms' });
  await drafted(office, 'focal-br', 'match', 'm13', answerOf('n13', { summary: english('Three engineers') }));
  await withdraw(office, office.actors['focal-sn'], act('need', 'n13'));
  await assert.rejects(
    release(office, office.actors['focal-br'], act('match', 'm13')),
    found('needOver', 'need'),
  );
});

test('putting what was agreed or declined into the archive leaves the need as it stands', async () => {
  await asked(office, 'n14');
  await answered(office, 'focal-br', 'm14', 'n14');
  await agreed(office, 'focal-sn', 'm14', 'whole');
  await archive(office, office.actors['focal-br'], act('match', 'm14'));
  assert.deepEqual([clock('n14')?.state, clock('n14')?.answers.agreed], ['agreed', 1]);
  await asked(office, 'n15');
  await answered(office, 'focal-br', 'm15', 'n15');
  await archive(office, office.actors['focal-br'], act('match', 'm15'));
  assert.deepEqual([clock('n15')?.state, clock('n15')?.answers.all], ['open', 0], 'nobody waits for it');
});

test('what an answer shares on agreement only, the other side reads when both have agreed: not before, nor declined, nor taken back', async () => {
  const secret = { onAgreement: english('Zqprice: forty thousand') };
  const reads = async (who: PersonId, id: string) =>
    JSON.stringify(await show(office, 'match', id, office.actors[who])).includes('Zqprice');
  for (const visibility of ['everybody', 'parties']) {
    const [need, id] = [`n16-${visibility}`, `m16-${visibility}`];
    await asked(office, need);
    await answered(office, 'focal-br', id, need, { ...secret, visibility });
    assert.deepEqual([await reads('focal-br', id), await reads('focal-sn', id)], [true, false], visibility);
    await agreed(office, 'focal-sn', id, 'part');
    assert.equal(await reads('focal-sn', id), true, visibility);
    await withdraw(office, office.actors['focal-br'], act('match', id));
    assert.equal(await reads('focal-sn', id), false, 'taken back');
  }
  await asked(office, 'n17');
  await answered(office, 'focal-br', 'm17', 'n17', secret);
  await decline(office, office.actors['focal-sn'], { ...act('match', 'm17'), because: 'terms' });
  assert.equal(await reads('focal-sn', 'm17'), false, 'declined');
  for (const register of ['need', 'offer'])
    await madeKnown(office, register === 'need' ? 'focal-sn' : 'focal-br', register, `zq-${register}`, {
      title: english('Together'),
      countries: register === 'need' ? ['SN', 'MZ'] : ['BR', 'MZ'],
      ...secret,
    });
  for (const register of ['need', 'offer']) {
    const read = async (who: PersonId) =>
      JSON.stringify((await show(office, register, `zq-${register}`, office.actors[who])).record.values);
    assert.match(await read('focal-mz'), /Zqprice/, 'who asks or offers together is of one side');
    assert.doesNotMatch(await read('secretariat'), /Zqprice/);
  }
});
