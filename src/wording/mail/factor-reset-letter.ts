import type { Translate } from '../messages.ts';
import type { Frame, WordedLetter, Words } from './frame.ts';
import { action, paragraph, wordedLetter } from './internal/content.ts';
import { named, shown } from './internal/words.ts';

export interface FactorResetData extends Frame {
  readonly post: Words;
  /** Who took the second factor away. */
  readonly by: Words;
  readonly reason: string;
  /** Address of the page to sign in. */
  readonly address: string;
}

/** Tells somebody that the second factor was taken away, how to come in, and whom to ask if that was not wanted. */
export function factorResetLetter(t: Translate, data: FactorResetData): WordedLetter {
  const post = named(data.post, t.lang);
  const by = named(data.by, t.lang);
  const reason = named(data.reason, t.lang);
  return wordedLetter(t, data.site, t('mail.factorReset.subject', { post: shown(data.post, t.lang).text }), [
    paragraph(t('mail.factorReset.text', { post, by, reason })),
    paragraph(t('mail.factorReset.how')),
    action(t('mail.signIn.action'), data.address),
    paragraph(t('mail.factorReset.notYou', { by })),
  ]);
}
