import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, smallHouse } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import {
  actOn,
  drafted,
  observed,
  register,
  released,
  submitted,
  wells,
} from '../../../tests/fixtures/wells.ts';
import { firstOf, isListed } from '../../lifecycle/listed.ts';
import { follow } from '../follow.ts';
import type { House } from '../house.ts';
import { relieve } from '../posts/appoint.ts';
import { confirm, dispute } from '../review/answer.ts';
import { adopt } from '../review/observation.ts';
import { link } from '../review/pair.ts';
import { reserveWords } from '../review/reserve.ts';
import { returnRecord } from '../review/submit.ts';
import { archive, withdraw } from '../review/withdraw.ts';

/** A life in which everything happens that changes what is found or what waits. */
const life: readonly ((office: SmallOffice) => Promise<unknown>)[] = [
  (office) => observed(office, 'seen'),
  (office) => submitted(office, 'a'),
  (office) =>
    returnRecord(office, office.actors['focal-sn'], {
      ...actOn(office, 'a'),
      remarks: [{ field: 'title', text: 'Which?' }],
    }),
  (office) => released(office, 'a', { title: english('Deep wells'), themes: ['water'] }),
  (office) => confirm(office, office.actors['focal-br'], { ...actOn(office, 'a'), revision: 2 }),
  (office) => drafted(office, 'a', { title: english('Deeper wells') }),
  (office) => released(office, 'gone', { title: english('Salt of the coast'), themes: ['salt'] }),
  (office) =>
    withdraw(office, office.actors['focal-sn'], { ...actOn(office, 'gone'), reason: 'Never began' }),
  (office) => adopt(office, office.actors['focal-br'], { ...actOn(office, 'seen'), revision: 1 }),
  (office) =>
    dispute(office, office.actors['focal-sn'], {
      ...actOn(office, 'seen'),
      revision: 1,
      objections: [{ field: 'title' }],
    }),
  (office) => released(office, 'over', { title: english('Goats in the hills') }),
  (office) => archive(office, office.actors['focal-sn'], { ...actOn(office, 'over'), reason: 'Over' }),
  (office) => link(office, office.actors['focal-br'], { ...actOn(office, 'seen'), other: 'a' }),
  (office) => link(office, office.actors['focal-sn'], { ...actOn(office, 'a'), other: 'seen' }),
  (office) =>
    reserveWords(office, office.actors['focal-br'], {
      on: { kind: 'label', list: 'modality', code: 'triangular' },
      text: english('Brazil says trilateral.'),
    }),
  (office) => relieve(office, 'node', 'clerk-sn', office.actors['clerk-sn'].account),
];

const everything = {
  words: '',
  lang: 'en',
  filters: {},
  sort: 'newest',
  offset: 0,
  limit: 99,
  count: ['kind', 'country', 'confirmation', 'due'],
} as const;

/** All that a reader finds and all that waits for somebody. */
function standingOf({ index, board }: House) {
  const ids = ['seen', 'a', 'gone', 'over'];
  const posts = [...board.posts().values()];
  return {
    positions: [index.position(), board.position()],
    found: index.search(everything),
    water: index.search({ ...everything, words: 'deep wells', sort: 'best' }).hits.map((hit) => hit.recordId),
    records: ids.map((id) => board.records([id]).get(id)),
    posts,
    tasks: posts.map((post) => board.tasks({ post, dueBefore: '2030-01-01', offset: 0, limit: 99 })),
    sent: posts.map((post) => board.sentBy(post, 9)),
    reservations: board.reservations(),
  };
}

test('an index that stands behind the board, or a board behind the index, ends where both do that never fell behind', async () => {
  const office = await smallOffice();
  const behind: House[] = [];
  for (const happens of life) {
    const house = await smallHouse(office.log);
    await follow(house);
    behind.push(house);
    await happens(office);
  }
  await follow(office);
  const right = standingOf(office);
  for (const [n, old] of behind.entries()) {
    const other = behind[(n * 7) % behind.length];
    assert.ok(other);
    const fresh = await smallHouse(office.log);
    await follow(fresh);
    const indexBehind = { ...old, board: fresh.board };
    await follow(indexBehind);
    assert.deepEqual(standingOf(indexBehind), right, `the index stood at act ${n}`);
    const again = await smallHouse(office.log);
    await follow(again);
    const boardBehind = { ...other, index: again.index };
    await follow(boardBehind);
    assert.deepEqual(standingOf(boardBehind), right, `the board stood at act ${(n * 7) % behind.length}`);
  }
});

test('what was withdrawn, is over or is linked to another report leaves the search', async () => {
  const office = await smallOffice();
  for (const happens of life) await happens(office);
  const found = office.index.search({ ...everything, count: [] }).hits.map(({ recordId }) => recordId);
  assert.deepEqual(found, ['a'], 'seen is linked to a, gone is withdrawn, over is archived');
});

test('of linked reports one stands for all, the same whichever one asks', () => {
  for (const id of ['b', 'a', 'c']) {
    const others = ['a', 'b', 'c'].filter((one) => one !== id);
    assert.equal(firstOf(id, others), 'a');
  }
  assert.equal(firstOf('b', []), 'b');
});

test('a draft of which nothing is in force is not listed', async () => {
  const office = await smallOffice();
  await drafted(office, 'a');
  const record = office.board.records(['a']).get('a');
  assert.ok(record && !isListed(record));
  await released(office, 'b');
  const other = office.board.records(['b']).get('b');
  assert.ok(other && isListed(other));
});

test('words of a draft are found by nobody, and those of the revision in force still are', async () => {
  const office = await smallOffice();
  await released(office, 'a', wells({ themes: ['sparrow'] }));
  await drafted(office, 'a', { themes: ['canary'] });
  const hits = (words: string) =>
    office.index.search({ ...everything, words, count: [] }).hits.map(({ recordId }) => recordId);
  assert.deepEqual([hits('canary'), hits('sparrow')], [[], ['a']]);
  assert.deepEqual(office.index.complete('canar', 5), []);
  assert.equal(office.board.records(['a']).get('a')?.register, register);
});
