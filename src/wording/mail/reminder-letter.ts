import type { Translate } from '../messages.ts';
import type { Frame, WordedLetter, Words } from './frame.ts';
import { action, heading, paragraph, small, wordedLetter } from './internal/content.ts';
import { dueLine, recordLines } from './internal/record-lines.ts';
import { named, shown } from './internal/words.ts';
import type { DueLine } from './note-line.ts';

export interface ReminderData extends Frame {
  readonly post: Words;
  /** Within how many days the `due` ones fall due. */
  readonly withinDays: number;
  readonly due: readonly DueLine[];
  /** Past their day. */
  readonly overdue: readonly DueLine[];
  readonly workspace: string;
}

/** Asks a post to look again at records that nobody has confirmed for long. */
export function reminderLetter(t: Translate, data: ReminderData): WordedLetter {
  const { site, post, withinDays, due, overdue, workspace } = data;
  const n = due.length + overdue.length;
  return wordedLetter(t, site, t('mail.reminder.subject', { post: shown(post, t.lang).text, n }), [
    paragraph(t('mail.reminder.text', { n })),
    ...section(t, t('mail.reminder.overdue'), overdue, 'mail.since'),
    ...section(t, t('mail.reminder.due', { n: withinDays }), due, 'mail.by'),
    action(t('mail.workspace'), workspace),
    small(t('mail.because', { post: named(post, t.lang) })),
  ]);
}

function section(t: Translate, title: string, lines: readonly DueLine[], key: 'mail.by' | 'mail.since') {
  if (lines.length === 0) return [];
  return [
    heading(title),
    ...recordLines(
      t,
      lines.map((line) => dueLine(t, line, key)),
    ),
  ];
}
