import type { RecordId } from '../../kernel/ids.ts';

/** That a result answered a problem, or did not. Says nothing of who asked: neither name nor address nor text. */
export interface UseVerdict {
  readonly record: RecordId;
  readonly useful: boolean;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Words of the problem that records have, so that nothing but what everybody can read is kept. */
  readonly words: readonly string[];
}

/** Keeps what readers said of results: so that weights can be judged by it one day. */
export interface Usefulness {
  /** False where so much has come in on that day that nothing more is kept. */
  keep(verdict: UseVerdict): Promise<boolean>;
  /** What was said of a record. */
  of(record: RecordId): Promise<{ readonly useful: number; readonly notUseful: number }>;
}
