/** A hash in hex: SHA-256, 64 characters. */
export type HashText = string;

/** What the log was at one moment: how many entries, and the root of the tree over them (RFC 6962, section 2.1). */
export interface LogHead {
  /** Names the log: the id of the key with which it was founded. */
  readonly log: string;
  readonly size: number;
  readonly root: HashText;
  /** Instant of signing, ISO 8601 UTC. */
  readonly at: string;
  /** Id of the key that signed: the first 32 hex digits of the SHA-256 over its 32 bytes. */
  readonly key: string;
}

export interface SignedHead extends LogHead {
  /** Ed25519 over `southbridge log head`, a line feed and the canonical JSON of all else; base64url. */
  readonly signature: string;
}

/**
 * What is said of keys, in order, each statement signed: `made` by the key before it (the first one by itself),
 * `retired` and `revoked` by a later key. Heads of a retired key that were signed until then stay good; of a revoked key none does.
 */
export type KeyStatement = {
  readonly key: string;
  readonly at: string;
  /** Id of the key that signed the statement. */
  readonly by: string;
  /** Ed25519 over `southbridge log key`, a line feed and the canonical JSON of all else; base64url. */
  readonly signature: string;
} & (
  | { readonly type: 'made' /** The 32 bytes, base64url. */; readonly public: string }
  | { readonly type: 'retired' }
  | { readonly type: 'revoked'; readonly reason: string }
);

/**
 * An entry with everything in it that need not be shown to be checked: salted hashes stand for the values of a revision,
 * one a field, and one for all the rest. The leaf of the tree is the hash of a zero byte and the canonical JSON of this.
 */
export interface SealedEntry {
  readonly seq: number;
  readonly kind: string;
  readonly recordId?: string;
  readonly register?: string;
  readonly number?: number;
  readonly at?: string;
  readonly values?: Readonly<Record<string, HashText>>;
  readonly rest: HashText;
}

/** That an entry is in the tree of so many entries: its neighbours on the way to the root, from below. */
export interface InclusionProof {
  readonly seq: number;
  readonly size: number;
  readonly leaf: HashText;
  readonly path: readonly HashText[];
}

/** That the tree of `from` entries is the beginning of the one of `size` entries (RFC 6962, section 2.1.2). */
export interface ConsistencyProof {
  readonly from: number;
  readonly size: number;
  readonly path: readonly HashText[];
}

/** That values of a revision stand in the log as shown: what checks them against the sealed entry, and the entry against a head. */
export interface RevisionProof extends InclusionProof {
  readonly entry: SealedEntry;
  /** By field, what was put before the value when it was hashed. */
  readonly salts: Readonly<Record<string, string>>;
  readonly head: SignedHead;
}

/** What an outsider needs to see that nobody rewrites the log. */
export interface LogProofs {
  /**
   * The signed head of the log as it stands now.
   * @throws Fault `logRolledBack` {size, right} where the log no longer holds what this node has signed before.
   */
  head(): Promise<SignedHead>;
  keys(): Promise<readonly KeyStatement[]>;
  /** @throws Fault `badQuery` where the numbers do not lie within the log; `logRolledBack`. */
  inclusion(seq: number, size: number): Promise<InclusionProof>;
  /** @throws Fault `badQuery` where the numbers do not lie within the log; `logRolledBack`. */
  consistency(from: number, size: number): Promise<ConsistencyProof>;
  /** Of a revision that is in the log; salts for the fields named alone. @throws Fault `notFound`, `logRolledBack`. */
  revision(recordId: string, number: number, fields: readonly string[]): Promise<RevisionProof>;
  close(): Promise<void>;
}
