import type { FacetName, FacetValues, Words } from '../fields/facet.ts';
import type { Finding } from '../kernel/finding.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { ErasedEntry } from '../lifecycle/erasure.ts';
import type { RecordEvent } from '../lifecycle/event.ts';
import type { PostEvent } from '../lifecycle/post.ts';
import type { Kept, KeptName, RecordKey, Revision } from '../lifecycle/revision.ts';
import type { Sealed } from '../lifecycle/sealed.ts';
import type { Way } from '../matching/ways.ts';

/** One line of the log, numbered without gaps in the order of writing. */
export type LogEntry = { readonly seq: number } & Entry<KeptName>;

/**
 * What can be written: a revision with the keys it is known by and what its source said beside the values, an event of a
 * record or of a post, or the account of one intake.
 */
export type NewEntry = Entry<Kept>;

type Entry<K extends KeptName> = Salted &
  (
    | {
        readonly kind: 'revision';
        readonly revision: Revision;
        readonly keys: readonly RecordKey[];
        readonly kept?: K;
      }
    | { readonly kind: 'event'; readonly event: RecordEvent; readonly keys?: readonly RecordKey[] }
    | { readonly kind: 'post'; readonly event: PostEvent }
    | { readonly kind: 'intake'; readonly intake: Intake }
  );

/**
 * Every entry is written with 16 random bytes (base64url), so that nobody can find out by guessing what stands behind a
 * hash that is shown of it. The log gives them where the writer brings none. Entries older than this have none: one that is
 * copied is written with an empty salt, and is then read without.
 */
interface Salted {
  readonly salt?: string;
  /** Of an entry from which something was erased; it has no salt any more. */
  readonly sealed?: Sealed;
}

/** The account of one import: what came, what became of it, and every refused row as it came. */
export interface Intake {
  readonly at: string;
  readonly post: string;
  readonly file: string;
  readonly sha256: string;
  /** False for the parts of a long account; the last part closes it. */
  readonly complete: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly refused: readonly RefusedRow[];
}

export interface RefusedRow {
  readonly place: string;
  readonly raw: string;
  readonly findings: readonly Finding[];
}

/** What `verify` saw. */
export interface LogReport {
  readonly entries: number;
  readonly revisions: number;
  readonly records: number;
  readonly lastSeq: number;
  /** In words of the log: sequence number and what is wrong there. Empty when all is well. */
  readonly damage: readonly { readonly seq: number; readonly problem: string }[];
}

/** The last entry about a record (or post) that somebody has seen; 0 where there should be none. */
export interface Unmoved {
  readonly recordId: RecordId;
  readonly seq: number;
}

export interface RevisionName {
  readonly id: RecordId;
  readonly number: number;
}

/** What is kept beside a revision, and which one. */
export interface KeptBeside extends Kept {
  readonly number: number;
}

/**
 * The precious store: append-only. When `append` has answered, what was given is on disk (fdatasync done) as a whole.
 * The port stays narrow on purpose: no full text, no facets, no queries into values.
 */
