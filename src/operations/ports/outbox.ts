import type { InterfaceLanguage } from '../../kernel/language-tag.ts';

/** A mail ready to leave. */
export interface Letter {
  /**
   * Names the letter for ever: a second one with this key is not taken, so that nothing is sent twice. It outlives the
   * letter and stands in file names: an id or a date belongs in it, no person's name or address.
   */
  readonly key: string;
  /** Address of one mailbox. */
  readonly to: string;
  readonly language: InterfaceLanguage;
  readonly subject: string;
  readonly text: string;
  /** A whole document, in the direction of its language. */
  readonly html: string;
  /** Address that ends this kind of mail with one click (RFC 8058). */
  readonly unsubscribe?: string;
  /** Instant, ISO 8601 UTC, after which the letter is of no use, such as a sign-in link: then it is given up unsent. */
  readonly goodUntil?: string;
}

/**
 * Where a letter stands. `uncertain`: it was handed over and no answer has come. For a moment every letter stands
 * there; one that stays is where the line or the program broke while the other side may already have had it. Such a
 * letter is never sent again by itself. `withdrawn`: what it was about was taken back before it had left, and so it never does.
 */
export type LetterStanding = 'waiting' | 'sent' | 'uncertain' | 'given up' | 'withdrawn';

export interface LetterAccount {
  readonly key: string;
  /** Empty once the mailbox was forgotten. */
  readonly to: string;
  readonly subject: string;
  readonly standing: LetterStanding;
  readonly attempts: number;
  /** Whether a person may let it leave after all: its words are still there. */
  readonly mayLeaveAgain: boolean;
  /** Instants, ISO 8601 UTC. */
  readonly queuedAt: string;
  readonly sentAt?: string;
  readonly nextTryAt?: string;
  /** Why the last try failed: the words of the mail server, or of the machine where there was no server to speak. */
  readonly problem?: string;
}

/** What one round of sending did. */
export interface Delivery {
  readonly sent: number;
  /** Tries that did not succeed: to be tried again, given up, or uncertain. */
  readonly failed: number;
  /** Letters that wait for a later round. */
  readonly waiting: number;
}

/** Mail on its way out: kept on disk until it has left, tried again with growing pauses. */
export interface Outbox {
  /** Whether no mail server is asked: what counts as sent lies in a folder until somebody passes it on. */
  readonly intoFiles: boolean;
  /**
   * Takes the letters whose keys are new, on disk when it answers; gives how many they were.
   * @throws Fault `invalid` for an `unsubscribe` that is no address, and then takes none.
   */
  enqueue(letters: readonly Letter[], at: string): Promise<number>;
  /** Sends what is due at the instant given, the newest first. Overlapping calls share one round. */
  deliver(now: string): Promise<Delivery>;
  /** A person decided that an uncertain or given-up letter goes out, and that it may arrive twice. False for any other letter. */
  sendAgain(key: string, at: string): Promise<boolean>;
  /**
   * A letter is not to leave any more: one that has not left never does, also where a round has just taken it up; one that
   * nobody has queued yet is not taken under this key. One that has left, or perhaps has, stands as it stood and is not
   * sent again.
   */
  withdraw(key: string, at: string): Promise<void>;
  /** Erases a mailbox and the letters to it, for a person who is erased. Keys stay; what waited is given up. */
  forget(to: string): Promise<void>;
  /** When the last letter was queued whose key begins so. */
  lastQueued(keyStart: string): Promise<string | undefined>;
  /** Newest first. */
  accounts(limit: number): Promise<readonly LetterAccount[]>;
  /** Ends after the letter that is on its way. */
  close(): Promise<void>;
}
