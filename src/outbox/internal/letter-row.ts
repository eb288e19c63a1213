import type { TableRow } from '../../database/tables.ts';
import type { Letter, LetterAccount, LetterStanding } from '../../operations/ports/outbox.ts';

/** A letter that was taken up for a try. */
export interface ClaimedLetter {
  readonly seq: number;
  /** Number of the try, from 1: with `seq` it says whose try this is. */
  readonly attempt: number;
  readonly letter: Letter;
  readonly queuedAt: string;
}

/** The part of a letter that no column holds, as JSON. */
export function bodyOf({ key: _, to: __, subject: ___, ...body }: Letter): string {
  return JSON.stringify(body);
}

/** A row of a letter that is due becomes the try that is about to begin. */
export function claimedFrom(row: TableRow): ClaimedLetter {
  // Written by bodyOf and kept as long as the letter may be tried.
  const body = JSON.parse(String(row['body'])) as Omit<Letter, 'key' | 'to' | 'subject'>;
  return {
    seq: Number(row['seq']),
    attempt: Number(row['attempts']) + 1,
    letter: {
      key: String(row['key']),
      to: String(row['recipient']),
      subject: String(row['subject']),
      ...body,
    },
    queuedAt: String(row['queued_at']),
  };
}

export function accountFrom(row: TableRow): LetterAccount {
  const { next_try_at: nextTryAt, sent_at: sentAt, problem } = row;
  return {
    key: String(row['key']),
    to: String(row['recipient']),
    subject: String(row['subject']),
    // Only the statements of this room write the column.
    standing: String(row['standing']) as LetterStanding,
    attempts: Number(row['attempts']),
    mayLeaveAgain: row['body'] !== null && ['uncertain', 'given up'].includes(String(row['standing'])),
    queuedAt: String(row['queued_at']),
    ...(sentAt === null ? {} : { sentAt: String(sentAt) }),
    ...(row['standing'] !== 'waiting' ? {} : { nextTryAt: String(nextTryAt) }),
    ...(problem === null ? {} : { problem: String(problem) }),
  };
}