export interface RecordLog {
  /**
   * Writes all entries or none, in one transaction, and gives them as `since` will, each with its salt. `unmoved` names
   * records (or posts) with the last entry about them that the writer has seen (0: none): nothing is written when one of them has moved on.
   * @throws Fault `recordMoved` {recordId, right}, `revisionMoved` when a revision number of a record is already taken,
   * `diskFull`, `logBusy`. An event `erased` takes out of the entries that it names what it says, and what is kept beside
   * them, in the same transaction; @throws Fault `logDamaged` {seq} where an entry would then not be as the event says.
   */
  append(entries: readonly NewEntry[], unmoved?: readonly Unmoved[]): Promise<readonly LogEntry[]>;
  /** The last sequence number, 0 when empty. Cheap: called with every request. */
  head(): Promise<number>;
  /** Entries after `seq`, in order, at most `limit`. */
  since(seq: number, limit: number): Promise<readonly LogEntry[]>;
  /** Newest revision of each record asked for; absent records are absent from the answer. */
  latest(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Revision>>;
  /** Certain revisions, at most one of each record; absent ones are absent from the answer. */
  revisions(wanted: readonly RevisionName[]): Promise<ReadonlyMap<RecordId, Revision>>;
  /** For each record what is kept beside the revision named, or else beside the newest one before it. */
  kept(wanted: readonly RevisionName[]): Promise<ReadonlyMap<RecordId, KeptBeside>>;
  /** All entries of one record or post, in order. */
  history(id: RecordId): Promise<readonly LogEntry[]>;
  /** For each key (written `scheme:value`) the record it leads to; the newest entry wins. */
  findByKeys(keys: readonly RecordKey[]): Promise<ReadonlyMap<string, RecordId>>;
  /** Every entry from which something was erased, as the last event that says so names it. */
  erased(): Promise<readonly ErasedEntry[]>;
  /** Intakes, newest first; of one file only, when its digest is given. */
  intakes(limit: number, sha256?: string): Promise<readonly Intake[]>;
  /** Reads every entry again and checks digests, numbering and order. */
  verify(onProgress: (done: number, all: number) => void): Promise<LogReport>;
  /**
   * Tells when other nodes may have written, where the store can tell; whoever follows the log looks now and then all the
   * same. Gives what ends it.
   */
  watch?(onNews: () => void): () => Promise<void>;
  close(): Promise<void>;
}

/** What the index is given of one record, per audience. */
export interface IndexDocument {
  readonly recordId: RecordId;
  readonly register: string;
  /** Title counts more than summary, summary more than body. Several languages each. */
  readonly title: readonly Words[];
  readonly summary: readonly Words[];
  readonly body: readonly Words[];
  readonly facets: FacetValues;
  /** Start year, for sorting; absent when unknown. */
  readonly year?: number;
  /** Sequence number of the entry that last changed the record: newest first sorts by it. */
  readonly changed: number;
}

export type SortOrder = 'best' | 'newest' | 'year' | 'oldest';

/** A search as a person means it: words as typed, and for each facet the values of which one must hold. */
export interface IndexQuery {
  /** As typed: words, "a phrase", -without. Empty means everything. */
  readonly words: string;
  /** Language of the interface: decides how words are cut when they could be of several languages. */
  readonly lang: string;
  readonly filters: Partial<Record<FacetName, readonly string[]>>;
  /** `newest` and `changes` go by the entry that last changed the record, the latest or the earliest first. */
  readonly sort: SortOrder | 'changes';
  readonly offset: number;
  readonly limit: number;
  /** Facets to count. Each is counted with all filters but its own, so that a reader sees what one more choice would give. */
  readonly count: readonly FacetName[];
  /** At most so many values of a facet, the highest counts; all where nothing is said. */
  readonly most?: Partial<Record<FacetName, number>>;
  /** Only hits that last changed after and before these entries are given; totals and counts are of all. */
  readonly changed?: { readonly after?: number; readonly before?: number };
  /** The last word is still being typed: it matches by its beginning. */
  readonly typing?: boolean;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface IndexAnswer {
  readonly total: number;
  readonly hits: readonly { readonly recordId: RecordId; readonly score: number }[];
  /** Exact counts, highest first, then by value; zero counts left out. */
  readonly facets: Partial<Record<FacetName, readonly FacetCount[]>>;
  /** The word forms that matched, as stems, for marking them in texts. */
  readonly terms: readonly string[];
}

/** One word of a problem, with the ways in which records may say it: as it was typed, or in another language. */
export interface WeighedWord {
  /** What the word counts for. */
  readonly weight: number;
  /** A record that says it in several ways counts the best of them. */
  readonly ways: readonly Way[];
}

/** Records that say something of what the words say: any of them may be missing. */
export interface LikeQuery {
  /** At most `mostLikeWords`; later ones are not looked at. */
  readonly words: readonly WeighedWord[];
  /** What counts beside the words in the records that say most of these; none has to be there. */
  readonly related?: readonly WeighedWord[];
  readonly filters: Partial<Record<FacetName, readonly string[]>>;
  /** Only records with texts in one of these languages; any where none is named. */
  readonly written?: readonly string[];
  readonly limit: number;
}

export const mostLikeWords = 32;

export interface LikeAnswer {
  /** Records that pass the filters and have any of the words. */
  readonly total: number;
  /** How many records of any language there are with texts in each of the seven, where there are any. */
  readonly written: readonly FacetCount[];
  readonly hits: readonly {
    readonly recordId: RecordId;
    readonly score: number;
    /** Places of the words that the record has. */
    readonly words: readonly number[];
  }[];
}

/** The projection that can be thrown away: full text, facet columns, counts. */
export interface SearchIndex {
  /** Sequence number up to which the log is in the index. */
  position(): number;
  /** Takes in documents (replacing older ones of the same record) and removals, then stands at `seq`. */
  apply(changes: readonly IndexChange[], seq: number): void;
  search(query: IndexQuery): IndexAnswer;
  /** Records with any of the words, best first; filters before ranking. */
  like(query: LikeQuery): LikeAnswer;
  /** In how many records a word with these stems stands; never less than there are, a few more where some are dead. */
  spread(terms: readonly string[]): number;
  /** Word forms in the index that begin with `prefix` (folded), most frequent first. */
  complete(prefix: string, limit: number): readonly string[];
  size(): { readonly records: number; readonly terms: number; readonly bytes: number };
  /** Writes a snapshot, atomically; a crash in between leaves the older one. */
  save(): Promise<void>;
  close(): Promise<void>;
}

export type IndexChange =
  | { readonly put: IndexDocument }
  | { readonly remove: { readonly recordId: RecordId; readonly register: string } };
