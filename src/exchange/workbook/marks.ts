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

/** What is written over a cell: the number of a record, or of its revision. */
export interface NameMark extends Spot {
  readonly value: string | number;
}

/** Everything that is said of a file, to be written into it. */
export interface Marks {
  /** Headers of the two columns. */
  readonly verdict: string;
  readonly reasons: string;
  readonly rows: readonly RowMark[];
  readonly cells: readonly CellMark[];
  /** Numbers of the records that rows have become, so that the file can be sent again as a list of them. */
  readonly names: readonly NameMark[];
}
