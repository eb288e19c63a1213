import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, smallHouse, written } from '../../../tests/fixtures/small-house.ts';
import { follow } from '../follow.ts';
import type { House } from '../house.ts';
import { revise } from '../revise.ts';
import { findCycle } from './depends-on-itself.ts';

const plan = { register: 'instrument', id: 'plan' };
const sources = [{ title: 'Plan' }];

async function house(): Promise<House> {
  const made = await smallHouse();
  const measure = (id: string, number: string, on: readonly string[]) =>
    written(
      id,
      { instrument: plan, number, dependsOn: on.map((one) => ({ register: 'measure', id: one })) },
      { register: 'measure' },
    );
  await made.log.append([
    written('plan', { adoptedOn: '2003-12-19' }, { register: 'instrument' }),
    measure('a', '1', ['b']),
    measure('b', '2', ['c']),
    measure('c', '3', []),
  ]);
  await follow(made);
  return made;
}

function edited(made: House, id: string, values: Readonly<Record<string, unknown>>, basedOn: number) {
  return revise(made, {
    register: 'measure',
    id,
    values: { title: english(id), instrument: plan, sources, ...values },
    basedOn,
    writer: { machine: 'node' },
  });
}

test('a measure that waits for one that waits for it is found, with the whole way', async () => {
  const { tracking } = (await house()).board;
  assert.deepEqual(findCycle(tracking, 'c', ['a']), ['c', 'a', 'b', 'c']);
  assert.deepEqual(findCycle(tracking, 'a', ['a']), ['a', 'a']);
  assert.equal(findCycle(tracking, 'a', ['b', 'c']), undefined);
});

test('measures that would wait for one another are refused at the field', async () => {
  const dependsOn = [{ register: 'measure', id: 'a' }];
  await assert.rejects(edited(await house(), 'c', { number: '3', dependsOn }, 1), (error: Error) => {
    assert.match(JSON.stringify(error), /"path":"dependsOn","code":"dependsOnItself"/);
    return true;
  });
});

test('a number that stands for another measure of the instrument is refused at the field; its own is not', async () => {
  const made = await house();
  await assert.rejects(edited(made, 'd', { number: '2' }, 0), (error: Error) => {
    assert.match(JSON.stringify(error), /"path":"number","code":"numberTwice"/);
    return true;
  });
  assert.equal((await edited(made, 'b', { number: '2' }, 1)).changed, true);
});
