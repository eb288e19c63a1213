import type { Post, PostProfile } from '../lifecycle/post.ts';
import type { Actor } from './actor.ts';

/** What is done to a post: it is opened, changed or closed; somebody is invited to it or relieved; it is handed over. */
export type PostAct = 'open' | 'change' | 'close' | 'appoint' | 'handOver';

/**
 * Whether an actor may do this to a post. Administrators keep all posts. A focal point without a share of its own keeps
 * the posts of its country: contributors, roster managers, and focal points for a part of the records. Whoever holds a
 * post may hand it over and change what the public reads of its office, but neither its kind nor its country.
 */
export function mayKeepPost(
  actor: Actor,
  act: PostAct,
  post: PostProfile & { readonly id?: string },
): boolean {
  if (actor.post.kind === 'administrator') return true;
  const own = post.id === actor.post.id;
  if (own) return act === 'handOver' || act === 'change';
  if (actor.post.kind !== 'focalPoint' || isShare(actor.post)) return false;
  if (post.country === undefined || post.country !== actor.post.country) return false;
  if (post.kind === 'contributor' || post.kind === 'rosterManager') return true;
  return post.kind === 'focalPoint' && isShare(post);
}

/** Whether a focal point answers for a part of its country's records only. */
export function isShare({ sectors = [], organisations = [] }: PostProfile): boolean {
  return sectors.length > 0 || organisations.length > 0;
}

/** A change of one's own post must leave alone what gives it power, and the second person once a country wants one. */
export function samePower(before: Post, after: PostProfile): boolean {
  return (
    before.kind === after.kind &&
    before.country === after.country &&
    before.organisation === after.organisation &&
    (before.twoPersons !== true || after.twoPersons === true) &&
    JSON.stringify([before.sectors ?? [], before.organisations ?? []]) ===
      JSON.stringify([after.sectors ?? [], after.organisations ?? []])
  );
}
