import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import type { Post, PostKind } from '../lifecycle/post.ts';
import { type Answer, type RecordState, unborn } from '../lifecycle/state.ts';
import { type StepName, stepNames } from '../lifecycle/workflow.ts';
import { getRegister } from '../registers/all-registers.ts';
import type { Actor } from './actor.ts';
import { type Facts, refusal } from './may.ts';

const activity = getRegister('activity');

function post(id: string, kind: PostKind, more: Partial<Post> = {}): Post {
  const title = langText('en', id);
  return { id, kind, title, languages: ['en'], openedAt: '2024-01-01T00:00:00.000Z', tenures: [], ...more };
}

// Senegal reports a project with Brazil. Mozambique has no part in it.
const posts = [
  post('clerk-sn', 'contributor', { country: 'SN', organisation: 'Wells' }),
  post('clerk-sn-other', 'contributor', { country: 'SN', organisation: 'Salt' }),
  post('roster-sn', 'rosterManager', { country: 'SN', organisation: 'Wells' }),
  post('focal-sn', 'focalPoint', { country: 'SN' }),
  post('clerk-br', 'contributor', { country: 'BR', organisation: 'Wells' }),
  post('focal-br', 'focalPoint', { country: 'BR' }),
  post('focal-mz', 'focalPoint', { country: 'MZ' }),
  post('secretariat', 'secretariat'),
  post('administrator', 'administrator'),
] as const;

function actor(id: string, strong = true, more: Partial<Post> = {}): Actor {
  const found = posts.find((one) => one.id === id);
  assert.ok(found);
  return { post: { ...found, ...more }, account: 'somebody', strong };
}

const asked: Answer = { state: 'asked', revision: 1, at: '2024-05-06T07:08:09.000Z', post: 'focal-sn' };
const own = { number: 1, owner: 'SN', author: 'clerk-sn', organisation: 'Wells' } as const;
const draft: RecordState = { ...unborn, ...own, draft: 1, phase: 'draft' };
const released: RecordState = {
  ...unborn,
  ...own,
  inForce: 1,
  phase: 'released',
  standing: 'party',
  answers: { BR: asked },
};

const states = {
  unwritten: unborn,
  observed: { ...unborn, number: 1, inForce: 1 },
  draft,
  submitted: { ...draft, phase: 'submitted' },
  returned: { ...draft, phase: 'returned' },
  released,
  redrafted: { ...released, number: 2, draft: 2, phase: 'draft' },
  confirmed: { ...released, answers: { BR: { ...asked, state: 'confirmed' } } },
  withdrawn: { ...released, withdrawn: { at: '2024-06-01T00:00:00.000Z' } },
} as const satisfies Record<string, RecordState>;

function facts(state: RecordState, more: Partial<Facts> = {}): Facts {
  return { register: activity, state, countries: ['SN', 'BR'], sectors: ['140'], ...more };
}

/** Who may take the step, by id. */
function open(step: StepName, state: keyof typeof states, more: Partial<Facts> = {}): string {
  const allowed = posts.filter(
    ({ id }) => refusal(step, actor(id), facts(states[state], more)) === undefined,
  );
  return allowed.map(({ id }) => id).join(' ');
}

const focalSn = 'focal-sn';
const own3 = 'clerk-sn roster-sn focal-sn';
const observers = 'roster-sn focal-sn focal-br focal-mz secretariat administrator';
const deciders = 'focal-sn focal-br secretariat administrator';
const everyFocal = 'focal-sn focal-br focal-mz';

/** For each step and state all posts that may take it; a state that is not named: nobody. */
const table: Readonly<Record<StepName, Partial<Record<keyof typeof states, string>>>> = {
  observe: { unwritten: observers, observed: observers },
  save: {
    unwritten: 'clerk-sn clerk-sn-other roster-sn focal-sn clerk-br focal-br focal-mz',
    observed: 'focal-sn focal-br',
    draft: own3,
    submitted: own3,
    returned: own3,
    released: own3,
    redrafted: own3,
    confirmed: own3,
    withdrawn: own3,
  },
  submit: { draft: own3, returned: own3, redrafted: own3 },
  return: { submitted: focalSn },
  entrust: {
    draft: focalSn,
    submitted: focalSn,
    returned: focalSn,
    released: focalSn,
    redrafted: focalSn,
    confirmed: focalSn,
  },
  release: { draft: focalSn, submitted: focalSn, redrafted: focalSn },
  confirm: { released: 'focal-br', redrafted: 'focal-br', confirmed: 'focal-br' },
  dispute: { released: 'focal-br', redrafted: 'focal-br', confirmed: 'focal-br' },
  letPass: { released: 'focal-br', redrafted: 'focal-br', confirmed: 'focal-br' },
  decline: {},
  reconfirm: { released: focalSn, redrafted: focalSn, confirmed: 'focal-sn focal-br' },
  adopt: { observed: 'focal-sn focal-br' },
  reject: { observed: 'focal-sn focal-br' },
  reserve: { observed: everyFocal, released: everyFocal, redrafted: everyFocal, confirmed: everyFocal },
  liftReservation: {},
  link: { released: focalSn, redrafted: focalSn, confirmed: 'focal-sn focal-br' },
  part: { released: focalSn, redrafted: focalSn, confirmed: 'focal-sn focal-br' },
  withdraw: { released: focalSn, redrafted: focalSn, confirmed: focalSn },
  archive: { released: focalSn, redrafted: focalSn, confirmed: focalSn },
  erase: {
    ...Object.fromEntries(
      Object.keys(states)
        .filter((state) => state !== 'unwritten')
        .map((state) => [state, 'focal-sn administrator']),
    ),
    observed: 'administrator',
  },
  decideDuplicate: Object.fromEntries(
    Object.keys(states)
      .filter((state) => state !== 'withdrawn')
      .map((state) => [state, deciders]),
  ),
};

