import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CheckDesk, checkDeskOf } from './check-desk.ts';

let now = Date.parse('2026-06-01T12:00:00Z');
const clock = { now: () => new Date(now) };
const done = async () => 'done';

test('two files are checked at once, a third is told when to come again', async () => {
  const desk = new CheckDesk(clock);
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = desk.take('a', () => promise);
  const second = desk.take('b', () => promise);
  await assert.rejects(desk.take('c', done), { code: 'tooManyAttempts', params: { seconds: 5 } });
  resolve('read');
  assert.deepEqual(await Promise.all([first, second]), ['read', 'read']);
  assert.equal(await desk.take('c', done), 'done');
});

test('thirty files in ten minutes from one place are enough; another place is not held up', async () => {
  const desk = new CheckDesk(clock);
  for (let n = 0; n < 30; n += 1) await desk.take('a', done);
  now += 60_000;
  await assert.rejects(desk.take('a', done), { code: 'tooManyAttempts', params: { seconds: 540 } });
  assert.equal(await desk.take('b', done), 'done');
  now += 540_000;
  assert.equal(await desk.take('a', done), 'done');
});

test('a check that fails leaves its place', async () => {
  const desk = new CheckDesk(clock);
  for (let n = 0; n < 5; n += 1) {
    await assert.rejects(
      desk.take('a', async () => Promise.reject(new Error('broken'))),
      /broken/,
    );
  }
});

test('all doors of a house share one desk', () => {
  const [house, other] = [{ clock }, { clock }];
  assert.notEqual(checkDeskOf(house), checkDeskOf(other));
  const desk = checkDeskOf(house);
  assert.equal(checkDeskOf(house), desk);
});
