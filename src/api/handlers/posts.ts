import type { Context } from 'hono';
import type { Post, PostProfile } from '../../lifecycle/post.ts';
import { follow } from '../../operations/follow.ts';
import { today } from '../../operations/house.ts';
import * as keep from '../../operations/posts/keep-post.ts';
import { mayKeepPost } from '../../policy/may-keep-post.ts';
import { type Asked, placeOf } from '../asked.ts';
import { actorOf, readerOf } from '../caller.ts';
import { etagOfPost, seenPostOf } from '../etag.ts';
import { keptPost, publicPost } from '../post-json.ts';
import { forOneReader } from '../record-answer.ts';
import type { Written } from '../route.ts';
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

export async function changePost(
  asked: Asked,
  { post, seen: said, ...profile }: Body<'ChangedPost'>,
): Promise<Response> {
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  const seen = asSeen(asked.context, id, { seen: said });
  return kept(asked, await keep.changePost(asked.office, keeper, id, trimmed(profile), seen));
}

export async function closePost(asked: Asked, { post, ...said }: Body<'Acting'>): Promise<Response> {
  const keeper = await actorOf(asked, post);
  const { id } = placeOf(asked.context);
  await keep.closePost(asked.office, keeper, id, asSeen(asked.context, id, said));
  return kept(asked, keep.getPost(asked.office, id));
}

/** The post after an act on it of which the answer was lost. */
export async function postAfterwards(asked: Asked, { id }: Written): Promise<Response> {
  await follow(asked.office);
  return kept(asked, keep.getPost(asked.office, id));
}

/** A post as those who keep it see it. */
export function kept({ office, context }: Asked, post: Post, status: 200 | 201 | 202 = 200): Response {
  return context.json(keptPost(post, today(office)), status, { ...forOneReader, etag: etagOfPost(post) });
}

/** Why, and on the post as the caller saw it. @throws Fault `preconditionNeeded`. */
export function asSeen(
  context: Context,
  id: string,
  { reason, seen: said }: { readonly reason?: string; readonly seen?: number | undefined },
): keep.PostAsSeen {
  const seen = seenPostOf(context, id, said);
  return { ...(reason === undefined ? {} : { reason }), ...(seen === undefined ? {} : { seen }) };
}

/** An organisation is known by its name: blanks around it would make another one of it. */
function trimmed(profile: PostProfile): PostProfile {
  return profile.organisation === undefined
    ? profile
    : { ...profile, organisation: profile.organisation.trim() };
}
