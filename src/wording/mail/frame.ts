import type { LangText } from '../../kernel/lang-text.ts';

/** A letter in words, ready for its mailbox. `html` is a whole document; `text` says the same. */
export interface WordedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What every letter says of where it comes from. */
export interface Frame {
  /** Address of the node's first page: whoever wonders looks there. */
  readonly site: string;
}

/** A name or title: in its languages, or in words whose language nobody said. */
export type Words = LangText | string;
