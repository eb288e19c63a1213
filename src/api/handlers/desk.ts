import { daysAfter, remindBeforeDays } from '../../lifecycle/freshness.ts';
import type { Post } from '../../lifecycle/post.ts';
import { factsOn } from '../../operations/facts-of.ts';
import { openRounds, roundsWaiting } from '../../operations/follow-up/rounds-waiting.ts';
import { type Office, today } from '../../operations/house.ts';
import { type Task, type TaskKind, taskKinds } from '../../operations/ports/board.ts';
import { forEach, reconfirm } from '../../operations/review/reconfirm.ts';
import { show } from '../../operations/show.ts';
import type { Actor } from '../../policy/actor.ts';
import { viewOf } from '../../policy/viewer.ts';
import { translator } from '../../wording/messages.ts';
import { addressOf } from '../address.ts';
import { type Asked, languageOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import { problemOf, statusFor } from '../fault-answer.ts';
import { shortPost } from '../post-json.ts';
import { forOneReader } from '../record-answer.ts';
import type { Body } from '../schemas.ts';

const largestPage = 200;

/** What waits for a post, and how many things of each kind. */
export async function desk(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const actor = await actorOf(asked);
  const { post } = actor;
  const size = number(context.req.query('size'), 50, largestPage);
  const page = number(context.req.query('page'), 1, 10_000);
  const wanted = context.req.queries('kind') ?? [];
  const { tasks, counts } = office.board.tasks({
    post,
    kinds: taskKinds.filter((kind: TaskKind) => wanted.includes(kind)),
    dueBefore: daysAfter(today(office), remindBeforeDays + 1),
    offset: (page - 1) * size,
    limit: size,
  });
  const own = post.country === undefined ? undefined : office.board.careOf(post.country, today(office));
  return context.json(
    {
      post: shortPost(post),
      tasks: tasks.flatMap((task) => taskJson(asked, actor, task)),
      counts,
      rounds: await roundsJson(office, post),
      ...careOf(own),
    },
    200,
    forOneReader,
  );
}

async function roundsJson(office: Office, post: Post): Promise<readonly object[]> {
  const open = await openRounds(office, today(office));
  return roundsWaiting(office, open, post).map(({ round: { id, title, deadline }, left, since }) => ({
    id,
    title,
    deadline,
    since,
    left,
  }));
}

function careOf(care: object | undefined): object {
  if (care === undefined) return {};
  return { care: Object.fromEntries(Object.entries(care).filter(([name]) => name !== 'country')) };
}

function number(asked: string | undefined, fallback: number, most: number): number {
  const given = Number(asked ?? fallback);
  return Number.isInteger(given) && given > 0 ? Math.min(given, most) : fallback;
}

/** A task in the words that the post may see, as the board knows them; nothing where the post may know of no such record. */
function taskJson(
  { office, options, context }: Asked,
  actor: Actor,
  { kind, since, dueOn, country, record }: Task,
): readonly object[] {
  const { register, recordId: id, state, drafted, seq } = record;
  const { work, inRoom } = viewOf(actor, factsOn(office.board, record));
  if (!work && inRoom !== true && state.inForce === undefined) return [];
  const { title } = (work ? drafted : undefined) ?? record;
  return [
    {
      kind,
      since,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(country === undefined ? {} : { country }),
      record: {
        register,
        id,
        title,
        address: addressOf(context, options)({ register: { name: register }, id }),
        seen: seq,
      },
    },
  ];
}

/** Says of a checked list that the records are still right; each answered by itself. */
export async function reconfirmMany(asked: Asked, { acts, post }: Body<'ReconfirmMany'>): Promise<Response> {
  const { office, context } = asked;
  const actor = await actorOf(asked, post);
  const t = translator(languageOf(context));
  const outcomes = await forEach(acts, async (act) => {
    // Of a record that the post may not see nothing is said, not even that it moved.
    await show(office, act.register, act.id, actor);
    await reconfirm(office, actor, act);
  });
  const told = outcomes.map(({ id, done, fault }, at) => ({
    register: acts[at]?.register,
    id,
    done,
    ...(fault === undefined ? {} : { problem: problemOf(t, fault, statusFor(context, fault)) }),
  }));
  return context.json({ outcomes: told }, 200, forOneReader);
}
