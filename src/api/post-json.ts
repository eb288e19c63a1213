import type { Post } from '../lifecycle/post.ts';
import { holdersOn } from '../lifecycle/post.ts';

/** A post by its name. */
export function shortPost({ id, kind, title, country }: Post) {
  return { id, kind, title, ...(country === undefined ? {} : { country }) };
}

/** What the public reads of an office: never who holds it. `day`: today. */
export function publicPost(post: Post, day: string) {
  const { languages, responseDays, contact } = post;
  return {
    ...shortPost(post),
    languages,
    ...(responseDays === undefined ? {} : { responseDays }),
    ...(contact === undefined ? {} : { contact }),
    held: holdersOn(post, day).length > 0,
  };
}

/** The whole post, for those who keep it: holders by their opaque account. */
export function keptPost(post: Post, day: string) {
  const { organisation, sectors, organisations, twoPersons, closedAt } = post;
  return {
    ...publicPost(post, day),
    ...(organisation === undefined ? {} : { organisation }),
    ...(sectors === undefined ? {} : { sectors }),
    ...(organisations === undefined ? {} : { organisations }),
    ...(twoPersons === undefined ? {} : { twoPersons }),
    ...(closedAt === undefined ? {} : { closedAt }),
    holders: holdersOn(post, day),
    seen: post.seq ?? 0,
  };
}
