import type { InterfaceLanguage } from '../../kernel/language-tag.ts';

/** A mail ready to leave. */
export interface Letter {
  /** Names the letter for ever: a second one with this key is not taken, so that nothing is sent twice. */
  readonly key: string;
  /** Address of the mailbox. */
  readonly to: string;
  readonly language: InterfaceLanguage;
  readonly subject: string;
  readonly text: string;
  /** A whole document, in the direction of its language. */
  readonly html: string;
  /** Address that ends this kind of mail with one click (RFC 8058). */
  readonly unsubscribe?: string;
}

/** Where a letter stands. `uncertain`: the line broke while the other side may already have had it; never sent again by itself. */
export type LetterStanding = 'waiting' | 'sent' | 'uncertain' | 'given up';

export interface LetterAccount {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly standing: LetterStanding;
  readonly attempts: number;
  /** Instants, ISO 8601 UTC. */
  readonly queuedAt: string;
  readonly sentAt?: string;
  readonly nextTryAt?: string;
  /** What the mail server said last. */
  readonly problem?: string;
}

/** What one round of sending did. */
export interface Delivery {
  readonly sent: number;
  readonly failed: number;
  readonly waiting: number;
}

/** Mail on its way out: kept on disk until it has left, tried again with growing pauses. */
export interface Outbox {
  /** Takes the letters whose keys are new, on disk when it answers; gives how many they were. */
  enqueue(letters: readonly Letter[], at: string): Promise<number>;
  /** Sends what is due at the instant given. Overlapping calls share one round. */
  deliver(now: string): Promise<Delivery>;
  /** Newest first. */
  accounts(limit: number): Promise<readonly LetterAccount[]>;
  close(): Promise<void>;
}
