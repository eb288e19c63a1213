import type { Post, PostProfile } from '../../lifecycle/post.ts';
import { follow } from '../../operations/follow.ts';
import { today } from '../../operations/house.ts';
import * as keep from '../../operations/posts/keep-post.ts';
import { mayKeepPost } from '../../policy/may-keep-post.ts';
import { type Asked, placeOf } from '../asked.ts';
import { actorOf, readerOf } from '../caller.ts';
import { keptPost, publicPost } from '../post-json.ts';
import { forOneReader } from '../record-answer.ts';
import type { Body } from '../schemas.ts';

/** Offices that the public may turn to. */
const publicKinds: readonly Post['kind'][] = ['focalPoint', 'rosterManager', 'secretariat'];

/** The offices that are open; for somebody who keeps posts also those, as a whole. */
export async function posts(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const reader = await readerOf(asked);
  await follow(office);
  const day = today(office);
  const shown = [...office.board.posts().values()]
    .filter(({ closedAt }) => closedAt === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((post): object[] => {
      if (reader !== undefined && mayKeepPost(reader, 'change', post)) return [keptPost(post, day)];
      return publicKinds.includes(post.kind) ? [publicPost(post, day)] : [];
    });
  return context.json({ posts: shown }, 200, reader === undefined ? {} : forOneReader);
}

export async function openPost(asked: Asked, { post, id, ...profile }: Body<'NewPost'>): Promise<Response> {
  const keeper = await actorOf(asked, post);
  return kept(asked, await keep.openPost(asked.office, keeper, trimmed(profile), id), 201);
}

export async function changePost(asked: Asked, { post, ...profile }: Body<'ChangedPost'>): Promise<Response> {
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  return kept(asked, await keep.changePost(asked.office, keeper, id, trimmed(profile)));
}

export async function closePost(asked: Asked, { post, reason }: Body<'Acting'>): Promise<Response> {
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  await keep.closePost(asked.office, keeper, id, reason);
  return kept(asked, keep.getPost(asked.office, id));
}

/** A post as those who keep it see it. */
export function kept({ office, context }: Asked, post: Post, status: 200 | 201 | 202 = 200): Response {
  return context.json(keptPost(post, today(office)), status, forOneReader);
}

/** An organisation is known by its name: blanks around it would make another one of it. */
function trimmed(profile: PostProfile): PostProfile {
  return profile.organisation === undefined
    ? profile
    : { ...profile, organisation: profile.organisation.trim() };
}
