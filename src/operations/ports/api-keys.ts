/**
 * What a program may do with a key, beside reading what the post may see: `write` drafts and send them on, `act`: take
 * the steps of the post, `keep` posts.
 */
export const keyScopes = ['write', 'act', 'keep'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** With which a program acts for one person in one post. */
export interface ApiKey {
  readonly id: string;
  readonly post: string;
  /** The account that made it; once that no longer holds the post the key opens nothing. */
  readonly account: string;
  /** Of the program: it stands in the history of what was done with the key. */
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Its secret stands in the address of the calendar of the post and opens nothing else: calendar programs send no header. */
  readonly calendar?: true;
  /** Whether a second factor had been shown when it was made. */
  readonly strong: boolean;
  /** Instants, ISO 8601 UTC. */
  readonly madeAt: string;
  readonly endsAt: string;
  /** The day of the last request with it, `YYYY-MM-DD`. */
  readonly usedOn?: string;
}

export type NewKey = Pick<ApiKey, 'post' | 'account' | 'name' | 'scopes' | 'calendar' | 'strong'>;

/** Keys of programs. Their secrets are told once and kept as hashes. */
export interface ApiKeys {
  /** Good for a year. @throws Fault `invalid` {place: 'name'} for a name that is none or is taken, {place: 'keys'} past the most that a post may have. */
  make(key: NewKey): Promise<{ readonly key: ApiKey; readonly secret: string }>;
  /** The key of a program by its secret, if it still holds. */
  find(secret: string): Promise<ApiKey | undefined>;
  /** That of a calendar. */
  findCalendar(secret: string): Promise<ApiKey | undefined>;
  /** Of a post, the newest first. */
  list(post: string): Promise<readonly ApiKey[]>;
  /** False where there was none. */
  revoke(id: string): Promise<boolean>;
}
