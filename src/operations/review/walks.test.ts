import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { english } from '../../../tests/fixtures/small-house.ts';
import {
  type PersonId,
  people,
  type SmallOffice,
  smallOffice,
} from '../../../tests/fixtures/small-office.ts';
import { Fault } from '../../kernel/fault.ts';
import type { RecordState } from '../../lifecycle/state.ts';
import type { Actor } from '../../policy/actor.ts';
import { revise } from '../revise.ts';
import { show } from '../show.ts';
import { confirm, dispute, letPass } from './answer.ts';
import { entrust } from './entrust.ts';
import { adopt, reject } from './observation.ts';
import { reconfirm } from './reconfirm.ts';
import { release } from './release.ts';
import { returnRecord, submit } from './submit.ts';
import { archive, withdraw } from './withdraw.ts';

// Nobody may find a way to make a record official but the right post of the owning country. So: everybody tries
// everything in any order, with what they see and with what they saw before, and an oracle that knows nothing of the
// workflow tables looks at what came of it.

const walks = 10_000;
const register = 'activity';

const participants = [
  { country: 'SN', role: 'provider' },
  { country: 'BR', role: 'recipient' },
];

/** Senegal's organisations. */
const given = ['Institut des puits', 'Ministère du sel'];

interface Walk {
  readonly office: SmallOffice;
  readonly id: string;
  /** What the walker last looked at: may be out of date by now. */
  seen: number;
  revision: number;
  newest: number;
}

type Act = (walk: Walk, actor: Actor) => Promise<unknown>;

const write =
  (as: 'party' | 'thirdParty'): Act =>
  ({ office, id, newest }, actor) =>
    revise(office, {
      register,
      id,
      values: {
        title: english(`Wells ${Math.random()}`),
        participants,
        ...(as === 'thirdParty' ? { sources: [{ title: 'Report' }] } : {}),
      },
      basedOn: newest,
      writer: { actor, as, door: 'api' },
    });

const acts: Readonly<Record<string, Act>> = {
  save: write('party'),
  observe: write('thirdParty'),
  submit: ({ office, id, seen }, actor) => submit(office, actor, { register, id, seen }),
  return: ({ office, id, seen }, actor) =>
    returnRecord(office, actor, { register, id, seen, remarks: [{ field: 'title', text: 'Which?' }] }),
  entrust: ({ office, id, seen }, actor) =>
    entrust(office, actor, { register, id, seen, organisation: given[seen % 2] ?? '' }),
  release: ({ office, id, seen }, actor) => release(office, actor, { register, id, seen }),
  confirm: ({ office, id, seen, revision }, actor) =>
    confirm(office, actor, { register, id, seen, revision }),
  letPass: ({ office, id, seen, revision }, actor) =>
    letPass(office, actor, { register, id, seen, revision }),
  dispute: ({ office, id, seen, revision }, actor) =>
    dispute(office, actor, { register, id, seen, revision, objections: [{ field: 'title' }] }),
  reconfirm: ({ office, id, seen }, actor) => reconfirm(office, actor, { register, id, seen }),
  adopt: ({ office, id, seen, revision }, actor) => adopt(office, actor, { register, id, seen, revision }),
  reject: ({ office, id, seen, revision }, actor) =>
    reject(office, actor, { register, id, seen, revision, reason: 'Not so' }),
  withdraw: ({ office, id, seen }, actor) =>
    withdraw(office, actor, { register, id, seen, reason: 'Never began' }),
  archive: ({ office, id, seen }, actor) => archive(office, actor, { register, id, seen, reason: 'Over' }),
};

// Those who come far are drawn more often, so that walks reach what lies behind a release.
const step = fc.record({
  act: fc.constantFrom(...Object.keys(acts), 'save', 'release'),
  who: fc.constantFrom<PersonId>(
    ...people.map(({ id }) => id),
    'clerk-sn',
    'focal-sn',
    'focal-sn',
    'focal-sn',
    'focal-br',
    'focal-br',
  ),
  strong: fc.constantFrom(true, true, true, false),
  looks: fc.constantFrom(true, true, true, false),
});

/** Where a walk begins: some begin on a road half gone, so that what lies behind a release is walked often. */
const starts = {
  nothing: [],
  observed: [['observe', 'secretariat']],
  submitted: [
    ['save', 'clerk-sn'],
    ['submit', 'clerk-sn'],
  ],
  released: [
    ['save', 'focal-sn'],
    ['release', 'focal-sn'],
  ],
} as const satisfies Record<string, readonly (readonly [string, PersonId])[]>;
const start = fc.constantFrom(...(Object.keys(starts) as (keyof typeof starts)[]));

