import { formatDate } from '../format.ts';
import type { Translate } from '../messages.ts';
import type { Frame, WordedLetter, Words } from './frame.ts';
import { action, paragraph, wordedLetter } from './internal/content.ts';
import { named, shown } from './internal/words.ts';

export interface InvitationData extends Frame {
  /** Who invites: the post that acts. */
  readonly inviter: Words;
  /** Who acts for it, where that person's name may be shown. */
  readonly person?: string;
  readonly post: Words;
  /** To stand in for the holder, not to be it. */
  readonly deputy: boolean;
  /** Address with the secret. */
  readonly address: string;
  readonly goodForDays: number;
  /** The last of these days, YYYY-MM-DD. */
  readonly until: string;
}

/** Asks somebody to hold a post, who perhaps has never heard of the house. */
export function invitationLetter(t: Translate, data: InvitationData): WordedLetter {
  const post = named(data.inviter, t.lang);
  const inviter =
    data.person === undefined
      ? post
      : t('mail.invitation.inviter', { person: named(data.person, t.lang), post });
  const names = { inviter, post: named(data.post, t.lang), site: t('site.name') };
  const subject = t('mail.invitation.subject', { post: shown(data.post, t.lang).text, site: names.site });
  return wordedLetter(t, data.site, subject, [
    paragraph(t(data.deputy ? 'mail.invitation.deputy' : 'mail.invitation.holder', names)),
    paragraph(t('mail.invitation.about', { site: names.site })),
    action(t('mail.invitation.action'), data.address),
    paragraph(t('mail.invitation.until', { n: data.goodForDays, date: formatDate(t.lang, data.until) })),
    paragraph(t('mail.invitation.notYou', { inviter })),
  ]);
}
