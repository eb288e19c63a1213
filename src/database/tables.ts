/** What a column holds. */
export type Cell = string | number | null | Uint8Array;
export type TableRow = Readonly<Record<string, unknown>>;

/**
 * SQL that SQLite and PostgreSQL both speak. Places are `?`, or `?1`, `?2` … where one is used more than once; a place
 * whose type nothing tells is written `CAST(? AS TEXT)`. Whole numbers come back as numbers, bytes as `Uint8Array`.
 */
export interface Statements {
  all(sql: string, ...values: readonly Cell[]): Promise<readonly TableRow[]>;
  one(sql: string, ...values: readonly Cell[]): Promise<TableRow | undefined>;
  /** Gives how many rows were written, changed or removed. */
  run(sql: string, ...values: readonly Cell[]): Promise<number>;
}

/** Questions that all see the tables as they are at one moment. */
export interface Looking extends Pick<Statements, 'all' | 'one'> {
  /** The rows of an answer one after the other, in memory a few at a time only; to be gone through before the moment is over. */
  each(sql: string): AsyncIterable<TableRow>;
}

/** The mutable tables of one room: a file of this node, or a part of the database that all nodes share. */
export interface Tables extends Statements {
  /** Whether other nodes work in the same tables. */
  readonly shared: boolean;
  /**
   * All of the work or nothing of it, and one work at a time, whichever node does it. Within it only what it is given may
   * be asked.
   */
  together<Answer>(work: (statements: Statements) => Promise<Answer>): Promise<Answer>;
  /** Questions that all see the tables as they were at one moment, whoever writes meanwhile. */
  atOneMoment<Answer>(look: (looking: Looking) => Promise<Answer>): Promise<Answer>;
  /** After rows were put in with numbers of their own: new ones go on after them. */
  goOnNumbering(table: string, column: string): Promise<void>;
  /** After something was erased: writes the tables anew without its bytes. @throws Fault `logBusy` while somebody else reads. */
  scrub(): Promise<void>;
  /** A second call does nothing. */
  close(): Promise<void>;
}

/** How the tables of one room come to be. */
export interface TablesPart {
  readonly name: string;
  /** Says in the header of a file that it is ours: four letters. */
  readonly applicationId: number;
  /** Every change of the schema of a file, in order; only ever added to. */
  readonly migrations: readonly string[];
  /** The same for PostgreSQL, in the words of SQLite. */
  readonly shared: readonly string[];
  /** Tables of the newest version. */
  readonly tables: readonly string[];
  /** Tables that number their rows, with the column. */
  readonly numbered?: Readonly<Record<string, string>>;
  /** What a file is called that is not ours or cannot be read. */
  readonly damaged: 'notAFile' | 'logDamaged';
}
