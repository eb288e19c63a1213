import type { RecordId } from '../../kernel/ids.ts';
import type { Candidate } from '../../matching/candidate.ts';
import type { SearchIndex } from '../ports.ts';

/** What a record is, for those who rank it. */
export type Held = Omit<Candidate, 'score' | 'words' | 'meaning'> & {
  /** Other than before once anything of it has changed. */
  readonly version: string;
};

/** Vectors of meaning: texts of any language that say the same lie near each other. */
export interface Meanings {
  readonly dimensions: number;
  /** Of length 1, or of length 0 for a text of which nothing is known. */
  vectorOf(text: string, language: string): Float32Array;
  /** Words of another language for a stem, the likeliest first. */
  translations(
    stem: string,
    from: string,
    to: string,
  ): readonly { readonly stem: string; readonly weight: number }[];
}

/** Records that can be ranked: found by the index, read by id; absent ones are absent from the answer. */
export interface Library {
  readonly index: Pick<SearchIndex, 'like' | 'spread' | 'size'>;
  held(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Held>>;
  readonly meanings?: Meanings;
}
