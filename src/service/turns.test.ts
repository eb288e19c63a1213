import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { takeTurns } from './turns.ts';

function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('where little is asked, work begins at once', async () => {
  const turns = takeTurns();
  assert.equal(turns.begin(), undefined);
  await nextTurn();
  assert.equal(turns.begin(), undefined);
});

test('of many who ask at once a few begin each turn, in their order, and the house hears what comes meanwhile', async () => {
  const turns = takeTurns();
  const began: number[] = [];
  let heard = 0;
  let over = false;
  const listening = (async () => {
    for (; !over; heard += 1) await nextTurn();
  })();
  await Promise.all(
    Array.from({ length: 40 }, async (_, nth) => {
      const turn = turns.begin();
      if (turn !== undefined) await turn;
      began.push(nth);
      work(10);
    }),
  );
  over = true;
  await listening;
  assert.deepEqual(
    began,
    began.toSorted((a, b) => a - b),
  );
  assert.ok(heard >= 15, `400 ms of work, and lines were looked at ${heard} times`);
});

test('while people connect nobody begins, but not for ever', async () => {
  const turns = takeTurns();
  let come = 0;
  let stop = false;
  const crowd = (async () => {
    for (; come < 30 && !stop; come += 1) {
      turns.connected();
      await nextTurn();
    }
  })();
  await turns.begin();
  assert.equal(come, 30, 'all of them are in');
  await crowd;
  const endless = (async () => {
    for (; !stop; ) {
      turns.connected();
      await nextTurn();
    }
  })();
  await turns.begin();
  stop = true;
  await endless;
});