let office: SmallOffice;
before(async () => {
  office = await smallOffice();
});
after(() => office.log.close());

test('no path makes a record official without the right post of the owning country', async () => {
  let count = 0;
  const taken = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(start, fc.array(step, { minLength: 3, maxLength: 12 }), async (from, steps) => {
      count += 1;
      const walk: Walk = { office, id: `walk-${count}`, seen: 0, revision: 0, newest: 0 };
      for (const [act, who] of starts[from]) {
        look(walk);
        assert.ok(await attempt(acts[act], walk, office.actors[who]), `${act} by ${who}`);
      }
      for (const { act, who, strong, looks } of steps) {
        if (looks) look(walk);
        const before = stateOf(walk);
        const actor = { ...office.actors[who], strong };
        const done = await attempt(acts[act], walk, actor);
        if (done) taken.set(act, (taken.get(act) ?? 0) + 1);
        judge(before, stateOf(walk), actor, act, done);
      }
    }),
    { numRuns: walks },
  );
  for (const act of Object.keys(acts)) assert.ok((taken.get(act) ?? 0) >= 50, `${act} was hardly ever taken`);
});

function look(walk: Walk): void {
  const known = walk.office.board.records([walk.id]).get(walk.id);
  if (known === undefined) return;
  walk.seen = known.seq;
  walk.revision = known.state.inForce ?? 0;
  walk.newest = known.state.number;
}

function stateOf({ office: { board }, id }: Walk): RecordState | undefined {
  return board.records([id]).get(id)?.state;
}

async function attempt(act: Act | undefined, walk: Walk, actor: Actor): Promise<boolean> {
  try {
    await act?.(walk, actor);
    return true;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return false;
  }
}

/** What must hold whatever was tried, said without the tables. */
function judge(
  before: RecordState | undefined,
  now: RecordState | undefined,
  { post, strong }: Actor,
  act: string,
  done: boolean,
): void {
  const what = `${act} by ${post.id}`;
  if (!done) assert.deepEqual(now, before, `${what} was refused and changed something`);
  const official = now?.standing === 'party' && now.inForce !== before?.inForce;
  const became = now?.standing === 'party' && before?.standing !== 'party';
  if (official || became) {
    assert.equal(post.kind, 'focalPoint', `${what} made it official`);
    assert.equal(post.country, now?.owner, `${what} made it official for another country`);
    assert.ok(strong, `${what} made it official without a second factor`);
  }
  for (const [country, answer] of Object.entries(now?.answers ?? {})) {
    const earlier = before?.answers[country];
    if (answer.state === 'asked' || (earlier?.state === answer.state && earlier.at === answer.at)) continue;
    if (earlier === answer) continue;
    assert.equal(post.kind, 'focalPoint', `${what} answered for ${country}`);
    assert.equal(post.country, country, `${what} answered for ${country}`);
  }
  if (now !== undefined && now.number > (before?.number ?? 0) && post.kind === 'contributor') {
    const own = before?.organisation ?? post.organisation;
    assert.equal(now.organisation, own, `${what} took the record over`);
    if (before?.owner !== undefined) assert.equal(post.organisation, before.organisation, what);
  }
  if (done && act !== 'entrust' && act !== 'save')
    assert.equal(now?.organisation, before?.organisation, what);
  if (before?.owner !== undefined && before.standing === 'party')
    assert.equal(now?.owner, before.owner, what);
  for (const over of ['withdrawn', 'archived'] as const) {
    if (now?.[over] === undefined || before?.[over] !== undefined) continue;
    assert.deepEqual(
      [post.country, before?.standing],
      [now.owner, 'party'],
      `${what} took away another’s word`,
    );
  }
}

test('what is not released is nobody’s but the owner’s side', async () => {
  const walk: Walk = { office, id: 'hidden', seen: 0, revision: 0, newest: 0 };
  await acts['save']?.(walk, office.actors['clerk-sn']);
  const seenBy = await Promise.all(
    people.map(async ({ id }) => {
      const shown = await show(office, register, 'hidden', office.actors[id]).catch(() => undefined);
      return shown === undefined ? [] : [id];
    }),
  );
  assert.deepEqual(seenBy.flat().sort(), ['clerk-sn', 'focal-sn', 'roster-sn']);
  await assert.rejects(
    show(office, register, 'hidden'),
    (error) => error instanceof Fault && error.code === 'notFound',
  );
});
