import type { Post } from '../lifecycle/post.ts';
import type { Actor } from './actor.ts';
import { mayKeepPost } from './may-keep-post.ts';

/** A key acts for a post: only whoever holds the post makes one. */
export function mayMakeKey(actor: Actor, post: Post): boolean {
  return actor.post.id === post.id;
}

/** Whoever keeps a post, and the secretariat, sees its keys and ends them: never their secrets. */
export function mayEndKeys(actor: Actor, post: Post): boolean {
  return actor.post.kind === 'secretariat' || mayKeepPost(actor, 'change', post);
}
