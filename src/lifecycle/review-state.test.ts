import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordEvent } from './event.ts';
import { afterEvent, afterRevision } from './fold-state.ts';
import { confirmationOf } from './freshness.ts';
import type { Revision } from './revision.ts';
import { linkedTo, type RecordState, unborn } from './state.ts';

const base = { recordId: 'a', register: 'activity', post: 'focal-sn', at: '2024-05-06T07:08:09.000Z' };

function draft(number: number): Revision {
  const origin = { door: 'form', standing: 'party', country: 'SN', organisation: 'Institut' } as const;
  return { ...base, post: 'clerk-sn', number, version: 1, values: {}, origin };
}

function fold(steps: readonly (Revision | RecordEvent)[], from: RecordState = unborn): RecordState {
  return steps.reduce(
    (state, step) => ('type' in step ? afterEvent(state, step) : afterRevision(state, step)),
    from,
  );
}

const submitted = (revision: number): RecordEvent => ({ ...base, type: 'submitted', revision });
const released = (revision: number, asked = ['BR']): RecordEvent => ({
  ...base,
  type: 'released',
  revision,
  country: 'SN',
  asked,
});
const said = (type: 'confirmed' | 'letPass', country = 'BR', revision = 1): RecordEvent => ({
  ...base,
  type,
  country,
  revision,
});
const disputed: RecordEvent = {
  ...base,
  type: 'disputed',
  country: 'BR',
  revision: 1,
  objections: [{ field: 'quantities', says: [] }],
};

test('a draft is in nobody’s eyes until it is released: nothing is in force', () => {
  const state = fold([draft(1), submitted(1)]);
  assert.equal(state.inForce, undefined);
  assert.partialDeepStrictEqual(state, {
    draft: 1,
    phase: 'submitted',
    owner: 'SN',
    author: 'clerk-sn',
    organisation: 'Institut',
  });
});

test('remarks stand until the draft is submitted again', () => {
  const remarks = [{ field: 'title', text: 'Which wells?' }];
  const returned = fold([draft(1), submitted(1), { ...base, type: 'returned', revision: 1, remarks }]);
  assert.deepEqual([returned.phase, returned.remarks], ['returned', remarks]);
  const again = fold([draft(2)], returned);
  assert.deepEqual([again.phase, again.remarks], ['draft', remarks]);
  assert.deepEqual(fold([submitted(2)], again).remarks, []);
});

test('what was released stays in force while a newer draft goes its way', () => {
  const state = fold([draft(1), released(1), draft(2), submitted(2)]);
  assert.partialDeepStrictEqual(state, { inForce: 1, draft: 2, phase: 'submitted' });
  assert.partialDeepStrictEqual(fold([released(2)], state), { inForce: 2, phase: 'released' });
  assert.equal(fold([released(2)], state).draft, undefined);
});

test('each country that is asked answers for itself, and a new release asks all again', () => {
  const state = fold([draft(1), released(1, ['BR', 'MZ']), said('confirmed'), said('letPass', 'MZ')]);
  assert.deepEqual(
    Object.entries(state.answers).map(([country, answer]) => [country, answer.state]),
    [
      ['BR', 'confirmed'],
      ['MZ', 'letPass'],
    ],
  );
  const next = fold([draft(2), released(2, ['BR', 'MZ'])], state);
  assert.deepEqual(
    Object.values(next.answers).map((answer) => [answer.state, answer.revision]),
    [
      ['asked', 2],
      ['asked', 2],
    ],
  );
});

test('a record is confirmed when all sides have said so, disputed when one says otherwise', () => {
  const one = fold([draft(1), released(1, ['BR', 'MZ'])]);
  assert.equal(confirmationOf(one), 'reported');
  assert.equal(confirmationOf(fold([said('confirmed')], one)), 'reported');
  assert.equal(confirmationOf(fold([said('confirmed'), said('confirmed', 'MZ')], one)), 'confirmed');
  assert.equal(confirmationOf(fold([disputed, said('confirmed', 'MZ')], one)), 'disputed');
  assert.equal(confirmationOf(unborn), 'observed');
});

test('releasing, confirming and confirming again move the day of the last word; a dispute does not', () => {
  const later = '2025-01-01T00:00:00.000Z';
  const first = fold([draft(1), released(1)]);
  assert.equal(first.confirmed?.at, base.at);
  assert.equal(fold([{ ...disputed, at: later }], first).confirmed?.at, base.at);
  for (const type of ['confirmed', 'reconfirmed'] as const) {
    const event: RecordEvent = { ...base, at: later, type, country: 'BR', revision: 1 };
    assert.equal(fold([event], first).confirmed?.at, later, type);
  }
});

test('a country that rejected an observation and then makes it its own has taken the rejection back', () => {
  const rejected: RecordEvent = { ...base, type: 'rejected', country: 'SN', revision: 1, reason: 'no' };
  const state = fold([rejected, { ...rejected, country: 'BR' }]);
  assert.equal(state.rejections.length, 2);
  const adopted: RecordEvent = { ...base, type: 'adopted', country: 'SN', revision: 1, asked: [] };
  assert.deepEqual(
    fold([adopted], state).rejections.map(({ country }) => country),
    ['BR'],
  );
});

test('two reports are one when both sides have said so, and two again when one takes it back', () => {
  const proposed: RecordEvent = { ...base, type: 'pairProposed', other: 'b', score: 0.8, because: ['title'] };
  const linked = (country: string): RecordEvent => ({ ...base, type: 'pairLinked', other: 'b', country });
  const half = fold([proposed, linked('SN'), linked('SN')]);
  assert.deepEqual(linkedTo(half), []);
  assert.deepEqual(linkedTo(fold([linked('BR')], half)), ['b']);
  const parted: RecordEvent = { ...base, type: 'pairParted', other: 'b', country: 'BR' };
  assert.deepEqual(fold([linked('BR'), parted], half).pairs, []);
});

test('a reservation stands until it is lifted, and the same one made again stands once', () => {
  const text = { original: 'pt', texts: { pt: 'Trilateral' } };
  const reserved = (reservation: string): RecordEvent => ({
    ...base,
    type: 'reserved',
    reservation,
    country: 'BR',
    on: { kind: 'record' },
    text,
  });
  const state = fold([reserved('r1'), reserved('r2'), reserved('r1')]);
  assert.deepEqual(
    state.reservations.map(({ id }) => id),
    ['r2', 'r1'],
  );
  const lifted: RecordEvent = { ...base, type: 'reservationLifted', reservation: 'r1' };
  assert.deepEqual(
    fold([lifted], state).reservations.map(({ id }) => id),
    ['r2'],
  );
});
