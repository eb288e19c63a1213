import type { LangText } from '../../kernel/lang-text.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { Letter } from './outbox.ts';

/** A letter in words, still without a mailbox. */
export type Worded = Pick<Letter, 'subject' | 'text' | 'html'>;

/** What every letter about a post says. */
export interface OfPost {
  /** Address of the node's first page. */
  readonly site: string;
  readonly post: LangText;
}

/** Words of the letters that go out with an act, in the reader's language: verbs know what is told, not how it is said. */
export interface LetterWords {
  invitation(lang: InterfaceLanguage, about: InvitationFacts): Worded;
  handOver(lang: InterfaceLanguage, about: HandOverFacts): Worded;
  interest(lang: InterfaceLanguage, about: InterestFacts): Worded;
  factorReset(lang: InterfaceLanguage, about: FactorResetFacts): Worded;
}

/** Somebody asked in the name of a mailbox to hear of needs and offers. */
export interface InterestFacts {
  readonly site: string;
  /** Address with the secret. */
  readonly address: string;
  readonly goodForDays: number;
}

export interface InvitationFacts extends OfPost {
  /** The post that invites. */
  readonly inviter: LangText;
  /** Who acts for it, where that person agreed that the name is shown. */
  readonly person?: string;
  readonly deputy: boolean;
  /** Address with the secret. */
  readonly address: string;
  readonly goodForDays: number;
  /** The last of these days, YYYY-MM-DD. */
  readonly until: string;
}

export interface HandOverFacts extends OfPost {
  readonly reader: 'newHolder' | 'formerHolder';
  /** First day of the one and last day of the other, YYYY-MM-DD. */
  readonly from: string;
  readonly lastDay: string;
  /** How many things wait for the post. */
  readonly waiting: number;
  readonly workspace: string;
}

export interface FactorResetFacts extends OfPost {
  /** The post that reset the second factor, or the node's name where its owner did. */
  readonly by: LangText | string;
  readonly reason: string;
  /** Address of the page to sign in. */
  readonly address: string;
}
