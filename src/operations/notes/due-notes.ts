import { setTimeout as pause } from 'node:timers/promises';
import { daysAfter, graceMonths, monthsAfter, remindBeforeDays } from '../../lifecycle/freshness.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import type { Actor } from '../../policy/actor.ts';
import { follow } from '../follow.ts';
import { isNewRound, openRounds, type RoundTask, roundsWaiting } from '../follow-up/rounds-waiting.ts';
import { type Office, today } from '../house.ts';
import type { Account } from '../ports/accounts.ts';
import { type CountryCare, type Task, taskKinds } from '../ports/board.ts';
import { seenBy } from '../review/seen-by.ts';
import { type Deed, deedsOfOthers } from './deeds-of-others.ts';

/** What a post is to be told today: what is new, or once a week how everything stands. */
export interface Note {
  /** Names the letter for ever: one a day, post and person. */
  readonly key: string;
  /** Instant up to which the note tells; the next one begins there. */
  readonly at: string;
  readonly post: Post;
  readonly account: Account;
  readonly kind: 'daily' | 'weekly';
  readonly tasks: readonly Task[];
  /** Rounds of reporting that wait for the post. */
  readonly rounds: readonly RoundTask[];
  /** Of a weekly note: what others did to the post's records in the seven days before. */
  readonly others: readonly Deed[];
  /** Of a weekly note: how many statements of third parties wait for a word of the post's country. */
  readonly observed: number;
  /** How the post's country keeps its records. */
  readonly care?: CountryCare;
}

/** A position is wanted: said when it is asked for, and once more so many days before the date. */
const remindOfPositionDays = 7;

/** Far more than any letter lists: the newest tasks stand last, so none may be left out of the look. */
const allTasks = 1_000_000;

/** How many times as long as it looks for news the house then sees to readers alone. */
const readersShare = 3;

/** What is told one by one. A draft that somebody is still writing is no news. */
const told = taskKinds.filter((kind) => kind !== 'draft' && kind !== 'observed');

/**
 * The notes that are due now: a post hears of what is new at most once a day, and of everything once a week, on Monday.
 * What is new: tasks that came since the last note; records whose day of reminding (30 days before due), of falling due
 * or of going stale has come since then; rounds of reporting when they are opened, 30 days before their deadline and
 * when it is past. Statements of third parties are not told one by one: the weekly note counts
 * them. Told to the holder and the deputies, each at most once a day, and only what the post may know.
 */
export async function dueNotes(office: Office): Promise<readonly Note[]> {
  const at = office.clock.now().toISOString();
  await follow(office);
  const day = today(office);
  const notes: Note[] = [];
  const care = new Map(office.board.care(day).map((one) => [one.country, one]));
  const rounds = await openRounds(office, day);
  for (const post of office.board.posts().values()) {
    const waiting = onceAsked(() => ({
      ...waitingFor(office, post, day),
      rounds: roundsWaiting(office, rounds, post),
    }));
    for (const { account: id } of holdersOn(post, day)) {
      const last = await office.outbox.lastQueued(keyStart(post, id));
      if (last !== undefined && last.slice(0, 10) >= day) continue;
      const account = await office.accounts.find(id);
      if (account === undefined) continue;
      const begun = performance.now();
      const note = await noteFor(office, { post, account, at }, waiting(), last);
      // A busy post has thousands of tasks, and letters can wait: most of the time is the readers'.
      await pause((performance.now() - begun) * readersShare);
      const own = post.country === undefined ? undefined : care.get(post.country);
      if (note !== undefined) notes.push({ ...note, ...(own === undefined ? {} : { care: own }) });
    }
  }
  return notes;
}

function keyStart(post: Post, account: string): string {
  return `note:${post.id}:${account}:`;
}

/** What waits for a post is looked up once, however many hold it, and not at all where all of them were told today. */
function onceAsked<Answer>(ask: () => Answer): () => Answer {
  let kept: { readonly answer: Answer } | undefined;
  return () => {
    kept ??= { answer: ask() };
    return kept.answer;
  };
}

interface Waiting {
  readonly open: readonly Task[];
  readonly observed: number;
  readonly rounds: readonly RoundTask[];
}

function waitingFor({ board }: Office, post: Post, day: string): Omit<Waiting, 'rounds'> {
  const dueBefore = daysAfter(day, remindBeforeDays + 1);
  const { tasks, counts } = board.tasks({ post, kinds: told, dueBefore, offset: 0, limit: allTasks });
  return { open: tasks, observed: counts.observed ?? 0 };
}

async function noteFor(
  office: Office,
  to: Pick<Note, 'post' | 'account' | 'at'>,
  { open, observed, rounds: all }: Waiting,
  last: string | undefined,
): Promise<Note | undefined> {
  const { post, account, at } = to;
  const day = at.slice(0, 10);
  const kind = isMonday(day) && account.digest ? 'weekly' : 'daily';
  const tasks = kind === 'weekly' ? open : open.filter((task) => isNews(task, last, at));
  const rounds = kind === 'weekly' ? all : all.filter((round) => isNewRound(round, last, at));
  if (tasks.length + rounds.length === 0 && (kind === 'daily' || observed === 0)) return undefined;
  const actor: Actor = { post, account: account.id, strong: false };
  const seen = seenBy(
    office.board,
    actor,
    tasks.map(({ record }) => record),
  );
  return {
    ...to,
    key: `${keyStart(post, account.id)}${day}`,
    kind,
    observed: kind === 'weekly' ? observed : 0,
    rounds,
    tasks: tasks.map((task) => ({ ...task, record: seen.get(task.record.recordId) ?? task.record })),
    others: kind === 'weekly' ? await deedsOfOthers(office, actor, daysAfter(day, -7), day) : [],
  };
}

/** Whether a task has come, or one of its days, since the last note and until now. */
function isNews({ kind, since, dueOn }: Task, last: string | undefined, now: string): boolean {
  if (kind === 'positionWanted' && dueOn !== undefined) {
    const day = daysAfter(dueOn, -remindOfPositionDays);
    if (last !== undefined && last.slice(0, 10) < day && day <= now.slice(0, 10) && now.slice(0, 10) <= dueOn)
      return true;
  }
  if (kind !== 'due') return (last === undefined || since > last) && since <= now;
  if (dueOn === undefined) return false;
  const from = last === undefined ? '' : last.slice(0, 10);
  const days = [daysAfter(dueOn, -remindBeforeDays), dueOn, monthsAfter(dueOn, graceMonths)];
  return days.some((one) => one > from && one <= now.slice(0, 10));
}

function isMonday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}
