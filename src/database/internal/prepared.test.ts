import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preparedName } from './prepared.ts';

test('a sentence keeps its name, another one has another, and past a bound there are no more names', () => {
  const name = preparedName('SELECT $1');
  assert.equal(preparedName('SELECT $1'), name);
  const others = Array.from({ length: 1_000 }, (_, n) => preparedName(`SELECT $1 + ${n}`));
  const named = others.flatMap((one) => one ?? []);
  assert.ok(named.length < 1_000 && !named.includes(name ?? ''));
  assert.equal(new Set(named).size, named.length);
  assert.equal(preparedName('SELECT $1'), name);
});
