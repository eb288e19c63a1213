import { daysAfter, remindBeforeDays } from '../../lifecycle/freshness.ts';
import type { StepName } from '../../lifecycle/workflow.ts';
import { factsOn } from '../../operations/facts-of.ts';
import { openRounds, type RoundTask, roundsWaiting } from '../../operations/follow-up/rounds-waiting.ts';
import { type Office, today } from '../../operations/house.ts';
import { type BoardRecord, pressingKinds, type Task, type TaskKind } from '../../operations/ports/board.ts';
import { needsAnswered } from '../../operations/requests/needs-answered.ts';
import { seenBy } from '../../operations/review/seen-by.ts';
import type { Actor } from '../../policy/actor.ts';
import { refusal } from '../../policy/may.ts';
import { type News, newsIn } from './news.ts';

/** Most tasks, and most records sent, on one page. */
export const pageSize = 50;
const fewSent = 8;
const fewObserved = 5;
const newsFrom = 50;

/** What the address asks for: everything, one kind of task, or all that was sent. */
export interface DeskQuestion {
  readonly show: TaskKind | 'sent' | undefined;
  /** From 1. */
  readonly page: number;
}

/** A task with the records that it speaks of, as the post may know them. */
export interface SeenTask extends Task {
  readonly others: readonly OtherRecord[];
}

/** Another record that may be the same, or report the same initiative. */
export interface OtherRecord {
  readonly record: BoardRecord;
  readonly because: readonly string[];
  readonly score?: number;
}

export interface DueRecord {
  readonly task: Task;
  /** Whether the post can say that it is still right, with the second factor if need be. */
  readonly confirmable: boolean;
}

/** What a third party says of the post's country. */
export interface ObservedRecord {
  readonly task: Task;
  /** Whether the post can make it its country's word, with the second factor if need be. */
  readonly adoptable: boolean;
}

export interface DeskView {
  readonly counts: Readonly<Partial<Record<TaskKind, number>>>;
  readonly tasks: readonly SeenTask[];
  readonly due: readonly DueRecord[];
  readonly observed: readonly ObservedRecord[];
  readonly sent: readonly BoardRecord[];
  readonly moreSent: boolean;
  readonly news: readonly News[];
  /** Rounds of reporting that wait for the post. */
  readonly rounds: readonly RoundTask[];
  /** Files that were sent for the post and that nobody has decided on; those that this person sent and that were refused. */
  readonly uploads: { readonly waiting: number; readonly refused: number };
}

/** What a post's page shows; only what is on the page is read. */
export async function deskView(office: Office, actor: Actor, question: DeskQuestion): Promise<DeskView> {
  const { board } = office;
  const { post } = actor;
  const { show, page } = question;
  const dueBefore = daysAfter(today(office), remindBeforeDays + 1);
  const ask = (kinds: readonly TaskKind[], from: number, limit = pageSize) =>
    board.tasks({ post, kinds, dueBefore, offset: (from - 1) * pageSize, limit });
  const asked = show === 'sent' ? [] : show === undefined ? pressingKinds : [show];
  const waiting = asked.length === 0 ? undefined : ask(asked, page);
  const dueOnes = show === undefined ? ask(['due'], 1).tasks : [];
  const observedOnes = show === undefined ? ask(['observed'], 1, fewObserved).tasks : [];
  const [from, most] = show === 'sent' ? [(page - 1) * pageSize, pageSize] : [0, fewSent];
  const wantsSent = show === undefined || show === 'sent';
  const sent = wantsSent ? board.sentBy(post, Math.max(from + most + 1, newsFrom)) : [];
  const tasks = waiting?.tasks ?? [];
  const others = othersOf(office, tasks);
  const all = [...tasks, ...dueOnes, ...observedOnes].map(({ record }) => record);
  const needs = needsAnswered(board, sent);
  const seen = seenBy(office.board, actor, [...all, ...sent, ...others.values(), ...needs]);
  const see = (record: BoardRecord): BoardRecord => seen.get(record.recordId) ?? record;
  const uploads = await office.uploads.ofPost(post.id);
  const own = uploads.filter(({ account }) => account === actor.account);
  const isDue = ({ kind }: Task) => kind === 'due';
  const isObserved = ({ kind }: Task) => kind === 'observed';
  return {
    counts: waiting?.counts ?? ask([], 1).counts,
    tasks: tasks
      .filter((task) => !isDue(task) && !isObserved(task))
      .map((task) => ({ ...task, record: see(task.record), others: withOthers(task, others, see) })),
    due: [...tasks.filter(isDue), ...dueOnes].map((task) => ({
      task: { ...task, record: see(task.record) },
      confirmable: mayTake(office, 'reconfirm', actor, task.record),
    })),
    observed: [...tasks.filter(isObserved), ...observedOnes].map((task) => ({
      task: { ...task, record: see(task.record) },
      adoptable: mayTake(office, 'adopt', actor, task.record),
    })),
    sent: sent.slice(from, from + most).map(see),
    moreSent: sent.length > from + most,
    rounds: show === undefined ? roundsWaiting(office, await openRounds(office, today(office)), post) : [],
    news: show === undefined ? newsIn(post, sent.map(see), needs.map(see)) : [],
    uploads: {
      waiting: uploads.filter(({ stage }) => stage === 'waiting').length,
      refused: own.filter(({ stage }) => stage === 'refused').length,
    },
  };
}

/** Also where only the second factor is wanting: the preview asks for it. */
function mayTake({ board }: Office, step: StepName, actor: Actor, record: BoardRecord): boolean {
  const refused = refusal(step, actor, factsOn(board, record));
  return refused === undefined || refused.code === 'secondFactorNeeded';
}

function othersOf({ board }: Office, tasks: readonly Task[]): ReadonlyMap<string, BoardRecord> {
  return board.records([...new Set(tasks.flatMap((task) => links(task).map(({ other }) => other)))]);
}

function withOthers(
  task: Task,
  known: ReadonlyMap<string, BoardRecord>,
  see: (record: BoardRecord) => BoardRecord,
): readonly OtherRecord[] {
  return links(task).flatMap(({ other, because, score }) => {
    const record = known.get(other);
    return record === undefined
      ? []
      : [{ record: see(record), because, ...(score === undefined ? {} : { score }) }];
  });
}

interface Link {
  readonly other: string;
  readonly because: readonly string[];
  readonly score?: number;
}

function links({ kind, record: { state } }: Task): readonly Link[] {
  if (kind === 'duplicate') return state.possibleDuplicates;
  if (kind !== 'pair') return [];
  return state.pairs.filter(({ agreed }) => !agreed.includes(state.owner ?? ''));
}
