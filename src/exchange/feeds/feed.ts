/** A text with the language in which it stands. */
export interface FeedText {
  readonly text: string;
  readonly lang: string;
}

/** What was last told of one record. */
export interface FeedEntry {
  /** Permanent, the same in every language and form: `urn:uuid:…`. */
  readonly id: string;
  readonly title: FeedText;
  /** Its page. */
  readonly address: string;
  readonly summary?: FeedText;
  /** Notes of the house in the reader's language, reservations of countries among them. */
  readonly notes: readonly string[];
  /** Instant, ISO 8601 UTC. */
  readonly updatedAt: string;
  /** What it is of: the bare name by which readers sort, and the name as it is shown, with marks of reservations. */
  readonly categories: readonly { readonly term: string; readonly label: string }[];
}

/** News of a search, whole or in pages (RFC 5005). All addresses are absolute. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Who publishes it. */
  readonly publisher: string;
  readonly lang: string;
  /** Instant of the newest entry; of the house where there is none. */
  readonly updatedAt: string;
  /** The address at which this very page of it stands. */
  readonly self: string;
  /** The page for people. */
  readonly page: string;
  readonly pages: {
    readonly first: string;
    readonly last: string;
    readonly previous?: string;
    readonly next?: string;
  };
  readonly entries: readonly FeedEntry[];
}

/** Title and notes together as plain text. */
export function contentOf({ summary, notes }: FeedEntry): string {
  return [...(summary === undefined ? [] : [summary.text]), ...notes].join('\n\n');
}
