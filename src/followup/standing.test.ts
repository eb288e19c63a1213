import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Due } from '../kernel/due.ts';
import { lastDayOf } from '../kernel/partial-date.ts';
import { claimableStates, type Entry } from './entry.ts';
import { deadlineOf } from './lateness.ts';
import { standingAsOf } from './standing.ts';

/** A limit that is no event: planned and limit are one. */
function by(day: string) {
  return { deadline: { planned: day, limit: day } };
}

function said(on: string, state: Entry['state'], more: Partial<Entry> = {}): Entry {
  return { id: `${on} ${state}`, on, state, by: 'report', evidenced: true, disputed: false, ...more };
}

test('where nobody has said anything there is no information, and past the limit that is overdue', () => {
  assert.equal(standingAsOf([], '2004-01-01', by('2005-01-01')).overdue, false);
  const { state, overdue, because } = standingAsOf([], '2006-01-01', by('2005-01-01'));
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
  const late = (on: string) => standingAsOf([said(on, 'done')], '2026-01-01', by('2004-06-30')).state;
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

test('what is said to be done once more after the limit was not done late', () => {
  const again = [said('2004-06-01', 'done'), said('2009-01-01', 'done')];
  const { state, since } = standingAsOf(again, '2010-01-01', by('2004-06-30'));
  assert.deepEqual([state, since], ['done', '2004-06-01']);
  const late = [said('2005-01-01', 'done'), said('2009-01-01', 'done')];
  assert.equal(standingAsOf(late, '2010-01-01', by('2004-06-30')).since, '2005-01-01');
});

test('a late event forgives nothing: what is open is overdue from the planned day on, before the event, at it and after', () => {
  const deadline = { planned: '2008-05-03', limit: '2010-05-03' };
  const overdue = ['2008-05-03', '2008-05-04', '2010-05-03', '2010-05-04'].map(
    (day) => standingAsOf([], day, { deadline }).overdue,
  );
  assert.deepEqual(overdue, [false, true, true, true]);
});

test('done late is what was done after the event really ended', () => {
  const deadline = { planned: '2008-05-03', limit: '2010-05-03' };
  const state = (on: string) => standingAsOf([said(on, 'done')], '2026-01-01', { deadline }).state;
  assert.deepEqual(['2008-05-03', '2010-05-03', '2010-05-04'].map(state), ['done', 'done', 'doneLate']);
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

/** A record of the collection, as far as the replay reads it. */
interface Kept {
  readonly id: string;
  readonly values: {
    readonly due?: Due;
    readonly measure?: { readonly id: string };
    readonly on: string;
    readonly state: Entry['state'];
  };
}

function collection(file: string): readonly Kept[] {
  const path = new URL(`../../content/marrakech/${file}.jsonl`, import.meta.url);
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  // Our own collection, in our own format.
  return lines.map((line) => JSON.parse(line) as Kept);
}

test('the history of the Marrakech Framework, replayed: every entry stands as of its day', () => {
  const adopted = '2003-12-19';
  const history = collection('progress');
  let replayed = 0;
  for (const { id, values } of collection('measures')) {
    const told = history.filter((one) => one.values.measure?.id === id).map((one) => one.values);
    const all = told.map(({ on, state }) => said(on, state));
    const deadline = deadlineOf(values.due);
    const limit = deadline?.limit;
    for (const { on, state } of told) {
      const day = lastDayOf(on);
      if (day < adopted) continue;
      const { because, against, state: reckoned } = standingAsOf(all, day, { from: adopted, deadline });
      const late = state === 'done' && limit !== undefined && day > limit;
      const standing = [reckoned, ...against.map((entry) => entry.state)];
      assert.ok(
        standing.includes(late ? 'doneLate' : state),
        `${id} on ${on}: not ${standing} (${because?.id})`,
      );
      replayed += 1;
    }
  }
  assert.ok(replayed > 140, String(replayed));
});
