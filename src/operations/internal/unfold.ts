import type { RecordId } from '../../kernel/ids.ts';
import type { RecordEvent } from '../../lifecycle/event.ts';
import { afterEvent, afterRevision, reservationsAfter } from '../../lifecycle/fold-state.ts';
import { afterPostEvent, type Post, type PostEvent } from '../../lifecycle/post.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { type Reservation, unborn } from '../../lifecycle/state.ts';
import { publicView, visibleEvent } from '../../policy/viewer.ts';
import { findRegister } from '../../registers/all-registers.ts';
import type { Digest } from '../../registers/digest.ts';
import type { Board, BoardChanges, BoardRecord } from '../ports/board.ts';
import type { LogEntry } from '../ports.ts';
import { boardRecord, placeholder, promoted, publicDigest } from './board-record.ts';

/** What a run of entries makes of the records and posts that they speak of. */
export interface Unfolded {
  readonly changes: BoardChanges;
  /** Digests of the revisions that passed by, as everybody may find them, by `revisionName`. */
  readonly digests: ReadonlyMap<string, Digest>;
  /** Records of which anything was said that everybody may know, whether the board knew it already or not. */
  readonly touched: ReadonlyMap<RecordId, BoardRecord>;
}

/** How a revision is named among those that passed by. */
export function revisionName(id: RecordId, number: number): string {
  return `${id} ${number}`;
}

/** Folds entries onto what the board knows. What the board has taken in already is not folded again. */
export function unfold(board: Board, entries: readonly LogEntry[]): Unfolded {
  const run = new Run(board, idsIn(entries));
  for (const entry of entries) run.take(entry);
  return run.end();
}

class Run {
  readonly #board: Board;
  readonly #records: Map<RecordId, BoardRecord>;
  readonly #posts = new Map<string, Post>();
  readonly #digests = new Map<string, Digest>();
  readonly #changed = new Set<RecordId>();
  readonly #touched = new Set<RecordId>();
  #reservations: readonly Reservation[] | undefined;
  #erases = false;

  constructor(board: Board, ids: readonly RecordId[]) {
    this.#board = board;
    this.#records = new Map(board.records(ids));
  }

  take(entry: LogEntry): void {
    this.#touch(entry);
    if (entry.kind === 'revision') this.#revision(entry.revision, entry.seq);
    else if (entry.seq <= this.#board.position()) return;
    else if (entry.kind === 'post') this.#post(entry.event, entry.seq);
    else if (entry.kind === 'event') this.#event(entry.event, entry.seq);
  }

  /** Of what the board knows already it cannot be said any more what everybody saw before. */
  #touch(entry: LogEntry): void {
    const id = idIn(entry);
    if (id === undefined) return;
    if (entry.seq <= this.#board.position() || !isInside(entry, this.#records.get(id))) this.#touched.add(id);
  }

  #revision(revision: Revision, seq: number): void {
    const { recordId, number } = revision;
    const digest = publicDigest(revision);
    if (digest === undefined) return;
    this.#digests.set(revisionName(recordId, number), digest);
    if (seq <= this.#board.position()) return;
    const known = this.#records.get(recordId);
    this.#keep(boardRecord(revision, afterRevision(known?.state ?? unborn, revision), seq, known, digest));
  }

  #event(event: RecordEvent, seq: number): void {
    if (event.register === 'vocabulary') {
      if (event.type !== 'reserved' && event.type !== 'reservationLifted') return;
      this.#reservations = reservationsAfter(this.#reservations ?? this.#board.reservations(), event);
      return;
    }
    const known = this.#records.get(event.recordId) ?? placeholder(event);
    const state = afterEvent(known.state, event);
    const news = state.inForce !== known.state.inForce || state.withdrawn !== known.state.withdrawn;
    const traits = event.type === 'released' || event.type === 'shared' ? promoted(known) : known;
    const { at } = event;
    if (event.type === 'erased') this.#erases = true;
    const told = state.inForce !== undefined && isToldEverybody(event) ? { told: { seq, at } } : {};
    this.#keep({ ...traits, state, seq, changed: news ? seq : known.changed, at, ...told });
  }

  #post(event: PostEvent, seq: number): void {
    const { postId } = event;
    const post = afterPostEvent(this.#posts.get(postId) ?? this.#board.posts().get(postId), event);
    if (post !== undefined) this.#posts.set(postId, { ...post, seq });
  }

  #keep(record: BoardRecord): void {
    this.#records.set(record.recordId, record);
    this.#changed.add(record.recordId);
  }

  end(): Unfolded {
    return {
      changes: {
        records: [...this.#changed].flatMap((id) => this.#records.get(id) ?? []),
        posts: [...this.#posts.values()],
        ...(this.#reservations === undefined ? {} : { reservations: this.#reservations }),
        ...(this.#erases ? { erases: true } : {}),
      },
      digests: this.#digests,
      touched: new Map([...this.#records].filter(([id]) => this.#touched.has(id))),
    };
  }
}

/** Work on a draft within a country: of it nobody else sees anything, neither on pages nor in searches. */
function isInside(entry: LogEntry, known: BoardRecord | undefined): boolean {
  if (entry.kind === 'event') {
    const register = findRegister(entry.event.register);
    return register !== undefined && visibleEvent(register, entry.event, publicView) === undefined;
  }
  if (entry.kind !== 'revision' || entry.revision.origin.standing !== 'party') return false;
  // The first draft of what third parties observe makes a country the owner.
  return known?.state.inForce === undefined || known.state.owner !== undefined;
}

/** Questions within the house, still to be decided by a person: of them nobody outside learns anything. */
const stillOpen: ReadonlySet<RecordEvent['type']> = new Set([
  'duplicateProposed',
  'duplicateDecided',
  'merged',
  'pairProposed',
]);

function isToldEverybody(event: RecordEvent): boolean {
  const register = findRegister(event.register);
  if (register === undefined || stillOpen.has(event.type)) return false;
  return visibleEvent(register, event, publicView) !== undefined;
}

function idsIn(entries: readonly LogEntry[]): readonly RecordId[] {
  return [...new Set(entries.flatMap((entry) => idIn(entry) ?? []))];
}

function idIn(entry: LogEntry): RecordId | undefined {
  if (entry.kind === 'revision') return entry.revision.recordId;
  return entry.kind === 'event' ? entry.event.recordId : undefined;
}
