import type { FacetValues } from '../../fields/facet.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Profile } from '../../requests/interests.ts';

/** A mailbox, or a post: letters then go to whoever holds it on their day. */
export type Listener = { readonly email: string } | { readonly post: string };

/** What somebody asked to hear of by mail. Personal data: lives with the accounts, and is gone when it is ended. */
export interface Interest {
  readonly id: string;
  readonly to: Listener;
  /** In which it was asked for: words are looked for in it, and letters to a mailbox are written in it. */
  readonly language: InterfaceLanguage;
  readonly profile: Profile;
  /** Words of a search besides; empty for none. */
  readonly words: string;
  /** What else the search was narrowed by. */
  readonly filters: FacetValues;
  /** Number of the entry of the log up to which the person was told. */
  readonly told: number;
  /** Records that a letter has named already, as long as they can be told of. */
  readonly named: readonly string[];
}

export interface Interests {
  /**
   * Kept for a week unless it is confirmed; for a post, at once and for good. @returns the id.
   * @throws Fault `invalid` for an address that is none, `tooManyAttempts` when one address is asked for again and again,
   * `tooManyInterests` for a post that has as many as it may have.
   */
  add(interest: Omit<Interest, 'id' | 'named'>): Promise<string>;
  /** Whoever reads the mailbox wants it. @throws Fault `linkExpired` for one that is gone. */
  confirm(id: string): Promise<void>;
  /** Something else is to be heard of from now on; what was told stays told. Nothing for one that is gone. */
  change(id: string, wanted: Pick<Interest, 'language' | 'profile' | 'words' | 'filters'>): Promise<void>;
  /** Gone, with the address. A second call does nothing. */
  end(id: string): Promise<void>;
  /** All that were confirmed. */
  confirmed(): Promise<readonly Interest[]>;
  /** A letter told of everything up to an entry; `named` takes the place of what stood there. */
  told(id: string, seq: number, named: readonly string[]): Promise<void>;
}
