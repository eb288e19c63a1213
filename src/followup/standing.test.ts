import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Due, limitOf } from '../kernel/due.ts';
import { lastDayOf } from '../kernel/partial-date.ts';
import { claimableStates, type Entry } from './entry.ts';
import { standingAsOf } from './standing.ts';

function said(on: string, state: Entry['state'], more: Partial<Entry> = {}): Entry {
  return { id: `${on} ${state}`, on, state, by: 'report', evidenced: true, disputed: false, ...more };
}

test('where nobody has said anything there is no information, and past the limit that is overdue', () => {
  assert.equal(standingAsOf([], '2004-01-01', { limit: '2005-01-01' }).overdue, false);
  const { state, overdue, because } = standingAsOf([], '2006-01-01', { limit: '2005-01-01' });
  assert.deepEqual(
    { state, overdue, because },
    { state: 'noInformation', overdue: true, because: undefined },
  );
});

test('the last word counts, as of the day asked for', () => {
  const all = [said('2005-03-14', 'done'), said('2009-10', 'lapsed'), said('2004', 'underWay')];
  const states = ['2004-12-30', '2004-12-31', '2005-03-14', '2009-10-30', '2009-10-31'].map(
    (day) => standingAsOf(all, day).state,
  );
  assert.deepEqual(states, ['noInformation', 'underWay', 'done', 'done', 'lapsed']);
});

test('done after the limit is done late, on the limit it is not', () => {
  const late = (on: string) => standingAsOf([said(on, 'done')], '2026-01-01', { limit: '2004-06-30' }).state;
  assert.equal(late('2004-06-30'), 'done');
  assert.equal(late('2005-09-20'), 'doneLate');
});

test('done without anything that shows it stays a claim beside the state; a review can accept it', () => {
  const claim = said('2005-01-01', 'done', { evidenced: false });
  const { state, claimed, heardOn } = standingAsOf([said('2004-01-01', 'underWay'), claim], '2026-01-01');
  assert.deepEqual({ state, claimed, heardOn }, { state: 'underWay', claimed: claim, heardOn: '2005-01-01' });
  const accepted = said('2005-02-01', 'done', { by: 'review', evidenced: false });
  assert.equal(standingAsOf([claim, accepted], '2026-01-01').state, 'done');
});

test('what a country concerned disputes is disputed until a later word settles it', () => {
  const disputed = said('2005-01-01', 'done', { disputed: true });
  assert.equal(standingAsOf([disputed], '2005-06-01').state, 'disputed');
  assert.equal(
    standingAsOf([disputed, said('2005-05-01', 'underWay', { by: 'review' })], '2005-06-01').state,
    'underWay',
  );
});

test('two that disagree about one day are both kept; a review of the day outweighs them', () => {
  const one = said('2005-01-01', 'done');
  const two = said('2005-01-01', 'underWay', { id: 'other' });
  const standing = standingAsOf([one, two], '2026-01-01');
  assert.deepEqual([standing.because, ...standing.against], [two, one]);
  const review = said('2005-01-01', 'lapsed', { by: 'review' });
  assert.equal(standingAsOf([review, one, two], '2026-01-01').state, 'lapsed');
});

test('what was said of days before the measure existed moves nothing', () => {
  const baseline = said('1996-08-11', 'underWay');
  assert.equal(standingAsOf([baseline], '2026-01-01', { from: '2003-12-19' }).state, 'noInformation');
});

test('a measure due at an event has until the event is really over', () => {
  const due: Due = { precision: 'event', date: '2005-06-16' };
  assert.equal(limitOf(due), '2005-06-16');
  assert.equal(limitOf(due, '2006-09'), '2006-09-30');
  assert.equal(limitOf({ precision: 'none', notBefore: '2005-04-22' }), undefined);
  assert.equal(limitOf({ precision: 'year', date: '2005' }), '2005-12-31');
});

test('whatever was said: the order of telling is nothing to the state, and no word of later days moves it', () => {
  const entry = fc.record({
    on: fc
      .integer({ min: 0, max: 3_000 })
      .map((day) => new Date(Date.UTC(2004, 0, 1 + day)).toISOString().slice(0, 10)),
    state: fc.constantFrom(...claimableStates),
    evidenced: fc.boolean(),
  });
  const entries = fc.uniqueArray(entry, { selector: ({ on }) => on, maxLength: 12 });
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 11 }), (drawn, at) => {
      const all = drawn.map(({ on, state, evidenced }) => said(on, state, { evidenced }));
      const day = all[at]?.on ?? '2010-01-01';
      const until = all.filter(({ on }) => on <= day);
      assert.deepEqual(standingAsOf(all.toReversed(), day), standingAsOf(until, day));
    }),
  );
});

/** The collection's own history of the Marrakech Framework. */
interface Told {
  readonly measure: number;
  readonly date: string;
  readonly state: string;
}

function collection<T>(file: string): readonly T[] {
  const path = new URL(`../../content/marrakech/${file}.jsonl`, import.meta.url);
  // Lines of our own collection, in the form that its README gives.
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

test('the history of the Marrakech Framework, replayed: every entry stands as of its day', () => {
  const measures = collection<{ number: number; due: { date: string | null; precision: string } }>(
    'measures',
  );
  const history = collection<Told>('history');
  const precisions: Readonly<Record<string, Due['precision']>> = {
    'half-year': 'halfYear',
    day: 'day',
    year: 'year',
    event: 'event',
  };
  let replayed = 0;
  for (const { number, due } of measures) {
    const told = history.filter(({ measure }) => measure === number);
    const all = told.map(({ date, state }) =>
      said(date, state === 'doneLate' ? 'done' : (state as Entry['state'])),
    );
    const limit = limitOf({
      precision: precisions[due.precision] ?? 'none',
      ...(due.date === null ? {} : { date: due.date }),
    });
    for (const { date, state } of told) {
      if (lastDayOf(date) < '2003-12-19') continue;
      const {
        because,
        against,
        state: reckoned,
      } = standingAsOf(all, lastDayOf(date), { from: '2003-12-19', limit });
      const standing = [reckoned, ...against.map((entry) => entry.state)];
      assert.ok(
        standing.includes(state as Entry['state']),
        `measure ${number} on ${date}: ${state}, not ${standing} (${because?.id})`,
      );
      replayed += 1;
    }
  }
  assert.ok(replayed > 140, String(replayed));
});
