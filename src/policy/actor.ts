import { holdersOn, type Post } from '../lifecycle/post.ts';
import type { Trace } from '../lifecycle/trace.ts';

/** A person acting for a post, or a program with a key of that person's. */
export interface Actor extends Omit<Trace, 'holder'> {
  readonly post: Post;
  /** The account; opaque. */
  readonly account: string;
  /** Whether a second factor was shown in this session, or the node does not ask for one. */
  readonly strong: boolean;
}

/** What is written down of an actor beside the post. */
export function traceOf({ account, key, request }: Actor): Trace {
  return {
    holder: account,
    ...(key === undefined ? {} : { key }),
    ...(request === undefined ? {} : { request }),
  };
}

/** The posts that an account holds on a day, as holder or deputy. */
export function postsHeld(posts: Iterable<Post>, account: string, day: string): readonly Post[] {
  return [...posts].filter((post) => holdersOn(post, day).some((tenure) => tenure.account === account));
}
