import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Profile } from '../../requests/interests.ts';

/** What somebody asked to hear of by mail. Personal data: lives with the accounts, and is gone when it is ended. */
export interface Interest {
  readonly id: string;
  readonly email: string;
  /** In which the letters are written. */
  readonly language: InterfaceLanguage;
  readonly profile: Profile;
  /** Words of a search besides; empty for none. */
  readonly words: string;
  /** Number of the entry of the log up to which the person was told. */
  readonly told: number;
}

export interface Interests {
  /**
   * Kept for a week unless it is confirmed. @returns the id.
   * @throws Fault `invalid` for an address that is none, `tooManyAttempts` when one address is asked for again and again.
   */
  add(interest: Omit<Interest, 'id'>): Promise<string>;
  /** Whoever reads the mailbox wants it. @throws Fault `linkExpired` for one that is gone. */
  confirm(id: string): Promise<void>;
  /** Gone, with the address. A second call does nothing. */
  end(id: string): Promise<void>;
  /** All that were confirmed. */
  confirmed(): Promise<readonly Interest[]>;
  told(ids: readonly string[], seq: number): Promise<void>;
}
