import type { Finding } from '../kernel/finding.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { Kept, RecordKey } from '../lifecycle/revision.ts';

/** One row or element as it was read: values still to be checked by the register's fields. */
export interface Incoming {
  readonly register: string;
  /** Our own id, where the file is one of ours. */
  readonly recordId?: RecordId;
  /** The revision that the row was taken from, where the file is one of ours. */
  readonly revision?: number;
  /** It is still as it was written here from that revision: there is nothing new in it. */
  readonly unaltered?: true;
  /** Names under which the source knows this record, best first. Empty where it has none. */
  readonly keys: readonly RecordKey[];
  /** The source gives its identifiers anew from one edition to the next: a record may come back under another one. */
  readonly looseKeys?: true;
  readonly values: Readonly<Record<string, unknown>>;
  /** Where it stands: `line 12`, `row 5`, in words of the format (`messages/` under `place.*` are not needed: these are counted things). */
  readonly place: Place;
  /** How many characters it took in its file, where that can be very many: so many rows are not held together. */
  readonly length?: number;
  /** The row as it came, for the account of what was refused. Called only when needed. */
  raw(): string;
  /** What the reader itself noticed. An `error` keeps the value out, not the row. */
  readonly findings: readonly Finding[];
  /** Who published the source, as it names itself. */
  readonly publisher?: string;
  /** The whole of it, to be kept beside the values: where the reader was asked for it and its format has more than fields hold. */
  readonly kept?: Kept;
  /**
   * Of a row of our own tables: the fields for which it has columns or sheets. Where it speaks of a field and says
   * nothing, somebody has emptied it.
   */
  readonly spoken?: readonly string[];
  /** Of a row of our own tables: where things stand in it. */
  readonly spots?: RowSpots;
}

/** One cell of a table. */
export interface Spot {
  readonly sheet?: string;
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
}

/** Where a record stands in a table: its own row, the rows of its entries, the cell of each value. */
export interface RowSpots {
  readonly row: Omit<Spot, 'column'>;
  /** Each with the cell that names its record. */
  readonly entries: readonly Spot[];
  /** The cell that a path such as `participants.2.country` is about, or `id`, `revision`; undefined where no cell is. */
  of(path: string): Spot | undefined;
}

/** Where something stands in a file. */
export interface Place {
  readonly unit: 'line' | 'row' | 'activity' | 'organisation' | 'element' | 'item';
  /** Counted from 1. */
  readonly number: number;
  /** Line of the file on which it begins, from 1, where that says more than `number`. */
  readonly line?: number;
  readonly sheet?: string;
}

/** A row that could not be read at all. */
export interface Unreadable {
  readonly unreadable: true;
  readonly place: Place;
  raw(): string;
  readonly findings: readonly Finding[];
}

export type ReadItem = Incoming | Unreadable;

/** A file as a reader gets it. */
export interface InputFile {
  /** Name for messages, without folders. */
  readonly name: string;
  /** Size on disk in bytes. */
  readonly size: number;
  /** Where it stands on disk; absent for what came some other way. */
  readonly path?: string;
  /** The bytes as stored, from the start; can be called again. `onBytes` hears how many have been taken. */
  bytes(onBytes?: (taken: number) => void): AsyncIterable<Uint8Array>;
}
