import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { RecordEvent } from '../../lifecycle/event.ts';
import type { Trace } from '../../lifecycle/trace.ts';
import type { StepName } from '../../lifecycle/workflow.ts';
import { type Actor, traceOf } from '../../policy/actor.ts';
import { refusal } from '../../policy/may.ts';
import { isHidden } from '../../policy/viewer.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { factsOn } from '../facts-of.ts';
import { follow } from '../follow.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { NewEntry, Unmoved } from '../ports.ts';

/** What every step says: on which record, and the last entry about it that the person has seen. */
export interface Act {
  readonly register: string;
  readonly id: RecordId;
  readonly seen: number;
  readonly reason?: string;
}

/** What an act writes; with how other records must still stand, where it rests on them. */
export type Entries =
  | readonly NewEntry[]
  | { readonly entries: readonly NewEntry[]; readonly unmoved: readonly Unmoved[] };

/** What all events of one act have in common. */
export type EventBase = Pick<RecordEvent, 'recordId' | 'register' | 'post' | 'at' | 'reason' | keyof Trace>;

/**
 * Takes one step with one record: looks whether the post may, whether the record still stands as the person saw it, and
 * writes the events; all or nothing, and on disk when it answers.
 * @throws Fault `notFound`, `recordMoved` when somebody acted in between, `notAllowed`, `wrongStep`,
 * `secondFactorNeeded`, and what `events` throws. Where only another record moved on which the act rests, all is looked at anew.
 */
export async function takeStep(
  house: House,
  actor: Actor,
  step: StepName,
  act: Act,
  events: (subject: BoardRecord, base: EventBase) => Promise<Entries> | Entries,
  attempt = 1,
): Promise<BoardRecord> {
  const subject = await subjectOf(house, act);
  refuseHidden(house, actor, subject);
  if (subject.seq !== act.seen) {
    throw new Fault('recordMoved', { recordId: act.id, right: subject.seq, got: act.seen });
  }
  refuseUnless(house, step, actor, subject);
  refuseWithoutReason(step, subject, act);
  const said = await events(subject, baseOf(house, actor, act));
  const { entries, unmoved } = isPlain(said) ? { entries: said, unmoved: [] } : said;
  try {
    await house.log.append(entries, [{ recordId: act.id, seq: subject.seq }, ...unmoved]);
  } catch (error) {
    if (attempt === mostAttempts || !movedElsewhere(error, act)) throw error;
    return takeStep(house, actor, step, act, events, attempt + 1);
  }
  await follow(house);
  return house.board.records([act.id]).get(act.id) ?? subject;
}

/** Entries that rest on no other record. */
function isPlain(said: Entries): said is readonly NewEntry[] {
  return Array.isArray(said);
}

/** Others may answer the same need at the same moment: each of them gets a turn. */
const mostAttempts = 20;

function movedElsewhere(error: unknown, { id }: Act): boolean {
  return error instanceof Fault && error.code === 'recordMoved' && error.params['recordId'] !== id;
}

/** Some steps are owed a reason: it is printed on the record. @throws Fault `invalid` {place: 'reason'}. */
function refuseWithoutReason(step: StepName, { register }: BoardRecord, { reason = '' }: Act): void {
  const rule = getRegister(register).workflow[step];
  if (rule?.reason === true && reason.trim() === '') {
    throw new Fault('invalid', { place: 'reason', got: '', right: '…' });
  }
}

/** Where the record stands now. @throws Fault `notFound`. */
export async function subjectOf(house: House, { register, id }: Omit<Act, 'seen'>): Promise<BoardRecord> {
  await follow(house);
  const subject = house.board.records([id]).get(id);
  if (subject === undefined || subject.register !== register) throw new Fault('notFound', { register, id });
  return subject;
}

/** Whoever may not know of a record hears that there is none. @throws Fault `notFound`. */
export function refuseHidden({ board }: House, actor: Actor | undefined, subject: BoardRecord): void {
  const { register, recordId: id } = subject;
  if (isHidden(actor, factsOn(board, subject))) throw new Fault('notFound', { register, id });
}

/** @throws Fault `notAllowed`, `wrongStep`, `secondFactorNeeded`. */
export function refuseUnless({ board }: House, step: StepName, actor: Actor, subject: BoardRecord): void {
  const refused = refusal(step, actor, factsOn(board, subject));
  if (refused === undefined) return;
  const { code, ...why } = refused;
  throw new Fault(code, { step, post: actor.post.id, recordId: subject.recordId, ...why });
}

function baseOf(house: House, actor: Actor, { register, id, reason }: Omit<Act, 'seen'>): EventBase {
  return {
    recordId: id,
    register,
    post: actor.post.id,
    ...traceOf(actor),
    at: house.clock.now().toISOString(),
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
  };
}

/** @throws Fault `notInForce` when the person looked at another revision than the one in force. */
export function revisionInForce(subject: BoardRecord, seen: number | undefined): number {
  const { shared } = subject.state;
  const inForce = subject.state.inForce ?? shared?.revision ?? 0;
  if (seen !== undefined && seen !== inForce) throw new Fault('notInForce', { got: seen, right: inForce });
  return inForce;
}

/** The country for which a post acts. @throws Fault `notAllowed` for a post of none. */
export function countryOf({ post }: Actor, step: StepName): string {
  if (post.country === undefined) throw new Fault('notAllowed', { step, post: post.id, right: 'country' });
  return post.country;
}

/** The event as the log takes it. */
export function eventEntry(event: RecordEvent): NewEntry {
  return { kind: 'event', event };
}
