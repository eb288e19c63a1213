import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fold } from '../language/fold.ts';
import type { IndexAnswer, IndexChange, IndexQuery, SearchIndex } from '../operations/ports.ts';
import { compact } from './internal/compact.ts';
import { Contents } from './internal/contents.ts';
import { contentsOf, piecesOf } from './internal/contents-pieces.ts';
import { search } from './internal/search.ts';
import { readSnapshot, writeSnapshot } from './internal/snapshot-file.ts';
import { stampOfThisProgram } from './internal/stamp.ts';

export interface IndexPlace {
  /** Where snapshots lie, made if need be; without it the index lives in memory alone. */
  readonly folder?: string;
  /** Names the index in the folder, one for each audience: letters, digits and hyphens. */
  readonly name: string;
}

/** Dead documents are cleared away when there are more than this share of all, and more than the least. */
const deadShare = 0.25;
const deadLeast = 32;

/**
 * Opens the index as its last whole snapshot left it. Where there is none that this program can use (absent,
 * damaged, cut off, made under other rules) the index is empty and stands at 0: the caller feeds it from the log.
 */
export async function openIndex({ folder, name }: IndexPlace): Promise<SearchIndex> {
  if (folder === undefined) return new MemoryIndex(new Contents(), 0, undefined);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.index`);
  const snapshot = await readSnapshot(path, stampOfThisProgram());
  return snapshot === undefined
    ? new MemoryIndex(new Contents(), 0, path)
    : new MemoryIndex(contentsOf(snapshot.pieces), snapshot.position, path);
}

class MemoryIndex implements SearchIndex {
  #contents: Contents;
  #position: number;
  readonly #path: string | undefined;
  /** Snapshots are written one after the other. */
  #saving: Promise<void> = Promise.resolve();

  constructor(contents: Contents, position: number, path: string | undefined) {
    this.#contents = contents;
    this.#position = position;
    this.#path = path;
  }

  position(): number {
    return this.#position;
  }

  apply(changes: readonly IndexChange[], seq: number): void {
    for (const change of changes) {
      if ('put' in change) this.#contents.put(change.put);
      else this.#contents.documents.remove(change.remove.recordId);
    }
    const { dead, size } = this.#contents.documents;
    if (dead > deadLeast && dead > size * deadShare) this.#contents = compact(this.#contents);
    this.#position = seq;
  }

  search(query: IndexQuery): IndexAnswer {
    return search(this.#contents, query);
  }

  complete(prefix: string, limit: number): readonly string[] {
    return this.#contents.frequentSurfaces(fold(prefix), limit);
  }

  size(): { readonly records: number; readonly terms: number; readonly bytes: number } {
    const { documents, lexicon, bytes } = this.#contents;
    return { records: documents.living, terms: lexicon.terms.length, bytes };
  }

  save(): Promise<void> {
    const path = this.#path;
    if (path === undefined) return Promise.resolve();
    const snapshot = {
      stamp: stampOfThisProgram(),
      position: this.#position,
      pieces: piecesOf(this.#contents),
    };
    const saved = this.#saving.then(() => writeSnapshot(path, snapshot));
    this.#saving = saved.catch(() => {});
    return saved;
  }

  async close(): Promise<void> {
    await this.#saving;
  }
}
