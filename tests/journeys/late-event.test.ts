import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { reportFigures } from '../../src/operations/follow-up/report/report-figures.ts';
import type { House } from '../../src/operations/house.ts';
import { reportDocument } from '../../src/reports/report-document.ts';
import { latenessWords } from '../../src/wording/lateness-words.ts';
import { translator } from '../../src/wording/messages.ts';
import { framework, houseOfMarrakech } from '../fixtures/house-of-marrakech.ts';
import { asks, joinedDoors } from '../fixtures/joined-doors.ts';
import { english, written } from '../fixtures/small-house.ts';
import { officeOf } from '../fixtures/small-office.ts';

// A forum that was planned for 3 May 2008 and ended on 3 May 2010: of what was due at it one measure was done at the
// forum, one twelve days after it, one is still open. Whoever shows a lateness shows that of the forum too.

const asOf = '2010-06-02';
let house: House;
let app: Hono;

before(async () => {
  house = await houseOfMarrakech();
  const dates = { start: '2010-05-01', end: '2010-05-03' };
  const due = (number: string) =>
    written(
      `due-${number}`,
      {
        title: english(`Due at the forum (${number})`),
        instrument: { register: 'instrument', id: framework },
        number,
        due: { precision: 'event', date: '2008-05-03' },
        dueAt: { register: 'event', id: 'late-forum' },
      },
      { register: 'measure' },
    );
  const done = (number: string, on: string) => {
    const measure = { register: 'measure', id: `due-${number}` };
    const sources = [{ title: 'Minutes of the forum' }];
    const values = { title: english('Done'), measure, on, state: 'done', sources };
    return written(`done-${number}`, values, { register: 'progressReport' });
  };
  await house.log.append([
    written('late-forum', { title: english('Forum'), dates }, { register: 'event' }),
    due('51'),
    due('52'),
    due('53'),
    done('51', '2010-05-03'),
    done('52', '2010-05-15'),
  ]);
  app = joinedDoors(await officeOf(house));
});

interface Row {
  readonly id: string;
  readonly state: string;
  readonly planned?: string;
  readonly limit?: string;
  readonly lateness?: { readonly total: number; readonly event: number; readonly own?: number };
}
interface BoardJson {
  readonly rows: readonly Row[];
  readonly timeliness: Readonly<Record<string, number>>;
}

async function boardJson(day: string): Promise<BoardJson> {
  const path = `/api/follow-up/instruments/${framework}?asOf=${day}&size=100`;
  // Held against the description of the API on the way.
  return (await (await asks(app, path)).json()) as BoardJson;
}

async function page(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
}

test('over the API each measure has the planned day, the end of the event, and both latenesses', async () => {
  const { rows, timeliness } = await boardJson(asOf);
  const of = (id: string) => {
    const { state, planned, limit, lateness } = rows.find((row) => row.id === id) ?? {};
    return { state, planned, limit, lateness };
  };
  const days = { planned: '2008-05-03', limit: '2010-05-03' };
  assert.deepEqual(of('due-51'), { state: 'done', ...days, lateness: { total: 730, event: 730, own: 0 } });
  assert.deepEqual(of('due-52'), {
    state: 'doneLate',
    ...days,
    lateness: { total: 742, event: 730, own: 12 },
  });
  assert.deepEqual(of('due-53').lateness, { total: 760, event: 730, own: 30 });
  assert.deepEqual([timeliness['lateEvents'], timeliness['atLateEvent']], [3, 1]);
});

test('before the event is over, its lateness so far is told and nothing of days after it', async () => {
  const { rows } = await boardJson('2008-06-02');
  assert.deepEqual(rows.find(({ id }) => id === 'due-53')?.lateness, { total: 30, event: 30 });
});

test('board and page of a measure say both, in each of the seven languages', async () => {
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    const board = await page(`/${lang}/follow-up/${framework}?asOf=${asOf}&page=2`);
    const measure = await page(`/${lang}/measure/due-52?asOf=${asOf}`);
    const after = latenessWords(t, { total: 742, event: 730, own: 12 }, true);
    const open = latenessWords(t, { total: 760, event: 730, own: 30 }, false);
    const atIt = latenessWords(t, { total: 730, event: 730, own: 0 }, true);
    for (const words of [after, open, atIt]) {
      assert.equal(words.length, 2, lang);
      assert.ok(board.includes(words.join(' ')), `${lang}: ${words}`);
    }
    assert.ok(measure.includes(after.join(' ')), lang);
  }
});

test('statistics say what events that were late themselves make of them, with the basis', async () => {
  const { timeliness } = await boardJson(asOf);
  const shown = await page(`/en/follow-up/${framework}?asOf=${asOf}`);
  assert.match(shown, /Done by the end of an event that was itself late: 1/);
  assert.match(shown, new RegExp(`Due at an event that was itself late: 3 of ${timeliness['due']}`));
  assert.match(shown, /Upright stroke: the end of an event that was itself late/);
});

test('the table to take away has planned day, end of the event, days late, and those of the event', async () => {
  const csv = await page(`/en/follow-up/${framework}.csv?asOf=${asOf}`);
  const [head = '', ...lines] = csv.split('\r\n').map((line) => line.split(','));
  const line = lines.find(([id]) => id === 'due-52') ?? [];
  const cell = (name: string) => line[[...head].indexOf(name)];
  assert.deepEqual(['Last day on time', 'Event over on', 'Days late', 'of these the event’s own'].map(cell), [
    '2008-05-03',
    '2010-05-03',
    '742',
    '730',
  ]);
});

test('the report to the ministers says both of each measure, and its numbers are those of the board', async () => {
  const figures = await reportFigures(house, { instrument: framework, asOf });
  const { rows, timeliness } = await boardJson(asOf);
  assert.deepEqual({ ...figures.timeliness }, timeliness);
  for (const { id, lateness } of rows) {
    const account = figures.measures.find(({ row }) => row.measure.recordId === id);
    assert.deepEqual(account?.row.lateness, lateness, id);
  }
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    const told = JSON.stringify(reportDocument(t, figures, { madeAt: '2026-11-28T12:00:00.000Z' }).blocks);
    for (const sentence of latenessWords(t, { total: 742, event: 730, own: 12 }, true))
      assert.ok(told.includes(sentence), `${lang}: ${sentence}`);
    assert.ok(told.includes(t('board.lateEvents', { n: 3, due: timeliness['due'] ?? 0 })), lang);
    assert.ok(told.includes(t('board.eventDelay')), `${lang}: annex`);
  }
});
