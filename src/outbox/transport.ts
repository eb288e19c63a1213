/** A letter as it goes over the line or into a file. */
export interface Message {
  /** The letter's key. */
  readonly key: string;
  /** The addresses by which it travels, without names. */
  readonly envelope: { readonly from: string; readonly to: string };
  /** The message of RFC 5322, lines ended by CR LF. The same letter gives the same bytes at any time. */
  readonly bytes: Uint8Array;
  /** The same in plain words, for whoever reads it without a mail program. */
  readonly text: string;
}

/**
 * What became of a hand-over. `words` are those of the server, or of the machine.
 * `later`: the other side surely does not have it; `unreachable` where the trouble is not of this letter.
 * `refused`: and never will. `uncertain`: the other side may have it. `held`: `mayLeave` said no.
 */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly words: string; readonly unreachable: boolean }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'uncertain'; readonly words: string }
  | { readonly kind: 'held' };

/** A way out of the house. */
export interface Transport {
  /** Whether letters stay with this machine as files; absent: they go to their readers. */
  readonly intoFiles?: true;
  /**
   * Hands over one message. A transport where a second hand-over makes a second letter asks `mayLeave` once, right
   * before the first byte from which the other side could come to have it, and hands nothing over when told no.
   */
  send(message: Message, mayLeave: () => Promise<boolean>): Promise<Outcome>;
  /** Takes back the letter of a key where it still holds it; gives whether it did. */
  takeBack?(key: string): Promise<boolean>;
  /** Takes back what it still holds for an address, where it holds anything. */
  forget?(to: string): Promise<void>;
}
