import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { langText } from '../kernel/lang-text.ts';
import { unborn } from '../lifecycle/state.ts';
import type { Board, BoardRecord, ToldQuery } from '../operations/ports/board.ts';
import { openBoard } from './open-board.ts';

const second = fc.integer({ min: 0, max: 20 }).map((n) => `2024-05-06T07:08:${String(n).padStart(2, '0')}`);

const record: fc.Arbitrary<BoardRecord> = fc
  .record({
    recordId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    register: fc.constantFrom('activity', 'practice'),
    countries: fc.subarray(['BR', 'ML']),
    lang: fc.constantFrom('fr', 'ar'),
    at: second.map((text) => `${text}.250Z`),
  })
  .map(({ lang, at, ...parts }) => ({
    ...parts,
    title: langText(lang, 'Water'),
    sectors: [],
    state: unborn,
    seq: 1,
    changed: 1,
    at,
    told: { at, seq: 0 },
  }));
const query: fc.Arbitrary<ToldQuery> = fc.record(
  {
    from: second.map((text) => `${text}Z`),
    until: second.map((text) => `${text}Z`),
    register: fc.constantFrom('activity', 'any'),
    country: fc.constantFrom('BR', 'any'),
    language: fc.constantFrom('ar', 'fr', 'any'),
    limit: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['limit'] },
);

function emptyBoard(): Board {
  return openBoard({ rules: '', careFor: () => ({ everyMonths: 12, crossCheck: true }) });
}

test('what was told is read in order, part by part, each record once and none left out', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), query, (written, asked) => {
      const board = emptyBoard();
      const newest = new Map<string, BoardRecord>();
      for (const [place, one] of written.entries()) {
        const numbered = { ...one, told: { at: one.at, seq: place + 1 } };
        board.apply({ records: [numbered], posts: [] }, place + 1);
        newest.set(one.recordId, numbered);
      }
      const got: string[] = [];
      for (let page = board.told(asked); page.length > 0; ) {
        got.push(...page.map(({ recordId }) => recordId));
        const after = page.at(-1)?.told;
        page = after === undefined ? [] : board.told({ ...asked, after });
      }
      assert.deepEqual(got, naive([...newest.values()], asked));
      const seconds = [...newest.values()].map(({ at }) => `${at.slice(0, 19)}Z`).sort();
      const span = seconds.length === 0 ? undefined : { first: seconds[0], last: seconds.at(-1) };
      assert.deepEqual(board.toldSpan(), span);
      board.close();
    }),
  );
});

function naive(records: readonly BoardRecord[], asked: ToldQuery): readonly string[] {
  const { from = '', until = '~', register = 'any', country, language = 'any' } = asked;
  const order = ({ at, told }: BoardRecord) => `${at.slice(0, 19)} ${String(told?.seq).padStart(3, '0')}`;
  return records
    .filter(({ at }) => from <= `${at.slice(0, 19)}Z` && `${at.slice(0, 19)}Z` <= until)
    .filter((one) => register === 'any' || one.register === register)
    .filter(
      ({ countries }) => country === undefined || countries.some((code) => [code, 'any'].includes(country)),
    )
    .filter(({ title }) => language === 'any' || title.original === language)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ recordId }) => recordId);
}

test('a record of which nobody outside knows is not among them', () => {
  const board = emptyBoard();
  const [one] = fc.sample(record, 1);
  assert.ok(one !== undefined);
  const { told: _, ...draft } = one;
  board.apply({ records: [draft], posts: [] }, 1);
  assert.deepEqual(board.told({ limit: 10 }), []);
  assert.equal(board.toldSpan(), undefined);
  board.close();
});
