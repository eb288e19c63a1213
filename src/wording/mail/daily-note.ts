import type { Translate } from '../messages.ts';
import type { Frame, WordedLetter, Words } from './frame.ts';
import { action, paragraph, small, wordedLetter } from './internal/content.ts';
import { groupedLines } from './internal/record-lines.ts';
import { named, shown } from './internal/words.ts';
import type { NoteLine } from './note-line.ts';

export interface DailyNoteData extends Frame {
  readonly post: Words;
  /** What is new since the last note; a letter without any is not worth sending. */
  readonly lines: readonly NoteLine[];
  /** Address of the post's workspace. */
  readonly workspace: string;
}

/** What has come to a post since yesterday, by kind. */
export function dailyNote(t: Translate, { site, post, lines, workspace }: DailyNoteData): WordedLetter {
  const name = named(post, t.lang);
  const subject = t('mail.note.subject', { post: shown(post, t.lang).text, n: lines.length });
  return wordedLetter(t, site, subject, [
    paragraph(t('mail.note.text', { post: name })),
    ...groupedLines(t, lines),
    action(t('mail.workspace'), workspace),
    small(t('mail.because', { post: name })),
  ]);
}