for (const step of stepNames) {
  test(`who may ${step}, in every state of a record`, () => {
    for (const state of Object.keys(states) as (keyof typeof states)[]) {
      assert.equal(open(step, state), table[step][state] ?? '', state);
    }
  });
}

test('what makes a record official wants a second factor, and says so last: nobody else learns that it lacks', () => {
  for (const step of ['release', 'confirm', 'reconfirm', 'adopt', 'withdraw'] as const) {
    const state = step === 'release' ? states.draft : step === 'adopt' ? states.observed : states.confirmed;
    const who = step === 'confirm' ? 'focal-br' : 'focal-sn';
    assert.deepEqual(refusal(step, actor(who, false), facts(state)), { code: 'secondFactorNeeded' }, step);
    assert.equal(refusal(step, actor('focal-mz', false), facts(state))?.code, 'notAllowed', step);
  }
  for (const step of ['save', 'submit', 'dispute', 'letPass'] as const) {
    const who = step === 'dispute' || step === 'letPass' ? 'focal-br' : 'clerk-sn';
    const state = who === 'focal-br' ? states.released : states.draft;
    assert.equal(refusal(step, actor(who, false), facts(state)), undefined, step);
  }
});

test('a focal point for some sectors acts on records of these, and on those that name no sector', () => {
  const health = actor('focal-sn', true, { sectors: ['122'] });
  const of = (sectors: readonly string[]) =>
    refusal('release', health, facts(states.draft, { sectors }))?.code;
  assert.equal(of(['122']), undefined);
  assert.equal(of(['140', '122']), undefined);
  assert.equal(of([]), undefined);
  assert.equal(of(['140']), 'notAllowed');
  const asked140 = refusal('confirm', actor('focal-br', true, { sectors: ['122'] }), facts(states.released));
  assert.equal(asked140?.code, 'notAllowed', 'the same on the side that is asked');
});

test('a focal point for some organisations releases what these wrote, and what no organisation wrote', () => {
  const salt = actor('focal-sn', true, { organisations: ['Salt'] });
  assert.equal(refusal('release', salt, facts(states.draft))?.code, 'notAllowed');
  assert.equal(refusal('release', salt, facts({ ...states.draft, organisation: 'Salt' })), undefined);
  const { organisation: _, ...nobodys } = states.draft;
  assert.equal(refusal('release', salt, facts(nobodys)), undefined);
});

test('a contributor of another organisation, or of one by the same name in another country, may not touch a draft', () => {
  for (const id of ['clerk-sn-other', 'clerk-br']) {
    for (const step of ['save', 'submit'] as const)
      assert.equal(refusal(step, actor(id), facts(states.draft))?.code, 'notAllowed', `${step} ${id}`);
  }
});

test('a country writes on what is said of it, and not on what is said of others', () => {
  const elsewhere = { countries: ['MZ'] };
  assert.equal(refusal('save', actor('focal-sn'), facts(states.observed, elsewhere))?.code, 'notAllowed');
  assert.equal(refusal('adopt', actor('focal-sn'), facts(states.observed, elsewhere))?.code, 'notAllowed');
});

test('a withdrawn record is written anew and released, and takes no other step', () => {
  assert.deepEqual(refusal('reconfirm', actor('focal-sn'), facts(states.withdrawn)), {
    code: 'wrongStep',
    got: 'withdrawn',
    right: 'save',
  });
  const revived: RecordState = { ...states.withdrawn, number: 2, draft: 2, phase: 'draft' };
  assert.equal(refusal('release', actor('focal-sn'), facts(revived)), undefined);
});

test('a reservation is lifted by the country that made it', () => {
  const reservation = {
    id: 'a',
    country: 'BR',
    on: { kind: 'record' },
    text: langText('pt', 'Não'),
    at: '2024-05-06T07:08:09.000Z',
    post: 'focal-br',
  } as const;
  const reserved = facts({ ...states.released, reservations: [reservation] });
  assert.equal(refusal('liftReservation', actor('focal-br'), reserved), undefined);
  for (const id of ['focal-sn', 'focal-mz', 'clerk-br', 'administrator'])
    assert.equal(refusal('liftReservation', actor(id), reserved)?.code, 'notAllowed', id);
});

test('of what is its owner’s word alone nobody is asked: there is no step to confirm it', () => {
  const source = facts(states.released, { register: getRegister('source') });
  for (const step of ['confirm', 'dispute', 'letPass'] as const)
    assert.deepEqual(refusal(step, actor('focal-br'), source), { code: 'notAllowed', right: 'source' });
});

test('a need or an offer of one country alone is linked with no other, unless a twin was found or named', () => {
  const confirmed = { ...states.released, answers: {} };
  for (const register of ['need', 'offer'] as const) {
    const alone: Facts = { ...facts(confirmed), register: getRegister(register), countries: ['SN'] };
    assert.equal(refusal('link', actor('focal-sn'), alone)?.code, 'notAllowed');
    assert.equal(refusal('link', actor('focal-sn'), { ...alone, countries: ['SN', 'BR'] }), undefined);
    const twin = { other: 'twin', score: 0.9, because: ['title'], agreed: [] };
    const found = { ...alone, state: { ...confirmed, pairs: [twin] } };
    assert.equal(refusal('link', actor('focal-sn'), found), undefined);
  }
  assert.equal(refusal('link', actor('focal-sn'), facts(confirmed, { countries: ['SN'] })), undefined);
});
