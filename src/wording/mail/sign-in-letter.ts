import type { Translate } from '../messages.ts';
import type { Frame, WordedLetter } from './frame.ts';
import { action, paragraph, wordedLetter } from './internal/content.ts';

export interface SignInData extends Frame {
  /** Address with the secret. */
  readonly address: string;
  readonly goodForMinutes: number;
}

/** The link with which somebody signs in whose mailbox it is. */
export function signInLetter(t: Translate, { site, address, goodForMinutes }: SignInData): WordedLetter {
  return wordedLetter(t, site, t('mail.signIn.subject', { site: t('site.name') }), [
    paragraph(t('mail.signIn.text', { site: t('site.name'), n: goodForMinutes })),
    action(t('mail.signIn.action'), address),
    paragraph(t('mail.signIn.notYou')),
  ]);
}
