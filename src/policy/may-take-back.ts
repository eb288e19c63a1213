import type { Actor } from './actor.ts';

/** What has happened to a record, as far as taking back needs it: the post that did each thing, oldest first. */
export interface Deed {
  readonly post: string;
  readonly revision?: number;
}

/**
 * Whether a post may take back a revision that it wrote: as long as nobody else has done anything with the record since,
 * and no newer revision stands.
 */
export function mayTakeBack({ post }: Actor, revision: number, deeds: readonly Deed[]): boolean {
  const at = deeds.findLastIndex((deed) => deed.revision === revision);
  if (at < 0) return false;
  return deeds.slice(at).every((deed) => deed.post === post.id && (deed.revision ?? revision) === revision);
}
