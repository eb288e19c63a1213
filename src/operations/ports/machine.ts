/** When something was last done, up to which entry of the log, and whether all was well. */
export interface LastDone {
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly size: number;
  readonly well: boolean;
}

/** The machine on which the node runs, as far as its keeper asks about it. */
export interface Machine {
  /** Room on the disk of the data folder, in bytes. */
  disk(): Promise<{ readonly free: number; readonly total: number }>;
  /** Undefined where it never was, here. */
  last(what: 'backup' | 'verify'): Promise<LastDone | undefined>;
}
