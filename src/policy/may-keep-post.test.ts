import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import type { Post, PostKind } from '../lifecycle/post.ts';
import type { Actor } from './actor.ts';
import { isShare, mayKeepPost, type PostAct, samePower } from './may-keep-post.ts';

function post(id: string, kind: PostKind, more: Partial<Post> = {}): Post {
  const title = langText('en', id);
  return { id, kind, title, languages: ['en'], openedAt: '2024-01-01T00:00:00.000Z', tenures: [], ...more };
}

const posts = [
  post('administrator', 'administrator'),
  post('secretariat', 'secretariat'),
  post('focal-sn', 'focalPoint', { country: 'SN' }),
  post('health-sn', 'focalPoint', { country: 'SN', sectors: ['122'] }),
  post('clerk-sn', 'contributor', { country: 'SN', organisation: 'Wells' }),
  post('roster-sn', 'rosterManager', { country: 'SN', organisation: 'Wells' }),
  post('focal-br', 'focalPoint', { country: 'BR' }),
  post('clerk-br', 'contributor', { country: 'BR', organisation: 'Milk' }),
];

function kept(by: string, act: PostAct): string {
  const keeper = posts.find(({ id }) => id === by);
  assert.ok(keeper);
  const actor: Actor = { post: keeper, account: 'somebody', strong: false };
  return posts
    .filter((one) => mayKeepPost(actor, act, one))
    .map(({ id }) => id)
    .join(' ');
}

const acts: readonly PostAct[] = ['open', 'change', 'close', 'appoint', 'handOver'];
const all = posts.map(({ id }) => id).join(' ');
const ofSenegal = 'health-sn clerk-sn roster-sn';

test('an administrator keeps every post', () => {
  for (const act of acts) assert.equal(kept('administrator', act), all, act);
});

test('a focal point keeps the posts of its country: who types, and who answers for a part; of its own it does not dispose', () => {
  for (const act of ['open', 'close', 'appoint'] as const)
    assert.equal(kept('focal-sn', act), ofSenegal, act);
  for (const act of ['change', 'handOver'] as const)
    assert.equal(kept('focal-sn', act), `focal-sn ${ofSenegal}`, act);
});

test('whoever answers for a part only, types, or watches keeps no post but changes and hands over its own', () => {
  for (const by of ['health-sn', 'clerk-sn', 'roster-sn', 'secretariat']) {
    for (const act of ['open', 'close', 'appoint'] as const) assert.equal(kept(by, act), '', `${by} ${act}`);
    for (const act of ['change', 'handOver'] as const) assert.equal(kept(by, act), by, `${by} ${act}`);
  }
});

test('no country keeps a post of another, nor of none', () => {
  for (const act of acts) assert.doesNotMatch(kept('focal-sn', act), /-br|administrator|secretariat/, act);
});

test('a share is a part of the records: by sectors, by organisations; empty lists are all of them', () => {
  const whole = post('a', 'focalPoint', { country: 'SN', sectors: [], organisations: [] });
  assert.equal(isShare(whole), false);
  assert.equal(isShare({ ...whole, sectors: ['122'] }), true);
  assert.equal(isShare({ ...whole, organisations: ['Wells'] }), true);
});

test('the power of a post is its kind, its country, its organisation and its share; name, languages and address are not', () => {
  const before = post('health-sn', 'focalPoint', { country: 'SN', sectors: ['122'] });
  const { sectors: _, ...whole } = before;
  assert.ok(
    samePower(before, { ...before, title: langText('fr', 'Santé'), languages: ['fr'], contact: 'a@b.sn' }),
  );
  assert.ok(samePower(whole, { ...whole, sectors: [], organisations: [] }));
  for (const after of [
    whole,
    { ...before, sectors: ['122', '140'] },
    { ...before, organisations: ['Wells'] },
    { ...before, organisation: 'Wells' },
    { ...before, country: 'BR' },
    { ...before, kind: 'administrator' as const },
  ])
    assert.equal(samePower(before, after), false, JSON.stringify(after));
});
