import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter } from '../lifecycle/freshness.ts';
import { type Matched, type MatchMove, matchesAfter } from '../lifecycle/matched.ts';
import { type Asked, answerWithinDays, needClock, needStates, notMetAfterDays } from './need-clock.ts';

const day = '2026-01-10';
const asked: Asked = { releasedAt: `${day}T08:00:00.000Z`, asking: ['SN'], matches: [] };

function answer(stage: Matched['stage'], more: Partial<Matched> = {}): Matched {
  const at = '2026-01-20T00:00:00.000Z';
  return { match: 'm', stage, by: ['BR'], for: ['SN'], part: false, closed: false, first: at, at, ...more };
}

const stateOn = (today: string, more: Partial<Asked> = {}) => needClock({ ...asked, ...more }, today).state;

test('a need is open to the last day for answers, then answers are due, and half a year later it is not met', () => {
  const due = daysAfter(day, answerWithinDays);
  assert.equal(stateOn(due), 'open');
  assert.equal(stateOn(daysAfter(due, 1)), 'answersDue');
  assert.equal(stateOn(daysAfter(due, notMetAfterDays)), 'answersDue');
  assert.equal(stateOn(daysAfter(due, notMetAfterDays + 1)), 'notMet');
});

test('a need says itself by when answers are due, and when it is too late', () => {
  const own = { answersBy: '2026-02', neededBy: '2026-03' };
  assert.equal(needClock({ ...asked, ...own }, '2026-02-01').answersDue, '2026-02-28');
  assert.equal(stateOn('2026-03-31', own), 'answersDue');
  assert.equal(stateOn('2026-04-01', own), 'notMet');
});

test('talks outlast the days; what was agreed or taken back stays so', () => {
  const own = { neededBy: '2026-03' };
  assert.equal(stateOn('2027-01-01', { ...own, matches: [answer('accepted')] }), 'inTalks');
  assert.equal(stateOn('2027-01-01', { ...own, matches: [answer('agreed')] }), 'agreed');
  assert.equal(
    stateOn('2027-01-01', { matches: [answer('agreed')], withdrawnAt: '2026-02-01T00:00:00.000Z' }),
    'withdrawn',
  );
});

test('the first answer is in time until the last day; before that nobody is late', () => {
  const first = (at: string) =>
    needClock({ ...asked, matches: [answer('declined', { first: at, at })] }, '2027-01-01');
  assert.equal(first('2026-03-11T23:59:59.000Z').inTime, true);
  assert.equal(first('2026-03-12T00:00:00.000Z').inTime, false);
  assert.equal(needClock(asked, '2026-03-11').inTime, undefined);
  assert.equal(needClock(asked, '2026-03-12').inTime, false);
});

const moves = fc.array(
  fc.record({
    match: fc.constantFrom('a', 'b', 'c'),
    to: fc.constantFrom('accepted', 'agreed', 'declined', 'withdrawn' as const),
    part: fc.boolean(),
    for: fc.constantFrom(['SN'], ['ML'], ['SN', 'ML']),
    after: fc.nat(400),
  }),
  { maxLength: 12 },
);

test('whatever moves in whatever order: the state follows from the answers as they stand, said without the clock', () => {
  fc.assert(
    fc.property(moves, fc.nat(500), fc.boolean(), (steps, later, dated) => {
      let matches: readonly Matched[] = [];
      const model = new Map<string, (typeof steps)[number]>();
      for (const step of steps) {
        const move: MatchMove = { ...step, by: ['BR'], closed: false };
        matches = matchesAfter(matches, move, `${daysAfter(day, step.after)}T00:00:00.000Z`);
        model.set(step.match, step);
      }
      const today = daysAfter(day, later);
      const own = dated ? { neededBy: daysAfter(day, 200) } : {};
      const clock = needClock({ ...asked, asking: ['SN', 'ML'], ...own, matches }, today);
      assert.ok(needStates.includes(clock.state));
      const standing = [...model.values()];
      const agreed = standing.filter(({ to }) => to === 'agreed');
      const met = new Set(agreed.filter(({ part }) => !part).flatMap((one) => one.for));
      const expected =
        met.size === 2
          ? 'agreed'
          : agreed.length > 0
            ? 'partlyMet'
            : standing.some(({ to }) => to === 'accepted')
              ? 'inTalks'
              : later > (dated ? 200 : 240)
                ? 'notMet'
                : later <= 60
                  ? 'open'
                  : 'answersDue';
      assert.equal(clock.state, expected);
      const { all, inTalks, agreed: yes, declined } = clock.answers;
      assert.equal(
        all,
        inTalks + yes + declined,
        'an answer taken back is none, every other is counted once',
      );
    }),
    { numRuns: 2_000, seed: 20_261_128 },
  );
});
