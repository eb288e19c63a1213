import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { framework, houseOfMarrakech } from '../../../tests/fixtures/house-of-marrakech.ts';
import { english, written } from '../../../tests/fixtures/small-house.ts';
import { follow } from '../follow.ts';
import { type House, today } from '../house.ts';
import { boardLines, keptLines } from './board-lines.ts';
import { type Pace, reckonAhead } from './reckon-ahead.ts';

let house: House;

before(async () => {
  house = await houseOfMarrakech();
  await follow(house);
});

const measures = () =>
  house.board.tracking
    .instruments()
    .reduce((sum, { recordId }) => sum + house.board.tracking.measuresOf(recordId).length, 0);

const kept = () => keptLines(house.board.tracking, framework, today(house));

async function report(id: string): Promise<void> {
  const measure = { register: 'measure', id: `${framework}-m1` };
  const values = { title: english('Held'), measure, on: '2024-01-01', state: 'underWay' };
  await house.log.append([written(id, values, { register: 'progressReport' })]);
  await follow(house);
}

/** Every look at the clock takes three milliseconds; `between` happens in each pause. */
function slow(between: () => Promise<void> = async () => undefined) {
  let ms = 0;
  let pauses = 0;
  const pace: Pace = {
    now: () => {
      ms += 3;
      return ms;
    },
    pause: async () => {
      pauses += 1;
      await between();
    },
  };
  return { pace, pauses: () => pauses };
}

test('what was reckoned ahead is what the board is made of, in slices that let others through', async () => {
  const { pace, pauses } = slow();
  assert.equal(kept(), undefined);
  assert.equal(await reckonAhead(house, pace), measures());
  assert.ok(pauses() >= measures() / 4, `${pauses()} pauses for ${measures()} measures`);
  const lines = kept();
  assert.equal(lines?.length, 50);
  assert.equal(boardLines(house.board.tracking, framework, today(house)), lines);
});

test('where all is reckoned nothing is done', async () => {
  assert.equal(await reckonAhead(house), 0);
});

test('after a change it is reckoned anew, and only the lines that the change concerns are other ones', async () => {
  const before = kept() ?? [];
  await report('said-later');
  assert.equal(kept(), undefined);
  assert.equal(await reckonAhead(house), measures());
  const changed = (kept() ?? []).filter((line, at) => line !== before[at]);
  assert.deepEqual(
    changed.map(({ row }) => row.measure.tracked.number),
    ['1'],
  );
});

test('what changes meanwhile ends it, and nothing of before the change is kept', async () => {
  await report('said-once-more');
  let said = 0;
  const { pace } = slow(async () => {
    said += 1;
    if (said === 1) await report('said-meanwhile');
  });
  assert.equal(await reckonAhead(house, pace), 0);
  assert.equal(kept(), undefined);
  assert.equal(await reckonAhead(house), measures());
});
