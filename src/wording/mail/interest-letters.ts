import type { PartialDate } from '../../kernel/partial-date.ts';
import { formatDate } from '../format.ts';
import { registerLabel } from '../labels.ts';
import type { Translate } from '../messages.ts';
import { colon } from '../punctuation.ts';
import type { Frame, WordedLetter, Words } from './frame.ts';
import { action, paragraph, smallLink, wordedLetter } from './internal/content.ts';
import { recordLines } from './internal/record-lines.ts';
import { shown } from './internal/words.ts';

export interface InterestData extends Frame {
  /** Address with the secret. */
  readonly address: string;
  readonly goodForDays: number;
}

/** Asks a mailbox whether its reader wants to hear of needs, offers and calls. */
export function interestLetter(t: Translate, { site, address, goodForDays }: InterestData): WordedLetter {
  return wordedLetter(t, site, t('mail.interest.subject', { site: t('site.name') }), [
    paragraph(t('mail.interest.text', { site: t('site.name'), n: goodForDays })),
    action(t('mail.interest.action'), address),
    paragraph(t('mail.interest.notYou')),
  ]);
}

export interface InterestDigestData extends Frame {
  readonly lines: readonly {
    readonly register: string;
    readonly title: Words;
    /** Who asks or offers, in the reader's language; empty where that is not said. */
    readonly who: string;
    /** Of a need: the last day for answers, YYYY-MM-DD. */
    readonly answersDue?: string;
    /** Of a call: the last day to apply. */
    readonly closesOn?: PartialDate;
    readonly address: string;
  }[];
  readonly all: string;
  readonly unsubscribe: string;
}

/** New needs, offers and calls for who asked to hear of them. */
export function interestDigest(
  t: Translate,
  { site, lines, all, unsubscribe }: InterestDigestData,
): WordedLetter {
  const subject = t('mail.interestDigest.subject', { site: t('site.name'), n: lines.length });
  return wordedLetter(t, site, subject, [
    paragraph(t('mail.interestDigest.text')),
    ...recordLines(
      t,
      lines.map(({ register, title, who, address, ...days }) => ({
        title: shown(title, t.lang),
        note: `${registerLabel(t, register)}${who === '' ? '' : ` · ${who}`}${lastDay(t, days)}`,
        address,
      })),
    ),
    action(t('mail.interestDigest.all'), all),
    smallLink(t('interest.stop'), unsubscribe),
  ]);
}

/** Until when one can answer, or apply. */
function lastDay(
  t: Translate,
  { answersDue, closesOn }: Pick<InterestDigestData['lines'][number], 'answersDue' | 'closesOn'>,
): string {
  if (answersDue !== undefined)
    return ` · ${t('need.answersBy')}${colon(t)}${formatDate(t.lang, answersDue)}`;
  return closesOn === undefined ? '' : ` · ${t('call.validUntil')}${colon(t)}${formatDate(t.lang, closesOn)}`;
}
