import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { marrakechHouse } from '../../../tests/fixtures/marrakech-house.ts';
import { english, written } from '../../../tests/fixtures/small-house.ts';
import { medianDays } from '../../followup/survival.ts';
import { lastDayOf } from '../../kernel/partial-date.ts';
import type { House } from '../house.ts';
import { type BoardRequest, instrumentBoard } from './instrument-board.ts';
import { instruments } from './instruments.ts';
import { lastMeetingOf } from './last-meeting.ts';

const framework = 'marrakech-framework-2003';

let house: House;

before(async () => {
  house = await marrakechHouse();
});

function board(asOf: string, more: Partial<BoardRequest> = {}) {
  return instrumentBoard(house, framework, { asOf, filters: {}, page: 1, pageSize: 100, ...more });
}

function states(facets: Awaited<ReturnType<typeof board>>['facets']) {
  return Object.fromEntries(
    facets.state.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
  );
}

test('a fresh house shows the fifty measures in their order, and states whose counts add up', async () => {
  const { rows, facets, total, measures } = await board('2026-11-28');
  assert.deepEqual([total, measures], [50, 50]);
  assert.deepEqual(
    rows.map(({ measure }) => measure.tracked.number),
    Array.from({ length: 50 }, (_, at) => String(at + 1)),
  );
  assert.equal(
    facets.state.reduce((sum, { count }) => sum + count, 0),
    50,
  );
});

test('the board as of 2004, 2009 and today differs as history says', async () => {
  const of = async (asOf: string) => states((await board(asOf)).facets);
  const [early, middle, late] = [await of('2004-12-31'), await of('2009-03-01'), await of('2026-11-28')];
  assert.equal(early['done'], undefined, 'the round of the GSTP was launched, its rules were not in force');
  assert.equal(
    middle['doneLate'],
    1,
    'e-tourism, due in the first half of 2004, was there in September 2005',
  );
  assert.equal(late['superseded'], 3, 'the databank and two programmes of action');
  assert.ok((late['underWay'] ?? 0) > (early['underWay'] ?? 0));
  assert.ok((late['noInformation'] ?? 0) > 0, 'silence is a state of its own');
});

test('before the conference nothing is known of any measure', async () => {
  assert.deepEqual(states((await board('2003-12-18')).facets), { noInformation: 50 });
});

test('a measure due at a summit is late from the day after the summit really ended', async () => {
  const overdueOn = async (day: string) =>
    (await board(day)).rows.find(({ measure }) => measure.tracked.number === '48')?.standing.overdue;
  assert.equal(await overdueOn('2005-06-16'), false);
  assert.equal(await overdueOn('2005-06-17'), true);
});

test('each facet is counted with all filters but its own', async () => {
  const all = await board('2026-11-28');
  const water = await board('2026-11-28', { filters: { theme: ['water'] } });
  assert.deepEqual(water.facets.theme, all.facets.theme);
  assert.equal(water.total, all.facets.theme.find(({ value }) => value === 'water')?.count);
  const both = await board('2026-11-28', { filters: { theme: ['water'], state: ['done'] } });
  assert.deepEqual(both.facets.state, water.facets.state);
  assert.equal(both.total, water.facets.state.find(({ value }) => value === 'done')?.count);
});

test('pages cut the list and leave the counts whole', async () => {
  const second = await board('2026-11-28', { page: 2, pageSize: 20 });
  assert.deepEqual([second.rows.length, second.pages, second.total], [20, 3, 50]);
  assert.equal(second.rows[0]?.measure.tracked.number, '21');
});

test('keeping to time is told of all that were due, with those still open', async () => {
  const { due, onTime, late, open } = (await board('2026-11-28')).timeliness;
  assert.equal(onTime + late + open, due);
  assert.equal(due, 7);
});

test('a report that a country concerned disputes makes the state disputed', async () => {
  const id = `${framework}-m42`;
  const values = {
    title: english('Held'),
    measure: { register: 'measure', id },
    on: '2004-02-18',
    state: 'done',
  };
  await house.log.append([
    written(
      'm42-claim',
      { ...values, countries: ['QA'], sources: [{ title: 'x' }] },
      { register: 'progressReport' },
    ),
    {
      kind: 'event',
      event: {
        type: 'rejected',
        recordId: 'm42-claim',
        register: 'progressReport',
        country: 'QA',
        revision: 1,
        at: '2024-05-01T00:00:00.000Z',
        post: 'focal-point-qa',
      },
    },
  ]);
  const { rows } = await board('2026-11-28');
  const row = rows.find(({ measure }) => measure.recordId === id);
  assert.equal(row?.standing.state, 'disputed');
});

test('instruments come with their measures counted, those with measures first', async () => {
  const lines = await instruments(house, '2026-11-28');
  assert.deepEqual(
    lines
      .slice(0, 2)
      .map(({ measures }) => measures)
      .sort(),
    [31, 50],
  );
  assert.equal(lines.length, 19);
});

test('what is no instrument has no board', async () => {
  const asked = { asOf: '2026-11-28', filters: {}, page: 1, pageSize: 10 };
  await assert.rejects(instrumentBoard(house, 'south-summit-2005', asked), { code: 'notFound' });
});

