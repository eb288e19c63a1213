import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import type { Objection, RecordEvent } from '../lifecycle/event.ts';
import type { Post, PostKind } from '../lifecycle/post.ts';
import { type RecordState, unborn } from '../lifecycle/state.ts';
import { getRegister } from '../registers/all-registers.ts';
import { heard, mayHearOf } from './hearing.ts';
import { publicView, type View, viewOf, visibleEvent, visibleState } from './viewer.ts';

const activity = getRegister('activity');
const state: RecordState = {
  ...unborn,
  number: 2,
  inForce: 1,
  draft: 2,
  phase: 'returned',
  owner: 'SN',
  author: 'clerk-sn',
  organisation: 'Wells',
  standing: 'party',
  remarks: [{ field: 'title', text: 'Which?' }],
  approvedBy: ['somebody'],
};
const facts = { register: activity, state, countries: ['SN', 'BR'], sectors: ['140'] };

function viewBy(kind: PostKind, more: Partial<Post> = {}): string {
  const title = langText('en', 'Office');
  const openedAt = '2024-01-01T00:00:00.000Z';
  const post: Post = { id: 'office', kind, title, languages: ['en'], openedAt, tenures: [], ...more };
  const { audience, work } = viewOf({ post, account: 'a', strong: true }, facts);
  return `${audience}${work ? ' and the work' : ''}`;
}

test('the side that may write a record sees all of it and the work on it', () => {
  for (const kind of ['contributor', 'rosterManager'] as const)
    assert.equal(viewBy(kind, { country: 'SN', organisation: 'Wells' }), 'focalPoint and the work');
  assert.equal(viewBy('focalPoint', { country: 'SN' }), 'focalPoint and the work');
  assert.equal(viewBy('focalPoint', { country: 'SN', sectors: ['140'] }), 'focalPoint and the work');
});

test('a contributor of another organisation of the country sees what everybody sees', () => {
  assert.equal(viewBy('contributor', { country: 'SN', organisation: 'Salt' }), 'everybody');
});

test('a focal point for another part of the country’s records sees what partners see, not the work', () => {
  assert.equal(viewBy('focalPoint', { country: 'SN', sectors: ['122'] }), 'partners');
});

test('the focal point of a country that is named, and secretariats, see what partners see; its clerks do not', () => {
  assert.equal(viewBy('focalPoint', { country: 'BR' }), 'partners');
  assert.equal(viewBy('secretariat'), 'partners');
  assert.equal(viewBy('contributor', { country: 'BR', organisation: 'Wells' }), 'everybody');
});

test('a country that is not named, an administrator and whoever is not signed in see what everybody sees', () => {
  assert.equal(viewBy('focalPoint', { country: 'MZ' }), 'everybody');
  assert.equal(viewBy('administrator'), 'everybody');
  assert.deepEqual(viewOf(undefined, facts), publicView);
});

const base = {
  recordId: 'a',
  register: 'activity',
  post: 'focal-br',
  holder: 'somebody',
  at: '2024-05-06T07:08:09.000Z',
};
const work: View = { audience: 'focalPoint', work: true };
const partners: View = { audience: 'partners', work: false };

test('that something was submitted, returned or approved stays inside the country', () => {
  const events: readonly RecordEvent[] = [
    { ...base, type: 'submitted', revision: 1 },
    { ...base, type: 'returned', revision: 1, remarks: [{ field: '', text: 'Why?' }] },
    { ...base, type: 'approved', revision: 1 },
  ];
  for (const event of events) {
    assert.equal(visibleEvent(activity, event, publicView), undefined, event.type);
    assert.equal(visibleEvent(activity, event, partners), undefined, event.type);
    assert.deepEqual(visibleEvent(activity, event, work), event);
  }
});

test('who held a post when it acted is known to the owner’s side alone', () => {
  const event: RecordEvent = { ...base, type: 'confirmed', revision: 1, country: 'BR' };
  assert.equal('holder' in (visibleEvent(activity, event, publicView) ?? {}), false);
  assert.equal('holder' in (visibleEvent(activity, event, partners) ?? {}), false);
  assert.equal(visibleEvent(activity, event, work)?.holder, 'somebody');
});

test('drafts, remarks, approvals and who writes are left out of the state that others see', () => {
  assert.deepEqual(visibleState(state, work), state);
  const seen = visibleState(state, partners);
  assert.deepEqual(
    [seen.phase, seen.inForce, seen.remarks, seen.approvedBy, 'draft' in seen, 'author' in seen],
    ['released', 1, [], [], false, false],
  );
  assert.equal(JSON.stringify(seen).includes('Wells'), false);
  const nothing: RecordState = { ...unborn, number: 1, draft: 1, phase: 'submitted', owner: 'SN' };
  assert.equal(visibleState(nothing, publicView).phase, 'draft', 'nothing tells how far it has come');
});

const objections: readonly Objection[] = [
  { field: 'title', says: langText('en', 'Deep wells') },
  { field: 'contacts', says: [{ email: 'canary@example.org' }] },
];

test('an objection to a field that somebody may not see is left out, with the reason that may speak of it', () => {
  const said = { objections, reason: 'canary is not our desk' };
  assert.deepEqual(heard(activity, said, 'everybody'), { objections: [objections[0]] });
  assert.deepEqual(heard(activity, said, 'partners'), { objections: [objections[0]] });
  assert.deepEqual(heard(activity, said, 'focalPoint'), said);
  const open = { objections: objections.slice(0, 1), reason: 'They are deep' };
  assert.deepEqual(heard(activity, open, 'everybody'), open, 'nothing hidden: the reason stays');
  const event: RecordEvent = { ...base, type: 'disputed', revision: 1, country: 'BR', ...said };
  assert.equal(JSON.stringify(visibleEvent(activity, event, partners)).includes('canary'), false);
});

test('a reservation on a field that somebody may not see is not even mentioned', () => {
  const on = { kind: 'field', field: 'contacts' } as const;
  const text = langText('pt', 'Não');
  const event: RecordEvent = { ...base, type: 'reserved', reservation: 'r', country: 'BR', on, text };
  assert.equal(visibleEvent(activity, event, publicView), undefined);
  assert.ok(visibleEvent(activity, event, work));
  assert.ok(visibleEvent(activity, { ...event, on: { kind: 'record' } }, publicView));
});

test('of the record as a whole everybody may hear, of a field that is none nobody', () => {
  assert.equal(mayHearOf(activity, '', 'everybody'), true);
  assert.equal(mayHearOf(activity, 'constructor', 'focalPoint'), false);
  assert.equal(mayHearOf(activity, 'shoeSize', 'focalPoint'), false);
});
