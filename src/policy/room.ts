import type { Post } from '../lifecycle/post.ts';

/** Who takes part in a consultation. Of a closed one nobody else learns anything, not even that there is one. */
export interface Room {
  readonly closed: boolean;
  /** Alpha-2 codes; members of groups among them. */
  readonly countries: readonly string[];
  /** Names, as posts write them. */
  readonly organisations: readonly string[];
  /** The post that began the consultation. */
  readonly convenor?: string;
}

/** For which member a post speaks: a focal point for its country, any post of an organisation for that; undefined: for none. */
export function memberOf({ kind, country, organisation }: Post, room: Room): string | undefined {
  if (kind === 'focalPoint' && country !== undefined && room.countries.includes(country)) return country;
  return organisation !== undefined && room.organisations.includes(organisation) ? organisation : undefined;
}

/** The convenor is in the room also where it speaks for no member. */
export function isInRoom(post: Post, room: Room): boolean {
  return post.id === room.convenor || memberOf(post, room) !== undefined;
}
