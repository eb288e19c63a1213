/**
 * The board of an instrument: 50 measures with 5,000 reports, and 41,000 recommendations to 190 countries. Yardstick, in
 * the same run: reading the JSON of all that the board is made of. Goals, p95: board of 50 ≤ 60 ms; 41,000 filtered and
 * counted ≤ 100 ms, also when nobody has asked before. What is asked again and again is kept: so each question names
 * another day, country or theme. Slices of what is reckoned ahead keep others waiting ≤ 20 ms.
 *
 *     node bench/follow-up-board.ts [recommendations = 41000]
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { TrackedRecords } from '../src/board/internal/tracked.ts';
import { langText } from '../src/kernel/lang-text.ts';
import { unborn } from '../src/lifecycle/state.ts';
import { type BoardRequest, instrumentBoard } from '../src/operations/follow-up/instrument-board.ts';
import { instruments } from '../src/operations/follow-up/instruments.ts';
import { reckonAhead } from '../src/operations/follow-up/reckon-ahead.ts';
import { today as todayOf } from '../src/operations/house.ts';
import type { BoardRecord } from '../src/operations/ports/board.ts';
import type { TrackedFacts } from '../src/operations/ports/tracking.ts';
import { smallHouse } from '../tests/fixtures/small-house.ts';
import { type TimesGoal, tellTimes } from './figures.ts';
import { kept, percentilesOf, printLoad } from './percentiles.ts';

const size = Number(process.argv[2] ?? 41_000);
const rounds = 60;
const at = '2026-11-01T00:00:00.000Z';

function record(recordId: string, register: string, tracked: TrackedFacts, title = recordId): BoardRecord {
  const state = { ...unborn, number: 1, inForce: 1, phase: 'released' as const };
  return {
    recordId,
    register,
    title: langText('en', title),
    countries: [],
    sectors: [],
    tracked,
    state,
    seq: 1,
    changed: 1,
    at,
  };
}

const day = (n: number) => new Date(Date.UTC(2004, 0, 1 + (n % 7_900))).toISOString().slice(0, 10);
const country = (n: number) => String.fromCharCode(65 + (n % 19), 65 + (Math.floor(n / 19) % 10));
const instrument = (id: string) => record(id, 'instrument', { role: 'instrument', on: '2003-12-19' });
const states = ['underWay', 'underWay', 'done', 'lapsed', 'superseded', 'notStarted'];

const few: readonly BoardRecord[] = [
  instrument('few'),
  ...Array.from({ length: 50 }, (_, n) =>
    record(`m-${n}`, 'measure', {
      role: 'measure',
      instrument: 'few',
      number: String(n + 1),
      themes: [`theme-${n % 9}`, `theme-${n % 4}`],
      beneficiaries: [`group-${n % 5}`],
      actors: [`Body ${n % 12}`, `Body ${n % 7}`],
      due: { precision: 'day', date: day(n * 131) },
    }),
  ),
  ...Array.from({ length: 5_000 }, (_, n) =>
    record(`r-${n}`, 'progressReport', {
      role: 'report',
      measures: [`m-${n % 50}`],
      on: day(n * 17),
      state: states[(n * 7) % states.length] ?? 'underWay',
      ...(n % 5 === 0 ? {} : { evidenced: true as const }),
    }),
  ),
];

const many: readonly BoardRecord[] = [
  instrument('many'),
  ...Array.from({ length: size }, (_, n) =>
    record(
      `u-${n}`,
      'measure',
      {
        role: 'measure',
        instrument: 'many',
        kind: 'recommendation',
        themes: [`theme-${n % 40}`],
        addressed: [country(n)],
        response: n % 4 === 0 ? 'Noted' : 'Accepted',
      },
      `Take further steps to ensure the right to education of all girls in rural areas (${n})`,
    ),
  ),
];

const plain = await smallHouse();

/** All records, of which nothing has been reckoned yet. */
function freshTracking(): TrackedRecords {
  const fresh = new TrackedRecords();
  for (const one of [...few, ...many]) fresh.put(one);
  return fresh;
}

let tracking = freshTracking();
const house = {
  ...plain,
  board: new Proxy(plain.board, {
    get: (target, name) => (name === 'tracking' ? tracking : bound(target, name)),
  }),
};

function bound(target: object, name: string | symbol): unknown {
  const member: unknown = Reflect.get(target, name, target);
  return typeof member === 'function' ? member.bind(target) : member;
}

const today = todayOf(house);
const asked: BoardRequest = { asOf: today, filters: {}, page: 1, pageSize: 50 };

async function times(work: () => Promise<unknown> | unknown, count = rounds): Promise<readonly number[]> {
  const all: number[] = [];
  for (let n = 0; n < 3; n += 1) await work();
  for (let n = 0; n < count; n += 1) await kept(all, work);
  return all;
}

async function compared(
  what: string,
  json: string,
  goal: TimesGoal | undefined,
  work: () => Promise<unknown>,
): Promise<void> {
  const [own, yard] = [await times(work), await times(() => JSON.parse(json), 15)];
  tellTimes(what, percentilesOf(own), {
    yardstick: 'reading the same as JSON',
    against: percentilesOf(yard).p50,
    ...(goal === undefined ? {} : { goal }),
  });
}

printLoad();
const [fewJson, manyJson] = [JSON.stringify(few), JSON.stringify(many)];
const goals = { few: { share: 95, ms: 60 }, many: { share: 95, ms: 100 } } as const;
const on = (id: string, more: Partial<BoardRequest> = {}) =>
  instrumentBoard(house, id, { ...asked, ...more });
await compared('50 measures, 5,000 reports', fewJson, goals.few, () => on('few'));
let nth = 0;
const next = () => {
  nth += 1;
  return nth;
};
await compared('50 measures as of any day, by theme, changes since', fewJson, goals.few, () =>
  on('few', { asOf: day(2_000 + next() * 97), since: '2005-06-16', by: 'theme' }),
);
await compared(`${size} recommendations`, manyJson, goals.many, () => on('many'));
await compared(`${size} recommendations, of one country, accepted`, manyJson, goals.many, () =>
  on('many', { filters: { country: [country(next())], response: ['Accepted'] } }),
);
await compared(`${size} recommendations of a theme, by country`, manyJson, goals.many, () =>
  on('many', { filters: { theme: [`theme-${next() % 40}`] }, by: 'country' }),
);
await compared('all instruments', manyJson, goals.many, () => instruments(house, today));
await firstAnswers();

/** What a process answers first, of boards that were reckoned ahead in slices; and the slices. */
async function firstAnswers(): Promise<void> {
  const [answers, slices, yard]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < 12; n += 1) {
    tracking = freshTracking();
    let begun = performance.now();
    await reckonAhead(house, {
      now: () => performance.now(),
      pause: async () => {
        slices.push(performance.now() - begun);
        await sleep(8);
        begun = performance.now();
      },
    });
    await kept(answers, () => on('many'));
    await kept(yard, () => JSON.parse(manyJson));
  }
  const yardstick = { yardstick: 'reading the same as JSON', against: percentilesOf(yard).p50 };
  tellTimes(`${size} recommendations, first answer`, percentilesOf(answers), {
    ...yardstick,
    goal: goals.many,
  });
  const goal = { share: 95, ms: 20 } as const;
  tellTimes('slices of what is reckoned ahead', percentilesOf(slices), { ...yardstick, goal });
}
