import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import { type PostKind, type PostProfile, postKinds } from '../../lifecycle/post.ts';
import { follow } from '../../operations/follow.ts';
import type { Office } from '../../operations/house.ts';
import { openPost } from '../../operations/posts/keep-post.ts';
import type { Actor } from '../../policy/actor.ts';
import { isShare } from '../../policy/may-keep-post.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { deskPage, wordsOf } from '../desk/desk-page.ts';
import { formFields, readPost } from '../desk/form.ts';
import { getVisitor } from '../desk/visitor.ts';
import { html } from '../html.ts';
import { actorsOf } from '../review/acting.ts';
import { reasonLines } from '../review/inputs.ts';
import { attempt } from './attempt.ts';
import { problem } from './inputs.ts';
import { keeperOf } from './keeping.ts';
import { type PostPower, postForm } from './post-form.ts';
import { readPostForm, typedPost } from './read-post-form.ts';

/** The kinds of post that an actor may open. */
export function kindsOpenTo({ post }: Actor): readonly PostKind[] {
  if (post.kind === 'administrator')
    return ['focalPoint', ...postKinds.filter((kind) => kind !== 'focalPoint')];
  if (post.kind !== 'focalPoint' || isShare(post)) return [];
  return ['contributor', 'rosterManager', 'focalPoint'];
}

export async function askOpen(office: Office, c: Context): Promise<Response> {
  return openPage(office, c, {});
}

/** Opens the post and goes to its page, where somebody can be invited to it. */
export async function doOpen(office: Office, c: Context): Promise<Response> {
  const t = wordsOf(c);
  const form = await readPost(office, c);
  const actors = await actorsOf(office, await getVisitor(office, c));
  await follow(office);
  const opened = await attempt(t, () => {
    const profile = readPostForm(form, t.lang);
    const keeper = keeperOf(actors, 'open', profile);
    return openPost(office, keeper, profile, undefined, form.get('reason') ?? '');
  });
  if ('refused' in opened) return openPage(office, c, typedPost(form), opened.refused);
  return c.redirect(pageAddress(t.lang, `/posts/${opened.given.id}?done=opened`), 303);
}

async function openPage(
  office: Office,
  c: Context,
  profile: Partial<PostProfile>,
  refused?: string,
): Promise<Response> {
  const t = wordsOf(c);
  const visitor = await getVisitor(office, c);
  const power = powerOf(t, await actorsOf(office, visitor));
  const path = '/posts/new';
  const body = html`<p><a href="${pageAddress(t.lang, '/posts')}">${t('posts.title')}</a></p><h1>${t('posts.new')}</h1>${problem(refused)}<form method=post action="${pageAddress(t.lang, path)}">${formFields(visitor.session.formToken)}${postForm(t, profile, power)}${reasonLines(t, new URLSearchParams())}<p><button>${t('posts.open')}</button></form>`;
  return deskPage(c, {
    title: t('posts.new'),
    path,
    body,
    visitor,
    status: refused === undefined ? 200 : 400,
  });
}

/** @throws Fault `notAllowed` for somebody who may open none. */
function powerOf(t: Translate, actors: readonly Actor[]): PostPower {
  const best = actors.toSorted((a, b) => kindsOpenTo(b).length - kindsOpenTo(a).length)[0];
  if (best === undefined || kindsOpenTo(best).length === 0) {
    throw new Fault('notAllowed', {
      step: 'open',
      post: best?.post.id ?? '',
      right: t('postKind.focalPoint'),
    });
  }
  const { kind, country } = best.post;
  return { kinds: kindsOpenTo(best), power: true, country: kind === 'administrator' ? undefined : country };
}
