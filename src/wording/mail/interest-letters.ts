import type { PartialDate } from '../../kernel/partial-date.ts';
import { formatDate } from '../format.ts';
import { registerLabel } from '../labels.ts';
import type { Translate } from '../messages.ts';
import { colon, comma } from '../punctuation.ts';
import type { Frame, WordedLetter, Words } from './frame.ts';
import {
  action,
  type Block,
  heading,
  type Line,
  paragraph,
  smallLink,
  wordedLetter,
} from './internal/content.ts';
import { recordLines } from './internal/record-lines.ts';
import { named, shown } from './internal/words.ts';

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

/** What somebody asked to hear of, as it is called: words, countries, sectors, in the reader's language. */
export interface Choice {
  readonly parts: readonly string[];
  /** Of a post's: where it can be changed or ended. */
  readonly address?: string;
}

export interface InterestDigestData extends Frame {
  /** The post that hears of it; absent for a mailbox. */
  readonly post?: Words;
  readonly choices: readonly Choice[];
  readonly lines: readonly {
    /** Places, in `choices`, of those that found it. */
    readonly foundBy: readonly number[];
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

/**
 * New needs, offers and calls for who asked to hear of them, below the names of the choices that found them: each stands
 * there once, however many found it.
 */
export function interestDigest(t: Translate, data: InterestDigestData): WordedLetter {
  const { site, post, choices, lines, all, unsubscribe } = data;
  const n = lines.length;
  const subject =
    post === undefined
      ? t('mail.interestDigest.subject', { site: t('site.name'), n })
      : t('mail.interestDigest.subjectOfPost', { post: shown(post, t.lang).text, n });
  const text =
    post === undefined
      ? t('mail.interestDigest.text')
      : t('mail.interestDigest.textOfPost', { post: named(post, t.lang) });
  return wordedLetter(t, site, subject, [
    paragraph(text),
    ...[...Map.groupBy(lines, ({ foundBy }) => foundBy.join(' ')).values()].flatMap((ones) => [
      heading(foundBy(t, choices, ones[0]?.foundBy ?? [])),
      ...recordLines(
        t,
        ones.map((one) => newLine(t, one)),
      ),
    ]),
    action(t('mail.interestDigest.all'), all),
    ...ofChoices(t, choices),
    smallLink(t('interest.stop'), unsubscribe),
  ]);
}

type DigestLine = InterestDigestData['lines'][number];

function newLine(t: Translate, { register, title, who, address, ...days }: DigestLine): Line {
  const note = `${registerLabel(t, register)}${who === '' ? '' : ` · ${who}`}${lastDay(t, days)}`;
  return { title: shown(title, t.lang), note, address };
}

function foundBy(t: Translate, choices: readonly Choice[], places: readonly number[]): string {
  const names = places.flatMap((place) => (choices[place] === undefined ? [] : nameOf(t, choices[place])));
  return t('mail.interestDigest.foundBy', { n: names.length, choices: names.join(' · ') });
}

/** Words that somebody typed stand in it: they are one line, and leave the direction of what follows alone. */
function nameOf(t: Translate, { parts }: Choice): string {
  return parts.map((part) => named(part, t.lang)).join(comma(t));
}

/** Where each choice of a post can be changed or ended. */
function ofChoices(t: Translate, choices: readonly Choice[]): readonly Block[] {
  const lines = choices.flatMap((choice): Line[] =>
    choice.address === undefined
      ? []
      : [
          {
            title: { text: nameOf(t, choice), lang: t.lang, asked: true },
            note: '',
            address: choice.address,
          },
        ],
  );
  if (lines.length === 0) return [];
  return [heading(t('mail.interestDigest.change', { n: lines.length })), { kind: 'lines', lines }];
}

/** Until when one can answer, or apply. */
function lastDay(
  t: Translate,
  { answersDue, closesOn }: Pick<DigestLine, 'answersDue' | 'closesOn'>,
): string {
  if (answersDue !== undefined)
    return ` · ${t('need.answersBy')}${colon(t)}${formatDate(t.lang, answersDue)}`;
  return closesOn === undefined ? '' : ` · ${t('call.validUntil')}${colon(t)}${formatDate(t.lang, closesOn)}`;
}
