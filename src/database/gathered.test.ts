import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gathered } from './gathered.ts';

/** Asks that are answered when the test says so. */
function held() {
  const asked: { readonly all: readonly string[]; readonly answer: PromiseWithResolvers<string> }[] = [];
  const ask = (all: readonly string[]) => {
    const answer = Promise.withResolvers<string>();
    asked.push({ all, answer });
    return answer.promise;
  };
  return { ask, asked, all: () => asked.map(({ all }) => all) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('what is wanted while a question is under way is asked after it, as one question', async () => {
  const { ask, asked, all } = held();
  const want = gathered(ask);
  const first = want('a');
  await turn();
  const others = ['b', 'c', 'b'].map(want);
  await turn();
  // Whoever has asked later must not be told what was found before.
  assert.deepEqual(all(), [['a']]);
  asked[0]?.answer.resolve('before');
  assert.equal(await first, 'before');
  await turn();
  assert.deepEqual(all(), [['a'], ['b', 'c', 'b']]);
  asked[1]?.answer.resolve('after');
  assert.deepEqual(await Promise.all(others), ['after', 'after', 'after']);
});

test('no more than so many are asked at once, and the rest come next', async () => {
  const { ask, asked, all } = held();
  const want = gathered(ask, 2);
  const wanted = ['a', 'b', 'c'].map(want);
  await turn();
  asked[0]?.answer.resolve('1');
  await turn();
  asked[1]?.answer.resolve('2');
  assert.deepEqual(all(), [['a', 'b'], ['c']]);
  assert.deepEqual(await Promise.all(wanted), ['1', '1', '2']);
});

test('a question that fails fails for those who have asked it, and for nobody else', async () => {
  const { ask, asked } = held();
  const want = gathered(ask);
  const first = want('a');
  await turn();
  const second = want('b');
  asked[0]?.answer.reject(new Error('broken line'));
  await assert.rejects(first, /broken line/);
  await turn();
  asked[1]?.answer.resolve('found');
  assert.equal(await second, 'found');
});
