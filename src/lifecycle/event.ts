import type { RecordId } from '../kernel/ids.ts';

interface EventBase {
  readonly recordId: RecordId;
  readonly register: string;
  readonly post: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly reason?: string;
}

/** The record is no longer shown as valid; its address stays and says why. */
export interface Withdrawn extends EventBase {
  readonly type: 'withdrawn';
  /** The record that takes its place, where there is one. */
  readonly into?: RecordId;
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

/** A source's row was recognised as this record: the key under which it came now leads here (written with the event). */
export interface Merged extends EventBase {
  readonly type: 'merged';
  readonly because: readonly string[];
}

export type RecordEvent = Withdrawn | DuplicateProposed | DuplicateDecided | Merged;
export type EventType = RecordEvent['type'];
