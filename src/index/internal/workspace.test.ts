import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workspace } from './workspace.ts';

test('what is taken for one search is nobody else’s until it is done, and is used again by the next', () => {
  const workspace = new Workspace();
  const first = workspace.numbers(3_000);
  const second = workspace.keys(1_000);
  assert.notEqual(first.buffer, second.buffer);
  assert.deepEqual([first.length, second.length], [3_000, 1_000]);
  first.fill(7);
  workspace.done();
  const zeros = workspace.zeros(2_900);
  assert.equal(zeros.buffer, first.buffer);
  assert.ok(zeros.every((number) => number === 0));
});

test('however much a search has taken, only some of it is kept, the largest', () => {
  const workspace = new Workspace();
  const taken = Array.from({ length: 100 }, (_, place) => workspace.numbers(1_000 * (place + 1)));
  const buffers = new Set(taken.map(({ buffer }) => buffer));
  workspace.done();
  const again = Array.from({ length: 100 }, () => workspace.numbers(90_000));
  const kept = again.filter(({ buffer }) => buffers.has(buffer));
  assert.ok(kept.length > 0 && kept.length < 20, `${kept.length} kept`);
});

test('nothing and little can be taken too', () => {
  const workspace = new Workspace();
  assert.equal(workspace.numbers(0).length, 0);
  assert.equal(workspace.zeros(1)[0], 0);
  workspace.done();
  workspace.done();
  assert.equal(workspace.keys(1).length, 1);
});
