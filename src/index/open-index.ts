import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { fold } from '../language/fold.ts';
import type {
  IndexAnswer,
  IndexChange,
  IndexQuery,
  LikeAnswer,
  LikeQuery,
  SearchIndex,
} from '../operations/ports.ts';
import { Compaction } from './internal/compaction.ts';
import { Contents } from './internal/contents.ts';
import { contentsOf, piecesOf } from './internal/contents-pieces.ts';
import { like, spread } from './internal/like.ts';
import { search } from './internal/search.ts';
import { readSnapshot, writeSnapshot } from './internal/snapshot-file.ts';
import { stampOfThisProgram } from './internal/stamp.ts';

export interface IndexPlace {
  /** Where snapshots lie, made if need be; without it the index lives in memory alone. */
  readonly folder?: string;
  /** Names the index in the folder, one for each audience: letters, digits and hyphens. */
  readonly name: string;
  /** By what rules records become documents: a snapshot made under others is not used. */
  readonly rules?: string;
}

/** Dead documents are cleared away when there are more than this share of all, and more than the least. */
const deadShare = 0.25;
const deadLeast = 32;

/**
 * Milliseconds spent on clearing away with each `apply` while it is under way: more when many changes come at once,
 * since all that come meanwhile have to be done twice.
 */
const leastSlice = 25;
const slicePerChange = 0.5;

/**
 * Opens the index as its last whole snapshot left it. Where there is none that this program can use (absent,
 * damaged, cut off, made under other rules) the index is empty and stands at 0: the caller feeds it from the log.
 */
export async function openIndex({ folder, name, rules = '' }: IndexPlace): Promise<SearchIndex> {
  keepPassingRecordsYoung();
  if (folder === undefined) return new MemoryIndex(new Contents(), 0, undefined);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.index`);
  const place = { path, stamp: stampOfThisProgram(rules) };
  const snapshot = await readSnapshot(path, place.stamp);
  return snapshot === undefined
    ? new MemoryIndex(new Contents(), 0, place)
    : new MemoryIndex(contentsOf(snapshot.pieces), snapshot.position, place);
}

/**
 * Records pass by an index and are gone. V8 sees the first of them while its heap is small, takes what is made like them
 * for things that stay, and puts them where it seldom looks: at 1,000,000 records several 100 MB of what nobody needs.
 */
function keepPassingRecordsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/** Where snapshots lie, and the stamp they bear. */
interface SnapshotPlace {
  readonly path: string;
  readonly stamp: string;
}

class MemoryIndex implements SearchIndex {
  #contents: Contents;
  #position: number;
  readonly #place: SnapshotPlace | undefined;
  #clearing: Compaction | undefined;
  /** Snapshots are written one after the other. */
  #saving: Promise<void> = Promise.resolve();

  constructor(contents: Contents, position: number, place: SnapshotPlace | undefined) {
    this.#contents = contents;
    this.#position = position;
    this.#place = place;
  }

  position(): number {
    return this.#position;
  }

  apply(changes: readonly IndexChange[], seq: number): void {
    this.#contents.apply(changes);
    this.#position = seq;
    this.#clearDead(changes);
  }

  /** A slice of clearing away; so a search never waits for all of it. */
  #clearDead(changes: readonly IndexChange[]): void {
    const { dead, size } = this.#contents.documents;
    if (this.#clearing !== undefined) this.#clearing.note(changes);
    else if (dead > deadLeast && dead > size * deadShare) this.#clearing = new Compaction(this.#contents);
    else return;
    const slice = leastSlice + changes.length * slicePerChange;
    const cleared = this.#clearing.workUntil(performance.now() + slice);
    if (cleared === undefined) return;
    this.#contents = cleared;
    this.#clearing = undefined;
  }

  search(query: IndexQuery): IndexAnswer {
    return search(this.#contents, query);
  }

  like(query: LikeQuery): LikeAnswer {
    return like(this.#contents, query);
  }

  spread(terms: readonly string[]): number {
    return spread(this.#contents, terms);
  }

  complete(prefix: string, limit: number): readonly string[] {
    return this.#contents.frequentSurfaces(fold(prefix), limit);
  }

  size(): { readonly records: number; readonly terms: number; readonly bytes: number } {
    const { documents, lexicon, bytes } = this.#contents;
    return { records: documents.living, terms: lexicon.terms.length, bytes };
  }

  save(): Promise<void> {
    if (this.#place === undefined) return Promise.resolve();
    const { path, stamp } = this.#place;
    const position = this.#position;
    // Begun now, whatever is still being written: it is to hold what the index holds at this moment.
    const begun = piecesOf(this.#contents);
    const saved = this.#saving.then(async () =>
      writeSnapshot(path, { stamp, position, pieces: await begun }),
    );
    this.#saving = saved.catch(() => {});
    return saved;
  }

  async close(): Promise<void> {
    await this.#saving;
  }
}
