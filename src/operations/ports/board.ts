import type { RecordId } from '../../kernel/ids.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { Post } from '../../lifecycle/post.ts';
import type { RecordState, Reservation } from '../../lifecycle/state.ts';
import type { AskedAndOffered, RequestFacts } from './asked-and-offered.ts';
import type { RoomTraits } from './room.ts';
import type { TrackedFacts, Tracking } from './tracking.ts';

/** What the board knows of the values of a revision. */
export interface BoardTraits {
  readonly title: LangText;
  /** Countries that share or use (alpha-2). */
  readonly countries: readonly string[];
  /** Sector categories. */
  readonly sectors: readonly string[];
  /** What follow-up needs of it, where its register plays a part there. */
  readonly tracked?: TrackedFacts;
  /** The consultation that it is, or belongs to. */
  readonly room?: RoomTraits;
  /** Of a need, an offer, a call, a match or an adoption. */
  readonly request?: RequestFacts;
}

/** What the board knows of one record; its traits are those of the revision in force, or of the draft where nothing is. */
export interface BoardRecord extends BoardTraits {
  readonly recordId: RecordId;
  readonly register: string;
  /** Traits of a newer draft beside what is in force: its own side's alone. */
  readonly drafted?: BoardTraits;
  readonly state: RecordState;
  /** Sequence number of the last entry about the record: whoever acts says which one was seen. */
  readonly seq: number;
  /** Instant of that entry: since when drafts, pairs and duplicates wait. */
  readonly at: string;
  /** Sequence number of the entry that last changed what everybody reads: newest first sorts by it. */
  readonly changed: number;
  /** The entry that last changed anything that everybody may know of the record; absent as long as nobody outside did. */
  readonly told?: Told;
}

/** When everybody last learned something: number and instant of the entry of the log. */
export interface Told {
  readonly seq: number;
  readonly at: string;
}

/** Records of which everybody knows, or once did, in the order in which something was last told of them. */
export interface ToldQuery {
  /** From this second on, and until the end of that one: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly from?: string;
  readonly until?: string;
  /** Only what comes after this one in the order. */
  readonly after?: Told;
  /** By register, country that shares or uses, language of the title; `any` for all that have one. */
  readonly register?: string;
  readonly country?: string;
  readonly language?: string;
  readonly limit: number;
}

/** Why a record waits for somebody. The order is that of the workspace. */
export const taskKinds = [
  'toReview',
  'toConfirm',
  'positionWanted',
  'disputed',
  'returned',
  'draft',
  'pair',
  'duplicate',
  'due',
  'observed',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What presses: all but records that fall due by and by, and what third parties say of a country. */
export const pressingKinds: readonly TaskKind[] = taskKinds.filter(
  (kind) => kind !== 'due' && kind !== 'observed',
);

/** Something that waits for a post. */
export interface Task {
  readonly kind: TaskKind;
  readonly record: BoardRecord;
  /** The country whose word is wanted. */
  readonly country?: string;
  /** Instant since when it waits. */
  readonly since: string;
  /** Day until when it should be done. For `due`: from when on the record wants confirming. */
  readonly dueOn?: string;
}

export interface TaskQuery {
  readonly post: Post;
  readonly kinds?: readonly TaskKind[];
  /** Of tasks that fall due later than this day nothing is said (only `due` ones are). */
  readonly dueBefore: string;
  readonly offset: number;
  readonly limit: number;
}

/** How a country keeps its records. */
export interface CountryCare {
  readonly country: string;
  /** Released records whose word the country's is. */
  readonly records: number;
  readonly fresh: number;
  readonly due: number;
  readonly stale: number;
  /** Requests of other countries without an answer, and how many of them have waited too long. */
  readonly asked: number;
  readonly silent: number;
  /** Day on which the oldest of these requests was made; absent where there are none. */
  readonly askedOn?: string;
  /** Its records that another country disputes. */
  readonly disputed: number;
}

/** What changed: written with the sequence number up to which the log is then known. */
export interface BoardChanges {
  readonly records: readonly BoardRecord[];
  readonly posts: readonly Post[];
  /** All reservations on labels and words that stand now, where they changed. */
  readonly reservations?: readonly Reservation[];
  /** Something was erased: what the records said before is not to be found in any file afterwards. */
  readonly erases?: true;
}

/**
 * Where every record stands and what waits for whom: a projection of the log that can be thrown away, on the node's own
 * disk. Answers at once: what it needs lies in memory or is looked up by an index.
 */
export interface Board {
  position(): number;
  /**
   * Whether most of a log lies ahead: until `false` is said, writing is fast and questions about tasks and what was told
   * are slow. A board that was left so is as it should be when it is opened again.
   */
  expectMuch(much: boolean): void;
  /** Takes in changes, all or none, then stands at `seq`. */
  apply(changes: BoardChanges, seq: number): void;
  /** Absent records are absent from the answer. As long as a record stays as it is, it is mostly the same object. */
  records(ids: readonly RecordId[]): ReadonlyMap<RecordId, BoardRecord>;
  posts(): ReadonlyMap<string, Post>;
  reservations(): readonly Reservation[];
  /** What waits for a post, by due date (none last), then by how long it has waited; and how many there are in all, by kind. */
  tasks(query: TaskQuery): {
    readonly tasks: readonly Task[];
    readonly counts: Readonly<Partial<Record<TaskKind, number>>>;
  };
  /** Records that the post sent on or released, last touched first. */
  sentBy(post: Post, limit: number): readonly BoardRecord[];
  /** By instant (to the second), then by number. What was withdrawn or archived is among them, what was never released is not. */
  told(query: ToldQuery): readonly BoardRecord[];
  /** Between which seconds lie the instants of all that `told` gives; absent where nothing was told yet. */
  toldSpan(): { readonly first: string; readonly last: string } | undefined;
  /** Every country that keeps a record or was asked for its word. */
  care(today: string): readonly CountryCare[];
  /** The same of one country; all together take a hundred times as long. */
  careOf(country: string, today: string): CountryCare | undefined;
  /** Every consultation, whoever may see it: policy decides who hears of which. */
  rooms(): readonly BoardRecord[];
  /** Instruments, measures and what was said of them, as everybody may see it. */
  readonly tracking: Tracking;
  /** Needs, offers, calls and adoptions, as everybody may see them. */
  readonly requests: AskedAndOffered;
  close(): void;
}
