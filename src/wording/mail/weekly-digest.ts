import { formatDate } from '../format.ts';
import type { Translate } from '../messages.ts';
import type { Frame, WordedLetter, Words } from './frame.ts';
import {
  action,
  type Block,
  heading,
  paragraph,
  small,
  smallLink,
  wordedLetter,
} from './internal/content.ts';
import { dueLine, groupedLines, recordLines } from './internal/record-lines.ts';
import { named, shown } from './internal/words.ts';
import type { DueLine, NoteLine } from './note-line.ts';

/** How a country keeps its records, as numbers of records. */
const countNames = ['records', 'fresh', 'due', 'stale', 'asked', 'silent', 'disputed'] as const;
export type WeeklyCounts = Readonly<Record<(typeof countNames)[number], number>>;

/** What another side did to a record that concerns the post. */
export const deeds = [
  'released',
  'adopted',
  'rejected',
  'confirmed',
  'letPass',
  'disputed',
  'declined',
  'reconfirmed',
  'reserved',
  'withdrawn',
  'pairLinked',
  'pairParted',
] as const;

export interface DeedLine {
  readonly title: Words;
  /** The country or post that did it, in the reader's language where it has a name there. */
  readonly who: Words;
  readonly what: (typeof deeds)[number];
  /** Day, YYYY-MM-DD. */
  readonly on: string;
  readonly address: string;
}

export interface WeeklyDigestData extends Frame {
  readonly post: Words;
  /** First and last day of the week, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** Absent for a post that answers for no country. */
  readonly counts?: WeeklyCounts;
  /** Statements of third parties that wait for the country's word, and where they are listed. */
  readonly observed: number;
  readonly observedList: string;
  readonly waiting: readonly NoteLine[];
  readonly due: readonly DueLine[];
  readonly others: readonly DeedLine[];
  readonly workspace: string;
  /** Address that ends this letter. */
  readonly unsubscribe: string;
}

/** A week of a post: where its records stand, what waits, what falls due, what the others did. */
export function weeklyDigest(t: Translate, data: WeeklyDigestData): WordedLetter {
  const { site, post, waiting, due, others, workspace, unsubscribe } = data;
  const from = formatDate(t.lang, data.from);
  const to = formatDate(t.lang, data.to);
  const quiet = waiting.length + due.length + data.observed === 0;
  return wordedLetter(t, site, t('mail.digest.subject', { post: shown(post, t.lang).text, from, to }), [
    paragraph(t('mail.digest.text', { post: named(post, t.lang), from, to })),
    ...(data.counts === undefined ? [] : countsOf(t, data.counts)),
    ...(quiet ? [paragraph(t('mail.digest.quiet'))] : []),
    ...groupedLines(t, waiting),
    ...section(
      t('mail.digest.due'),
      recordLines(
        t,
        due.map((line) => dueLine(t, line, 'mail.by')),
      ),
    ),
    ...observedOf(t, data),
    ...section(
      t('mail.digest.others'),
      recordLines(
        t,
        others.map((line) => deedLine(t, line)),
      ),
    ),
    action(t('mail.workspace'), workspace),
    small(t('mail.because', { post: named(post, t.lang) })),
    smallLink(t('mail.unsubscribe'), unsubscribe),
  ]);
}

function section(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(title), ...blocks];
}

/** A number and the way to them: one by one they would drown what presses. */
function observedOf(t: Translate, { observed, observedList }: WeeklyDigestData): readonly Block[] {
  if (observed === 0) return [];
  return [
    heading(t('mail.digest.observed')),
    paragraph(t('mail.digest.observed.text', { n: observed })),
    smallLink(t('desk.task.observed'), observedList),
  ];
}

function countsOf(t: Translate, counts: WeeklyCounts): readonly Block[] {
  const facts = countNames.map((name) => t('mail.fact', { label: t(`mail.count.${name}`), n: counts[name] }));
  return [heading(t('mail.digest.counts')), { kind: 'facts', facts }];
}

function deedLine(t: Translate, { title, who, what, on, address }: DeedLine) {
  const note = t('mail.did', {
    who: named(who, t.lang),
    what: t(`mail.did.${what}`),
    date: formatDate(t.lang, on),
  });
  return { title: shown(title, t.lang), note, address };
}
