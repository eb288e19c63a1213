import type { Post } from '../../lifecycle/post.ts';
import type { StepName } from '../../lifecycle/workflow.ts';
import { factsOfNew } from '../../operations/facts-of.ts';
import type { Actor } from '../../policy/actor.ts';
import { isShare } from '../../policy/may-keep-post.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { countryPath, pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { isOpen } from '../review/acting.ts';
import { roundsPath } from '../rounds/addresses.ts';

interface Way {
  readonly name: string;
  readonly path: string;
}

/** What the post can begin: new records, what it saw of others, the posts that it keeps, the mail. */
export function startLinks(t: Translate, actor: Actor): Html {
  const { post } = actor;
  const own = newRecords(t, actor, 'save', { post: post.id });
  const seen = newRecords(t, actor, 'observe', { post: post.id, as: 'observer' });
  return html`${
    own.length > 0 &&
    html`<p class=sort><span>${t('desk.new')}</span>${own.map(({ name, path }) => html`<a class="btn quiet" href="${pageAddress(t.lang, path)}">${name}</a>`)}</p>`
  }${
    seen.length > 0 &&
    html`<details><summary>${t('desk.observe')}</summary><p class=soft>${t('desk.observe.help')}<p class=sort>${links(t, seen)}</details>`
  }<p class=sort>${links(t, aroundPost(t, post))}</p>`;
}

function newRecords(
  t: Translate,
  actor: Actor,
  step: StepName,
  query: Readonly<Record<string, string>>,
): readonly Way[] {
  return allRegisters
    .filter(({ name }) => isOpen(step, actor, factsOfNew(name)))
    .sort((a, b) => Number(b.crossCheck) - Number(a.crossCheck))
    .map(({ name }) => ({
      name: registerLabel(t, name),
      path: `/${name}/new?${new URLSearchParams(query)}`,
    }));
}

function aroundPost(t: Translate, post: Post): readonly Way[] {
  const keeps = post.kind === 'administrator' || (post.kind === 'focalPoint' && !isShare(post));
  const ways: (Way | false)[] = [
    { name: t('desk.thisPost'), path: `/posts/${post.id}` },
    keeps && { name: t(post.kind === 'administrator' ? 'desk.allPosts' : 'desk.ourPosts'), path: '/posts' },
    keeps && { name: t('desk.invite'), path: '/posts/new' },
    post.country !== undefined && { name: t('desk.country'), path: countryPath(post.country) },
    (post.kind === 'secretariat' || post.kind === 'focalPoint') && {
      name: t('round.list.title'),
      path: roundsPath,
    },
    (post.kind === 'focalPoint' || post.kind === 'secretariat') && {
      name: t('consultation.heading'),
      path: '/consultations',
    },
    post.kind === 'focalPoint' && { name: t('reservations.title'), path: '/reservations' },
    post.kind === 'administrator' && { name: t('outbox.title'), path: `/desk/outbox?post=${post.id}` },
    post.kind === 'administrator' && { name: t('status.title'), path: `/desk/status?post=${post.id}` },
    { name: t('upload.title'), path: `/upload?${new URLSearchParams({ post: post.id })}` },
    { name: t('desk.account'), path: '/account' },
  ];
  return ways.filter((way) => way !== false);
}

function links(t: Translate, ways: readonly Way[]): Html {
  return html`${ways.map(({ name, path }) => html`<a href="${pageAddress(t.lang, path)}">${name}</a>`)}`;
}
