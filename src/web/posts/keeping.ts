import type { Context } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Post, PostProfile } from '../../lifecycle/post.ts';
import { follow } from '../../operations/follow.ts';
import type { Office } from '../../operations/house.ts';
import { getPost } from '../../operations/posts/keep-post.ts';
import type { Actor } from '../../policy/actor.ts';
import { mayKeepPost, type PostAct } from '../../policy/may-keep-post.ts';
import { getVisitor, type Visitor } from '../desk/visitor.ts';
import { actorsOf } from '../review/acting.ts';

/** Somebody at the page of a post, with what he or she may do to it. */
export interface Keeping {
  readonly visitor: Visitor;
  /** The visitor for each post held. */
  readonly actors: readonly Actor[];
  readonly post: Post;
  may(act: PostAct): boolean;
  /** The one of them that may. @throws Fault `notAllowed`. */
  keeper(act: PostAct): Actor;
}

/**
 * The post of the address, for those who keep it.
 * @throws Fault `signInNeeded`, `notFound` also for a post that the visitor does not keep.
 */
export async function keepingOf(office: Office, c: Context): Promise<Keeping> {
  const visitor = await getVisitor(office, c);
  await follow(office);
  const actors = await actorsOf(office, visitor);
  const post = getPost(office, c.req.param('id') ?? '');
  if (!actors.some((actor) => mayKeepPost(actor, 'change', post))) {
    throw new Fault('notFound', { register: 'post', id: post.id });
  }
  return {
    visitor,
    actors,
    post,
    may: (act) => actors.some((actor) => mayKeepPost(actor, act, post)),
    keeper: (act) => keeperOf(actors, act, post),
  };
}

/** @throws Fault `notAllowed` when none of them may. */
export function keeperOf(
  actors: readonly Actor[],
  act: PostAct,
  post: PostProfile & { readonly id?: string },
): Actor {
  const keeper = actors.find((actor) => mayKeepPost(actor, act, post));
  if (keeper === undefined) {
    const right = 'administrator, focalPoint';
    throw new Fault('notAllowed', { step: act, post: actors[0]?.post.id ?? '', right });
  }
  return keeper;
}
