import { holdersOn, type Post } from '../lifecycle/post.ts';

/** A person acting for a post. */
export interface Actor {
  readonly post: Post;
  /** The account; opaque. */
  readonly account: string;
  /** Whether a second factor was shown in this session, or the node does not ask for one. */
  readonly strong: boolean;
}

/** The posts that an account holds on a day, as holder or deputy. */
export function postsHeld(posts: Iterable<Post>, account: string, day: string): readonly Post[] {
  return [...posts].filter((post) => holdersOn(post, day).some((tenure) => tenure.account === account));
}
