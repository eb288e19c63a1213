import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter, freshnessOn, monthsAfter, silentAfterDays } from '../lifecycle/freshness.ts';
import { type Post, postKinds } from '../lifecycle/post.ts';
import { type Answer, type RecordState, unborn } from '../lifecycle/state.ts';
import {
  type BoardRecord,
  type CountryCare,
  type Task,
  type TaskKind,
  type TaskQuery,
  taskKinds,
} from '../operations/ports/board.ts';
import { openBoard } from './open-board.ts';

const everyMonths = 6;
const countries = ['BR', 'ML', 'MZ'];
const organisations = ['Embrapa', 'Institut du Sahel'];
const postIds = ['p1', 'p2', 'p3', 'p4'];
const sectorCodes = ['111', '112', '12', '3'];

const country = fc.constantFrom(...countries);
const postId = fc.constantFrom(...postIds);
const instant = fc
  .integer({ min: 0, max: 800 })
  .map((days) => `${daysAfter('2023-05-31', days)}T07:08:09.000Z`);
const answer: fc.Arbitrary<Answer> = fc.record({
  state: fc.constantFrom('asked', 'confirmed', 'disputed', 'letPass'),
  revision: fc.constant(1),
  at: instant,
  post: postId,
});
const over = fc.option(fc.record({ at: instant }), { nil: undefined, freq: 5 });
const pair = fc.record({
  other: fc.constant('other'),
  score: fc.constant(1),
  because: fc.constant([]),
  agreed: fc.subarray(countries),
});
const rejection = fc.record({
  country,
  revision: fc.constantFrom(1, 2),
  at: instant,
  post: postId,
});
const state: fc.Arbitrary<RecordState> = fc
  .record(
    {
      inForce: fc.constantFrom(1, 2),
      aside: fc.constant(3),
      rejections: fc.array(rejection, { maxLength: 2 }),
      phase: fc.constantFrom('observed', 'draft', 'submitted', 'returned', 'released'),
      owner: country,
      author: postId,
      releasedBy: postId,
      organisation: fc.constantFrom(...organisations),
      answers: fc.dictionary(country, answer, { noNullPrototype: true }),
      confirmed: fc.record({ at: instant, post: postId }),
      possibleDuplicates: fc.constantFrom([], [{ other: 'other', because: ['title'] }]),
      pairs: fc.array(pair, { maxLength: 2 }),
      withdrawn: over,
      archived: over,
    },
    { requiredKeys: [] },
  )
  // Absent as the fold leaves it: no member, not one that is undefined.
  .map((parts) => ({ ...unborn, ...JSON.parse(JSON.stringify(parts)) }) as RecordState);
const record: fc.Arbitrary<BoardRecord> = fc.record(
  {
    recordId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    register: fc.constant('activity'),
    title: fc.constant({ original: 'en', texts: { en: 'Water' } }),
    countries: fc.subarray(countries),
    sectors: fc.subarray(sectorCodes),
    state,
    seq: fc.nat(50),
    at: instant,
    changed: fc.nat(50),
  },
  { noNullPrototype: true },
);
const post: fc.Arbitrary<Post> = fc
  .record(
    {
      id: postId,
      kind: fc.constantFrom(...postKinds, 'focalPoint' as const, 'focalPoint' as const),
      country,
      organisation: fc.constantFrom(...organisations),
      sectors: fc.subarray(sectorCodes),
      organisations: fc.subarray(organisations),
    },
    { requiredKeys: ['id', 'kind'] },
  )
  .map((some) => ({
    ...some,
    title: { original: 'en', texts: { en: some.id } },
    languages: ['en'],
    openedAt: '2023-05-06T07:08:09.000Z',
    tenures: [],
  }));
const day = instant.map((at) => at.slice(0, 10));
const query: fc.Arbitrary<TaskQuery> = fc.record(
  {
    post,
    kinds: fc.subarray([...taskKinds]),
    dueBefore: day,
    offset: fc.nat(3),
    limit: fc.nat(30),
  },
  { requiredKeys: ['post', 'dueBefore', 'offset', 'limit'] },
);

type Facts = { readonly record: BoardRecord; readonly place: number };

/** Tasks as the rules say them, one kind after the other, for one post and one record. */
function tasksFor(post: Post, record: BoardRecord): Task[] {
  const { state } = record;
  const { owner, answers, confirmed } = state;
  const focal = post.kind === 'focalPoint';
  const ofOwner = focal && owner !== undefined && post.country === owner;
  const wrote = state.author === post.id;
  const types = post.kind === 'contributor' || post.kind === 'rosterManager';
  const colleague =
    types &&
    post.country !== undefined &&
    post.organisation !== undefined &&
    post.country === owner &&
    post.organisation === state.organisation;
  const central = post.kind === 'secretariat' || post.kind === 'administrator';
  const living = !('withdrawn' in state || 'archived' in state);
  const named = owner === undefined ? {} : { country: owner };
  const { at: since = '' } = record;
  const disputedAt = Object.values(answers)
    .filter((one) => one.state === 'disputed')
    .map(({ at }) => at)
    .sort();
  const own = focal && post.country !== undefined ? answers[post.country] : undefined;
  const found: Task[] = [];
  const add = (kind: TaskKind, rest: Omit<Task, 'kind' | 'record'>) => found.push({ kind, record, ...rest });
  if (state.phase === 'submitted' && ofOwner) add('toReview', { since, ...named });
  for (const phase of ['draft', 'returned'] as const) {
    if (state.phase === phase && (wrote || colleague)) add(phase, { since });
  }
  if (living && own?.state === 'asked' && post.country !== undefined) {
    add('toConfirm', { since: own.at, dueOn: daysAfter(own.at, silentAfterDays), country: post.country });
  }
  if (living && disputedAt[0] !== undefined && (ofOwner || wrote))
    add('disputed', { since: disputedAt[0], ...named });
  if (living && ofOwner && state.pairs.some(({ agreed }) => agreed.length < 2 && !agreed.includes(owner))) {
    add('pair', { since, ...named });
  }
  if (living && state.possibleDuplicates.length > 0 && (ofOwner || central))
    add('duplicate', { since, ...named });
  if (living && confirmed !== undefined && owner !== undefined && (ofOwner || wrote)) {
    add('due', { since: confirmed.at, dueOn: monthsAfter(confirmed.at, everyMonths), ...named });
  }
  if (living && owner === undefined && state.inForce !== undefined && focal && post.country !== undefined) {
    const said = state.rejections.some((no) => no.country === post.country && no.revision === state.inForce);
    if (record.countries.includes(post.country) && !said) add('observed', { since, country: post.country });
  }
  if (living && ofOwner && state.aside !== undefined) add('observed', { since, ...named });
  return found.filter(({ kind }) => inScope(post, record, kind));
}

