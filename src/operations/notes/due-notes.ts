import { daysAfter, graceMonths, monthsAfter, remindBeforeDays } from '../../lifecycle/freshness.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import { follow } from '../follow.ts';
import { type Office, today } from '../house.ts';
import type { Account } from '../ports/accounts.ts';
import type { CountryCare, Task, TaskKind } from '../ports/board.ts';

/** What a post is to be told today: what is new, or once a week how everything stands. */
export interface Note {
  /** Names the letter for ever: one a day and post. */
  readonly key: string;
  readonly post: Post;
  readonly account: Account;
  readonly kind: 'daily' | 'weekly';
  readonly tasks: readonly Task[];
  readonly counts: Readonly<Partial<Record<TaskKind, number>>>;
  /** How the post's country keeps its records. */
  readonly care?: CountryCare;
}

/** Most tasks named in one letter; the workspace has them all. */
const mostTasks = 40;

/**
 * The notes that are due now: a post hears of what is new at most once a day, and of everything once a week, on Monday.
 * What is new: tasks that came since the last note; records whose day of reminding (30 days before due), of falling due
 * or of going stale has come since then.
 */
export async function dueNotes(office: Office): Promise<readonly Note[]> {
  await follow(office);
  const day = today(office);
  const notes: Note[] = [];
  const care = new Map(office.board.care(day).map((one) => [one.country, one]));
  for (const post of office.board.posts().values()) {
    const [holder] = holdersOn(post, day);
    if (holder === undefined) continue;
    const last = await office.outbox.lastQueued(keyStart(post));
    if (last !== undefined && last.slice(0, 10) >= day) continue;
    const account = await office.accounts.find(holder.account);
    if (account === undefined) continue;
    const note = noteFor(office, post, account, last, day);
    const own = post.country === undefined ? undefined : care.get(post.country);
    if (note !== undefined) notes.push({ ...note, ...(own === undefined ? {} : { care: own }) });
  }
  return notes;
}

function keyStart(post: Post): string {
  return `note:${post.id}:`;
}

function noteFor(
  office: Office,
  post: Post,
  account: Account,
  last: string | undefined,
  day: string,
): Note | undefined {
  const { tasks, counts } = office.board.tasks({
    post,
    dueBefore: daysAfter(day, remindBeforeDays + 1),
    offset: 0,
    limit: 500,
  });
  const note = { key: `${keyStart(post)}${day}`, post, account, counts };
  const open = tasks.filter(({ kind }) => kind !== 'draft');
  if (isMonday(day) && account.digest && open.length > 0) {
    return { ...note, kind: 'weekly', tasks: open.slice(0, mostTasks) };
  }
  const news = open.filter((task) => isNews(task, last, day));
  return news.length === 0 ? undefined : { ...note, kind: 'daily', tasks: news.slice(0, mostTasks) };
}

/** Whether a task has come, or one of its days, since the last note. */
function isNews({ kind, since, dueOn }: Task, last: string | undefined, day: string): boolean {
  if (kind !== 'due') return last === undefined || since > last;
  if (dueOn === undefined) return false;
  const from = last === undefined ? '' : last.slice(0, 10);
  const days = [daysAfter(dueOn, -remindBeforeDays), dueOn, monthsAfter(dueOn, graceMonths)];
  return days.some((one) => one > from && one <= day);
}

function isMonday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}
