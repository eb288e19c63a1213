import type { RecordId } from '../kernel/ids.ts';

interface EventBase {
  readonly recordId: RecordId;
  readonly register: string;
  readonly post: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly reason?: string;
}

/** A revision was put in force: from now on it is what the public sees. */
export interface Released extends EventBase {
  readonly type: 'released';
  readonly number: number;
}

/** The record is no longer shown as valid; its address stays and says why. */
export interface Withdrawn extends EventBase {
  readonly type: 'withdrawn';
}

/** Two records may be the same initiative: `recordId` and `other`, with what speaks for it. */
export interface DuplicateProposed extends EventBase {
  readonly type: 'duplicateProposed';
  readonly other: RecordId;
  readonly because: readonly string[];
}

/** A person decided whether two records are the same; kept, so that the question is never asked again. */
export interface DuplicateDecided extends EventBase {
  readonly type: 'duplicateDecided';
  readonly other: RecordId;
  readonly same: boolean;
}

/** A source key that came with another record's row now leads to this record. */
export interface Merged extends EventBase {
  readonly type: 'merged';
  readonly scheme: string;
  readonly value: string;
}

export type RecordEvent = Released | Withdrawn | DuplicateProposed | DuplicateDecided | Merged;
export type EventType = RecordEvent['type'];
