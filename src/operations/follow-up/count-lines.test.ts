import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type MeasureState, measureStates } from '../../followup/entry.ts';
import { type BoardFacet, type BoardLine, boardFacets } from './board-lines.ts';
import { countGroups, countLines } from './count-lines.ts';

const asOf = '2026-11-28';

function line(n: number, state: MeasureState, more: Partial<BoardLine['values']> = {}): BoardLine {
  const none = Object.fromEntries(boardFacets.map((facet) => [facet, []]));
  const id = `m-${n}`;
  const measure = {
    recordId: id,
    register: 'measure',
    title: { original: 'en', texts: { en: id } },
    countries: [],
    tracked: { role: 'measure' },
  };
  // Of a measure only what is counted is looked at.
  return {
    row: { measure, standing: { state, against: [], overdue: false }, reports: 0 },
    values: { ...none, state: [state], ...more },
    observation: { days: n, completed: state === 'done' },
  } as unknown as BoardLine;
}

const lines = [
  line(1, 'done', { theme: ['water', 'trade'], country: ['SN'] }),
  line(2, 'underWay', { theme: ['water'], country: ['BR'] }),
  line(3, 'underWay', { theme: ['trade'], country: ['BR'] }),
  line(4, 'noInformation', { country: ['BR', 'SN'] }),
];

test('a facet is counted with all filters but its own; most first, states as they are declared', () => {
  const { kept, facets } = countLines(lines, { filters: { theme: ['water'], country: ['BR'] }, asOf });
  assert.deepEqual(
    kept.map(({ measure }) => measure.recordId),
    ['m-2'],
  );
  const count = (value: string, n: number) => ({ value, count: n });
  assert.deepEqual(facets.theme, [count('trade', 1), count('water', 1)]);
  assert.deepEqual(facets.country, [count('BR', 1), count('SN', 1)]);
  assert.deepEqual(
    facets.state.map(({ value }) => value),
    measureStates,
  );
});

test('groups hold what the filters leave, each with its states', () => {
  const groups = countGroups(lines, { filters: { country: ['BR'] }, asOf }, 'theme');
  assert.deepEqual(
    groups.map(({ value, count, states }) => [value, count, states.underWay]),
    [
      ['trade', 1, 1],
      ['water', 1, 1],
    ],
  );
});

test('the same question of the same lines has the same answer at once; of other lines it is counted anew', () => {
  const asked = { filters: { theme: ['water'] }, asOf };
  assert.equal(countLines(lines, asked), countLines(lines, { ...asked }));
  const more = [...lines, line(5, 'lapsed', { theme: ['water'] })];
  assert.equal(countLines(more, asked).kept.length, countLines(lines, asked).kept.length + 1);
  assert.equal(countLines(lines, { filters: {}, asOf }).kept.length, 4);
});

test('whatever the lines and filters: counts are those of going through all lines for each facet', () => {
  const values = fc.uniqueArray(fc.constantFrom('a', 'b', '', 'c'), { maxLength: 3 });
  const drawn = fc.array(
    fc.tuple(fc.constantFrom(...measureStates), values, values).map(([state, theme, country]) => ({
      state,
      theme,
      country,
    })),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(drawn, values, values, (all, theme, country) => {
      const made = all.map(({ state, ...more }, n) => line(n, state, more));
      const filters: Readonly<Record<'theme' | 'country', readonly string[]>> = { theme, country };
      const { facets } = countLines(made, { filters, asOf });
      const passes = ({ values: of }: BoardLine, facet: 'theme' | 'country') =>
        filters[facet].length === 0 || of[facet].some((one) => filters[facet].includes(one));
      const expected = (facet: BoardFacet, value: string) =>
        made.filter(
          (one) =>
            one.values[facet].includes(value) &&
            (['theme', 'country'] as const).every((other) => other === facet || passes(one, other)),
        ).length;
      for (const facet of ['theme', 'country', 'state'] as const)
        for (const { value, count } of facets[facet])
          assert.equal(count, expected(facet, value), `${facet} ${value}`);
    }),
  );
});