test('what changed between two days is told once for each measure, with its state before', async () => {
  const { changes = [] } = await board('2009-01-01', { since: '2005-06-16' });
  assert.ok(changes.length > 0);
  const [then, now] = [await board('2005-06-16'), await board('2009-01-01')];
  const stateIn = ({ rows }: Awaited<ReturnType<typeof board>>, id: string) =>
    rows.find(({ measure }) => measure.recordId === id)?.standing.state;
  for (const { measure } of now.rows) {
    const change = changes.find(({ row }) => row.measure.recordId === measure.recordId);
    const [before, after] = [stateIn(then, measure.recordId), stateIn(now, measure.recordId)];
    assert.deepEqual(
      [change?.before, change?.row.standing.state],
      before === after ? [undefined, undefined] : [before, after],
    );
  }
});

test('counted by a facet, each row adds up over the states to what the facet says', async () => {
  const { groups = [], facets } = await board('2026-11-28', { by: 'theme' });
  assert.deepEqual(
    groups.map(({ value, count }) => ({ value, count })),
    facets.theme,
  );
  for (const { count, states: all } of groups)
    assert.equal(
      Object.values(all).reduce((sum, one) => sum + one, 0),
      count,
    );
});

test('the last meeting is that of the ministers to whom the framework reports, as of the day; before they met, the summit at which a measure was due', () => {
  const of = (asOf: string) => lastMeetingOf(house.board.tracking, framework, asOf)?.recordId;
  assert.deepEqual(
    ['2005-01-01', '2005-09-01', '2005-09-22', '2005-09-23', '2009-01-01', '2026-11-28'].map(of),
    [
      'unctad-xi',
      'south-summit-2005',
      'south-summit-2005',
      'g77-annual-ministerial-2005',
      'g77-annual-ministerial-2006',
      'g77-annual-ministerial-2014',
    ],
  );
});

test('since a meeting every report is told that speaks of a later day, also where the state did not move', async () => {
  const since = '2014-09-26';
  const { said = [], changes = [], rows } = await board('2026-11-28', { since });
  const { tracking } = house.board;
  const expected = rows.flatMap(({ measure }) =>
    tracking
      .about(measure.recordId)
      .filter(({ tracked: { role, on = '' } }) => role === 'report' && lastDayOf(on) > since)
      .map(({ recordId }) => recordId),
  );
  assert.deepEqual(said.map((one) => one.said.recordId).sort(), expected.sort());
  assert.ok(said.length > changes.length, `${said.length} reports, ${changes.length} moves`);
  const days = said.map((one) => lastDayOf(one.said.tracked.on ?? ''));
  assert.deepEqual(days, days.toSorted().toReversed());
});

test('the figures of a theme or an actor are those of the board that its filter leaves', async () => {
  for (const by of ['theme', 'actor'] as const) {
    const { groups = [] } = await board('2026-11-28', { by });
    assert.ok(groups.some(({ timeliness }) => timeliness.due > 0));
    for (const { value, ...group } of groups.slice(0, 12)) {
      const own = await board('2026-11-28', { filters: { [by]: [value] } });
      const { all, completed } = own.watched;
      assert.deepEqual(
        [group.count, group.timeliness, group.watched, group.medianDays],
        [own.total, own.timeliness, { all, completed }, medianDays(own.survival)],
        value,
      );
    }
  }
});

test('a meeting that is late forgives nothing: its own lateness counts too, beside that of what is due at it', async () => {
  const held = (start: string, end: string) =>
    house.log.append([
      written('late-forum', { title: english('Forum'), dates: { start, end } }, { register: 'event' }),
    ]);
  const id = 'due-at-forum';
  await held('2010-05-01', '2010-05-03');
  const values = {
    title: english('Due at the forum'),
    instrument: { register: 'instrument', id: framework },
    number: '51',
    due: { precision: 'event', date: '2008-05-03' },
    dueAt: { register: 'event', id: 'late-forum' },
  };
  await house.log.append([written(id, values, { register: 'measure' })]);
  const row = async (asOf: string) => (await board(asOf)).rows.find(({ measure }) => measure.recordId === id);
  const { deadline, standing, lateness } = (await row('2010-05-13')) ?? {};
  assert.deepEqual([deadline?.planned, deadline?.limit], ['2008-05-03', '2010-05-03']);
  assert.deepEqual([standing?.overdue, lateness], [true, { total: 740, event: 730, own: 10 }]);
  assert.deepEqual((await row('2008-05-13'))?.lateness, { total: 10, event: 10 });
  assert.equal((await row('2008-05-03'))?.lateness, undefined);
});

test('states and keeping to time add up with each other, whichever events were late', async () => {
  const report = { measure: { register: 'measure', id: 'due-at-forum' }, sources: [{ title: 'Minutes' }] };
  const done = { ...report, title: english('Done at the forum'), on: '2010-05-02', state: 'done' };
  await house.log.append([written('done-at-forum', done, { register: 'progressReport' })]);
  for (const asOf of ['2008-05-04', '2009-03-01', '2010-05-01', '2010-05-04', '2026-11-28']) {
    const { rows, timeliness, facets } = await board(asOf);
    const { due, onTime, atLateEvent, late, open } = timeliness;
    assert.equal(onTime + atLateEvent + late + open, due, asOf);
    const timed = rows.filter(({ deadline }) => deadline !== undefined && deadline.planned < asOf);
    const standing = (state: string) => timed.filter((row) => row.standing.state === state).length;
    assert.deepEqual([onTime + atLateEvent, late], [standing('done'), standing('doneLate')], asOf);
    const overdue = facets.due.find(({ value }) => value === 'overdue')?.count ?? 0;
    assert.ok(overdue <= open, 'what lapsed or was superseded is open, and no more overdue');
  }
  assert.equal((await board('2026-11-28')).timeliness.atLateEvent, 1);
});