function inScope(post: Post, { sectors, state }: BoardRecord, kind: TaskKind): boolean {
  const { sectors: wanted = [], organisations: ours = [] } = post;
  if (post.kind !== 'focalPoint') return true;
  const bySector = wanted.length === 0 || sectors.length === 0 || sectors.some((one) => wanted.includes(one));
  const { organisation, owner } = state;
  const ofNoOrganisation = kind === 'toConfirm' || (kind === 'observed' && owner === undefined);
  const byOrganisation =
    ofNoOrganisation || ours.length === 0 || organisation === undefined || ours.includes(organisation);
  return bySector && byOrganisation;
}

function naiveTasks(all: readonly Facts[], { post, kinds = [], dueBefore, offset, limit }: TaskQuery) {
  const mine = all
    .flatMap(({ record, place }) => tasksFor(post, record).map((task) => ({ task, place })))
    .filter(({ task: { kind, dueOn } }) => kind !== 'due' || (dueOn !== undefined && dueOn < dueBefore));
  const counts: Partial<Record<TaskKind, number>> = {};
  for (const { task } of mine) counts[task.kind] = (counts[task.kind] ?? 0) + 1;
  const key = ({ task, place }: (typeof mine)[number]) =>
    [task.dueOn ?? '9999', task.since, taskKinds.indexOf(task.kind), place].join(' ');
  const tasks = mine
    .filter(({ task }) => kinds.length === 0 || kinds.includes(task.kind))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(offset, offset + limit)
    .map(({ task }) => task);
  return { tasks, counts };
}

function naiveCare(all: readonly Facts[], today: string): CountryCare[] {
  const living = all
    .map(({ record }) => record.state)
    .filter((one) => !('withdrawn' in one || 'archived' in one));
  return countries.flatMap((country) => {
    const owned = living.filter(({ owner }) => owner === country);
    const freshness = owned.flatMap(({ confirmed }) =>
      confirmed === undefined ? [] : [freshnessOn(monthsAfter(confirmed.at, everyMonths), today)],
    );
    const count = (name: string) => freshness.filter((one) => one === name).length;
    const asked = living.flatMap(({ answers }) => {
      const said = answers[country];
      return said?.state === 'asked' ? [daysAfter(said.at, silentAfterDays)] : [];
    });
    const [first] = asked.toSorted();
    const care = {
      country,
      records: freshness.length,
      fresh: count('fresh'),
      due: count('due'),
      stale: count('stale'),
      asked: asked.length,
      silent: asked.filter((until) => until <= today).length,
      ...(first === undefined ? {} : { askedOn: daysAfter(first, -silentAfterDays) }),
      disputed: owned.filter(({ answers }) => Object.values(answers).some((one) => one.state === 'disputed'))
        .length,
    };
    return care.records + care.asked + care.disputed === 0 ? [] : [care];
  });
}

function naiveSent(all: readonly Facts[], { id }: Post, limit: number): BoardRecord[] {
  return all
    .filter(({ record: { state } }) =>
      [
        state.author,
        state.releasedBy,
        state.confirmed?.post,
        ...Object.values(state.answers).map((one) => one.post),
      ].includes(id),
    )
    .sort((a, b) => b.record.seq - a.record.seq || b.place - a.place)
    .slice(0, limit)
    .map(({ record }) => record);
}

test('whatever is written and asked, the board answers as going through all states does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(record, { maxLength: 5 }), { maxLength: 6 }),
      fc.array(fc.tuple(query, day), { minLength: 1, maxLength: 8 }),
      (batches, asked) => {
        const board = openBoard({ rules: '', careFor: () => ({ everyMonths, crossCheck: true }) });
        const known = new Map<string, BoardRecord>();
        batches.forEach((records, n) => {
          board.apply({ records, posts: [] }, n + 1);
          for (const one of records) known.set(one.recordId, one);
        });
        const all = [...known.values()].map((one, place) => ({ record: one, place }));
        for (const [one, today] of asked) {
          assert.deepEqual(board.tasks(one), naiveTasks(all, one));
          const care = board.care(today);
          assert.deepEqual(care, naiveCare(all, today));
          for (const country of care) assert.deepEqual(board.careOf(country.country, today), country);
          assert.deepEqual(board.sentBy(one.post, one.limit), naiveSent(all, one.post, one.limit));
        }
        assert.deepEqual(
          board.records(['f', 'nobody', 'a']),
          new Map(
            ['f', 'a'].flatMap((id) => {
              const one = known.get(id);
              return one === undefined ? [] : [[id, one] as const];
            }),
          ),
        );
        board.close();
      },
    ),
    { numRuns: 300 },
  );
});
