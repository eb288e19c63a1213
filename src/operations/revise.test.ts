import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, smallHouse, written } from '../../tests/fixtures/small-house.ts';
import { Fault } from '../kernel/fault.ts';
import { compare } from './compare.ts';
import { find } from './find.ts';
import type { House } from './house.ts';
import { Refused } from './refused.ts';
import { type Revise, revise } from './revise.ts';
import { show } from './show.ts';

const post = 'focal-point-sn';
const title = english('Milk banks');

function edit(values: Revise['values'], basedOn: number, id = 'milk'): Revise {
  return { register: 'activity', id, values, basedOn, writer: { machine: post } };
}

function isFault(code: string) {
  return (error: unknown) => error instanceof Fault && error.code === code;
}

async function houseWithMilk(): Promise<House> {
  const house = await smallHouse();
  await revise(house, edit({ title }, 0));
  return house;
}

test('an edit is a new revision by its post, found at once', async () => {
  const house = await houseWithMilk();
  const { shown, changed } = await revise(house, {
    ...edit({ title, themes: ['salt'] }, 1),
    reason: 'theme added',
  });
  assert.equal(changed, true);
  assert.partialDeepStrictEqual({ ...shown.record }, { revision: 2, post, reason: 'theme added' });
  const request = { words: 'salt', lang: 'en', filters: {}, sort: 'best', page: 1, pageSize: 5 } as const;
  assert.deepEqual(
    (await find(house, request)).records.map(({ id }) => id),
    ['milk'],
  );
});

test('an edit that changes nothing writes nothing, whatever the order of members', async () => {
  const house = await houseWithMilk();
  const { changed, shown } = await revise(house, edit({ title: { texts: title.texts, original: 'en' } }, 1));
  assert.deepEqual([changed, shown.record.revision, await house.log.head()], [false, 1, 1]);
});

test('of two edits of the same revision one wins, the other hears so and nothing is lost', async () => {
  const house = await houseWithMilk();
  const results = await Promise.allSettled(
    ['first', 'second', 'third'].map((theme) => revise(house, edit({ title, themes: [theme] }, 1))),
  );
  const won = results.filter(({ status }) => status === 'fulfilled');
  assert.equal(won.length, 1);
  for (const result of results)
    if (result.status === 'rejected')
      assert.ok(isFault('revisionMoved')(result.reason), String(result.reason));
  const { record, revisions } = await show(house, 'activity', 'milk');
  assert.equal(revisions.length, 2);
  assert.deepEqual(revisions[0]?.values, { title });
  await revise(house, edit({ ...record.values, themes: ['second', 'first'] }, 2));
  assert.equal((await show(house, 'activity', 'milk')).revisions.length, 3);
});

test('an edit of a revision that is no longer the newest is refused, and so is a second birth', async () => {
  const house = await houseWithMilk();
  await revise(house, edit({ title, themes: ['a'] }, 1));
  await assert.rejects(revise(house, edit({ title }, 1)), isFault('revisionMoved'));
  await assert.rejects(revise(house, edit({ title }, 0)), isFault('revisionMoved'));
  await assert.rejects(revise(house, edit({ title }, 3)), isFault('revisionMoved'));
});

test('refused values write nothing and every finding comes back', async () => {
  const house = await houseWithMilk();
  const bad = { title, modality: 'quadrangular', dates: { start: 'spring' } };
  await assert.rejects(revise(house, edit(bad, 1)), (error) => {
    assert.ok(error instanceof Refused && error.code === 'invalid');
    assert.deepEqual(
      error.findings.map(({ path }) => path),
      ['modality', 'dates.start'],
    );
    return true;
  });
  await assert.rejects(revise(house, edit({ themes: ['no title'] }, 1)), isFault('invalid'));
  assert.equal(await house.log.head(), 1);
});

test('there is no edit of what is not there, of another register, or under an odd id', async () => {
  const house = await houseWithMilk();
  await assert.rejects(revise(house, edit({ title }, 1, 'nobody')), isFault('notFound'));
  await assert.rejects(revise(house, { ...edit({ title }, 1), register: 'practice' }), isFault('notFound'));
  await assert.rejects(
    revise(house, { ...edit({ title }, 1), register: 'recipe' }),
    isFault('unknownRegister'),
  );
  await assert.rejects(revise(house, edit({ title }, 0, '../milk')), isFault('invalid'));
  assert.equal(await house.log.head(), 1);
});

test('fields that the writer was not shown keep their values, and new ones may be given', async () => {
  const house = await smallHouse();
  const contacts = [{ email: 'desk@example.org' }];
  await house.log.append([written('milk', { title, contacts, themes: ['a'] })]);
  const { shown } = await revise(house, edit({ title }, 1));
  assert.equal('contacts' in shown.record.values, false);
  const kept = async () => (await house.log.latest(['milk'])).get('milk')?.values;
  assert.deepEqual(await kept(), { title, contacts });
  await revise(house, edit({ title, contacts: [{ person: 'A' }] }, 2));
  assert.deepEqual((await kept())?.['contacts'], [{ person: 'A' }]);
});

test('a record shows its whole life, oldest revision first, and the state that follows from it', async () => {
  const house = await houseWithMilk();
  await revise(house, edit({ title, themes: ['a'] }, 1));
  const at = '2024-07-01T00:00:00.000Z';
  const base = { recordId: 'milk', register: 'activity', post, at };
  await house.log.append([{ kind: 'event', event: { ...base, type: 'withdrawn', reason: 'never began' } }]);
  const { record, state, revisions, events } = await show(house, 'activity', 'milk');
  assert.deepEqual(
    revisions.map(({ revision }) => revision),
    [1, 2],
  );
  assert.deepEqual(record.withdrawn, { at, reason: 'never began' });
  assert.deepEqual([state.number, events.length], [2, 1]);
  await assert.rejects(show(house, 'practice', 'milk'), isFault('notFound'));
  await assert.rejects(show(house, 'activity', 'nobody'), isFault('notFound'));
});

test('two revisions differ field by field, in the order of the register', async () => {
  const house = await houseWithMilk();
  await revise(house, edit({ title, themes: ['a'], dates: { start: '2014' } }, 1));
  await revise(house, edit({ title, dates: { start: '2015' }, summary: english('New') }, 2));
  const shown = await show(house, 'activity', 'milk');
  const { differences, same, from, to } = compare(shown, 2, 3);
  assert.deepEqual([from.revision, to.revision, same], [2, 3, 1]);
  assert.deepEqual(differences, [
    { field: 'summary', before: undefined, after: english('New'), change: 'added' },
    { field: 'themes', before: ['a'], after: undefined, change: 'removed' },
    { field: 'dates', before: { start: '2014' }, after: { start: '2015' }, change: 'changed' },
  ]);
  assert.deepEqual(compare(shown, 2, 2).differences, []);
  for (const number of [0, 4, Number.NaN])
    assert.throws(() => compare(shown, 1, number), isFault('notFound'));
});

test('a difference never shows what is restricted', async () => {
  const house = await smallHouse();
  await house.log.append([
    written('milk', { title }),
    written('milk', { title, contacts: [{ person: 'Canary' }] }, { number: 2 }),
  ]);
  const difference = compare(await show(house, 'activity', 'milk'), 1, 2);
  assert.deepEqual(difference.differences, []);
  assert.equal(JSON.stringify(difference.to.values).includes('Canary'), false);
});
