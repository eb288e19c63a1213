import type { LangText } from '../kernel/lang-text.ts';
import type { Trace } from './trace.ts';

/**
 * Who acts: an office, not a person. A `contributor` types for an organisation; a `focalPoint` releases and answers for
 * a country; a `rosterManager` keeps the records of an institution; a `secretariat` watches over a region or all; an
 * `administrator` keeps the node and opens posts.
 */
export const postKinds = [
  'contributor',
  'focalPoint',
  'rosterManager',
  'secretariat',
  'administrator',
] as const;
export type PostKind = (typeof postKinds)[number];

/** What a post is, apart from who holds it. */
export interface PostProfile {
  readonly kind: PostKind;
  readonly title: LangText;
  /** Alpha-2 code; contributors, focal points and roster managers have one. */
  readonly country?: string;
  /** The organisation for which a contributor or roster manager types: its name, as all its posts write it. */
  readonly organisation?: string;
  /** What part of a country's records a focal point answers for; absent or empty: all. */
  readonly sectors?: readonly string[];
  readonly organisations?: readonly string[];
  /** In which the office writes and answers (BCP 47). */
  readonly languages: readonly string[];
  /** Within how many days the office means to answer. */
  readonly responseDays?: number;
  /** Address of the office, public: never a person's. */
  readonly contact?: string;
  /** The country wants two persons to release a record. Counts where the post is a focal point. */
  readonly twoPersons?: boolean;
}

/** Somebody holds a post from a day to a day (both included), as its holder or as a deputy. */
export interface Tenure {
  readonly account: string;
  readonly deputy: boolean;
  /** Days, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to?: string;
}

export interface Post extends PostProfile {
  readonly id: string;
  readonly openedAt: string;
  readonly closedAt?: string;
  readonly tenures: readonly Tenure[];
  /** Sequence number of the last entry of the log about the post; whoever acts on it says which one was seen. */
  readonly seq?: number;
}

interface PostEventBase extends Trace {
  readonly postId: string;
  /** The post that acted; `node` where the machine's own administrator acted at its console. */
  readonly post: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly reason?: string;
}

/** A key of a post for a program, by its id and its name; the secret is nowhere. */
interface NamedKey {
  readonly id: string;
  readonly name: string;
}

/** Everything that happens to a post. A hand-over is one event: what belongs to the post stays with it. */
export type PostEvent = PostEventBase &
  (
    | { readonly type: 'opened'; readonly profile: PostProfile }
    | { readonly type: 'changed'; readonly profile: PostProfile }
    | { readonly type: 'appointed'; readonly tenure: Tenure }
    | { readonly type: 'relieved'; readonly account: string; readonly lastDay: string }
    | { readonly type: 'handedOver'; readonly to: string; readonly lastDay: string; readonly from: string }
    | { readonly type: 'factorReset'; readonly account: string }
    /** Taken back before it was accepted. To whom it went stands nowhere: an address is a person's. */
    | { readonly type: 'invitationWithdrawn' }
    | { readonly type: 'closed' }
    | { readonly type: 'keyMade'; readonly made: NamedKey; readonly scopes: readonly string[] }
    | { readonly type: 'keyRevoked'; readonly revoked: NamedKey }
  );

/** The post after an event; undefined before it was opened. */
export function afterPostEvent(post: Post | undefined, event: PostEvent): Post | undefined {
  if (event.type === 'opened') {
    return { ...event.profile, id: event.postId, openedAt: event.at, tenures: [] };
  }
  if (post === undefined) return undefined;
  const { id, openedAt, closedAt, tenures } = post;
  switch (event.type) {
    case 'changed':
      return { ...event.profile, id, openedAt, tenures, ...(closedAt === undefined ? {} : { closedAt }) };
    case 'appointed':
      return { ...post, tenures: [...tenures, event.tenure] };
    case 'relieved':
      return { ...post, tenures: ended(tenures, event.lastDay, ({ account }) => account === event.account) };
    case 'handedOver':
      return {
        ...post,
        tenures: [
          // A deputy who takes over is a deputy no longer.
          ...ended(tenures, event.lastDay, ({ deputy, account }) => !deputy || account === event.to),
          { account: event.to, deputy: false, from: event.from },
        ],
      };
    case 'closed':
      return { ...post, closedAt: event.at };
    case 'factorReset':
    case 'invitationWithdrawn':
    case 'keyMade':
    case 'keyRevoked':
      return post;
  }
}

function ended(
  tenures: readonly Tenure[],
  lastDay: string,
  which: (tenure: Tenure) => boolean,
): readonly Tenure[] {
  return tenures.map((tenure) =>
    which(tenure) && (tenure.to === undefined || tenure.to > lastDay) ? { ...tenure, to: lastDay } : tenure,
  );
}

/** Who holds the post on a day, the holder before deputies. Nobody holds a closed post. */
export function holdersOn(post: Post, day: string): readonly Tenure[] {
  if (post.closedAt !== undefined && post.closedAt.slice(0, 10) <= day) return [];
  return post.tenures
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .sort((a, b) => Number(a.deputy) - Number(b.deputy));
}
