import { daysAfter, freshnessOn } from './lifecycle/freshness.ts';
import type { Office } from './operations/house.ts';
import { dueNotes, type Note } from './operations/notes/due-notes.ts';
import type { Task } from './operations/ports/board.ts';
import type { Letter } from './operations/ports/outbox.ts';
import { dailyNote } from './wording/mail/daily-note.ts';
import type { WordedLetter } from './wording/mail/frame.ts';
import type { NoteKind, NoteLine } from './wording/mail/note-line.ts';
import { weeklyDigest } from './wording/mail/weekly-digest.ts';
import { translator } from './wording/messages.ts';

/** How long a link that ends the digests is good, in minutes: a year. */
const unsubscribeMinutes = 366 * 24 * 60;

/**
 * Queues what posts are to be told today and sends what waits. Called every few minutes and after each act: what was
 * told is not told again, whoever calls and however often.
 */
export async function sendMail(office: Office): Promise<void> {
  const now = office.clock.now().toISOString();
  for (const note of await dueNotes(office)) {
    await office.outbox.enqueue([await letterFor(office, note)], now);
  }
  await office.outbox.deliver(now);
}

async function letterFor(office: Office, note: Note): Promise<Letter> {
  const { key, account, kind } = note;
  const { language } = account;
  if (kind === 'daily') return { key, to: account.email, language, ...worded(office, note) };
  const secret = await office.accounts.letter(
    { purpose: 'unsubscribe', accountId: account.id },
    unsubscribeMinutes,
  );
  const unsubscribe = `${office.publicAddress}/${language}/unsubscribe?secret=${secret}`;
  return { key, to: account.email, language, unsubscribe, ...worded(office, note, unsubscribe) };
}

function worded(office: Office, note: Note, unsubscribe = ''): WordedLetter {
  const { account, post, kind, tasks, care } = note;
  const t = translator(account.language);
  const start = `${office.publicAddress}/${account.language}`;
  const day = office.clock.now().toISOString().slice(0, 10);
  const lines = tasks.map((task) => lineOf(task, start, day));
  const frame = { site: office.publicAddress, post: post.title, workspace: `${start}/desk?post=${post.id}` };
  if (kind === 'daily') return dailyNote(t, { ...frame, lines });
  const due = lines.flatMap(({ dueOn, what, ...line }) =>
    what === 'due' && dueOn !== undefined ? [{ ...line, dueOn }] : [],
  );
  return weeklyDigest(t, {
    ...frame,
    from: daysAfter(day, -7),
    to: daysAfter(day, -1),
    ...(care === undefined ? {} : { counts: care }),
    waiting: lines.filter(({ what }) => what !== 'due'),
    due,
    others: [],
    unsubscribe,
  });
}

const kinds: Readonly<Record<Task['kind'], NoteKind>> = {
  toReview: 'toReview',
  toConfirm: 'toConfirm',
  disputed: 'disputed',
  returned: 'returned',
  draft: 'returned',
  pair: 'linkProposed',
  duplicate: 'duplicate',
  due: 'due',
};

function lineOf({ kind, record, dueOn }: Task, start: string, day: string): NoteLine {
  const stale = kind === 'due' && freshnessOn(dueOn, day) === 'stale';
  return {
    title: record.title,
    what: stale ? 'stale' : kinds[kind],
    ...(dueOn === undefined ? {} : { dueOn }),
    address: `${start}/${record.register}/${record.recordId}`,
  };
}
