import type { Spot } from '../incoming.ts';

/** What is written beside one row of somebody's table. */
export interface RowMark {
  readonly sheet?: string;
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  readonly verdict: string;
  readonly reasons: string;
  readonly tone: 'good' | 'quiet' | 'bad';
}

/** A cell that is at fault, and why. */
export interface CellMark extends Spot {
  readonly text: string;
}

/** Everything that is said of a file, to be written into it. */
export interface Marks {
  /** Headers of the two columns. */
  readonly verdict: string;
  readonly reasons: string;
  readonly rows: readonly RowMark[];
  readonly cells: readonly CellMark[];
}
