import { formatDate } from '../format.ts';
import type { Translate } from '../messages.ts';
import type { Frame, WordedLetter, Words } from './frame.ts';
import { action, paragraph, wordedLetter } from './internal/content.ts';
import { named, shown } from './internal/words.ts';

export interface HandOverData extends Frame {
  readonly post: Words;
  /** Who reads this: the person who comes, or the one who goes. */
  readonly reader: 'newHolder' | 'formerHolder';
  /** First day of the one and last day of the other, YYYY-MM-DD. */
  readonly from: string;
  readonly lastDay: string;
  /** How many things wait for the post. */
  readonly waiting: number;
  readonly workspace: string;
}

/** Tells both sides of a hand-over from when on who holds the post. */
export function handOverLetter(t: Translate, data: HandOverData): WordedLetter {
  const post = named(data.post, t.lang);
  const from = formatDate(t.lang, data.from);
  const lastDay = formatDate(t.lang, data.lastDay);
  const subject = t('mail.handOver.subject', { post: shown(data.post, t.lang).text });
  if (data.reader === 'formerHolder') {
    return wordedLetter(t, data.site, subject, [
      paragraph(t('mail.handOver.former', { post, lastDay, from })),
      paragraph(t('mail.handOver.stays')),
      paragraph(t('mail.handOver.thanks')),
    ]);
  }
  return wordedLetter(t, data.site, subject, [
    paragraph(t('mail.handOver.new', { post, from })),
    paragraph(t('mail.handOver.stays')),
    paragraph(t('mail.handOver.waiting', { n: data.waiting })),
    action(t('mail.workspace'), data.workspace),
  ]);
}
