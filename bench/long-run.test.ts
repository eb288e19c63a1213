import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresPage } from './figures-page.ts';
import { longRunOf, toldIn } from './long-run.ts';

const printed = [
  '✔ a primary killed 20 times (319003.3ms)',
  'ℹ 20 failovers, 7704 acknowledged, 0 lost',
  'ℹ {"level":30,"msg":"answered"}',
  'ℹ f82bdc","method":"GET","status":200}',
  'ℹ tests 1',
  'ℹ pass 1',
  'ℹ duration_ms 319749.3',
].join('\n');

test('of a long run is kept what it told of itself, without its log and the counts of the runner', () => {
  assert.deepEqual(toldIn(printed), ['20 failovers, 7704 acknowledged, 0 lost']);
  assert.deepEqual(toldIn(''), []);
  assert.deepEqual(toldIn('✔ a backup killed 100 times is whole at the end (54419.9ms)\nℹ tests 1'), [
    'a backup killed 100 times is whole at the end',
  ]);
});

test('the page of figures shows long runs, those that failed too', () => {
  const given = { SOUTHBRIDGE_FAILOVERS: '20' };
  const kept = longRunOf('failovers', given, { printed, status: 0, seconds: 319.7 });
  const failed = longRunOf(
    'nodes',
    { SOUTHBRIDGE_RECORDS: '100000' },
    { printed: '', status: 1, seconds: 2 },
  );
  const page = figuresPage([], [kept, failed]);
  assert.match(
    page,
    /\| failovers \| 20 \| 20 failovers, 7704 acknowledged, 0 lost \| .* \| 320 s \| kept \|/,
  );
  assert.match(page, /\| nodes \| 100000 \| {2}\| .* \| 2 s \| \*\*failed\*\* \|/);
});
