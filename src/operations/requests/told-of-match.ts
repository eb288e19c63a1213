import type { RecordEvent } from '../../lifecycle/event.ts';
import type { MatchStage } from '../../lifecycle/matched.ts';
import type { Actor } from '../../policy/actor.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { NewEntry, Unmoved } from '../ports.ts';
import { Refused } from '../refused.ts';
import { type EventBase, eventEntry } from '../review/take-step.ts';
import { ownPractice, practiceFrom } from './came-of.ts';
import { namedUnder, requestFacts } from './request-facts.ts';
import { requestFindings, unsaid } from './rules.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is written of other records with an act, and how these must still stand. */
export interface Told {
  readonly entries: readonly NewEntry[];
  readonly unmoved: readonly Unmoved[];
}

const nothing: Told = { entries: [], unmoved: [] };

/**
 * What an act on a match says of its need and its offer: that the answer has moved. Written with the act, and only while
 * both still stand as they were looked at, so that of two acts at once one counts.
 * Needs and offers that an earlier revision named and this one does not hear that the answer was taken back from them.
 * @param number the revision of the match that speaks.
 * @param whole of an answer that both sides agree: those that ask and say that their need is met as a whole.
 */
export async function toldOfMatch(
  house: House,
  subject: BoardRecord,
  base: EventBase,
  to: MatchStage,
  number: number,
  whole: readonly string[] = [],
): Promise<Told> {
  const register = getRegister(subject.register);
  if (!register.means.includes('request:match')) return nothing;
  const values = await valuesOf(house, subject, number);
  if (values === undefined) return nothing;
  const { offering = [], asking = [] } = requestFacts(register, values) ?? {};
  const means = namedUnder(register, values, 'with');
  const move = {
    match: subject.recordId,
    to,
    by: offering,
    for: asking,
    ...(means === undefined ? {} : { with: means }),
    part: to === 'agreed' ? whole.length < asking.length : values['coverage'] !== 'whole',
    ...(to === 'agreed' ? { whole } : {}),
    closed: subject.room !== undefined && 'holds' in subject.room && subject.room.holds.closed,
  };
  const about = namedIn(register, values);
  const before = subject.state.inForce ?? subject.state.shared?.revision ?? number;
  const earlier = before === number ? undefined : await valuesOf(house, subject, before);
  const left = namedIn(register, earlier ?? {}).filter((one) => !about.includes(one));
  return told(house, [...about, ...left], ({ recordId, register: name, state }) => {
    const own = { ...withoutReason(base), recordId, register: name, type: 'matchMoved' } as const;
    if (name === 'practice') return undefined;
    if (!left.includes(recordId)) return { ...own, ...move };
    const known = state.matches?.find(({ match }) => match === subject.recordId);
    if (known === undefined || known.stage === 'withdrawn') return undefined;
    const { stage: _, first: __, at: ___, whole: ____, ...rest } = known;
    return { ...own, ...rest, to: 'withdrawn' };
  });
}

/** What an answer names: its need, and with what it answers. */
function namedIn(register: Register, values: Values): readonly string[] {
  return [namedUnder(register, values, 'of'), namedUnder(register, values, 'with')].flatMap(
    (one) => one ?? [],
  );
}

async function valuesOf(
  house: House,
  { recordId: id }: BoardRecord,
  number: number,
): Promise<Values | undefined> {
  return (await house.log.revisions([{ id, number }])).get(id)?.values;
}

/** What is said of a match when something that came of it is released. */
export async function toldOfOrigin(
  house: House,
  subject: BoardRecord,
  base: EventBase,
  number: number,
): Promise<Told> {
  const register = getRegister(subject.register);
  const { recordId: id } = subject;
  const revision = (await house.log.revisions([{ id, number }])).get(id);
  const named = revision && namedUnder(register, revision.values, 'cameOf');
  if (named === undefined) return nothing;
  return told(house, [named], (match) =>
    match.state.led?.some((one) => one.id === id)
      ? undefined
      : {
          ...withoutReason(base),
          recordId: match.recordId,
          register: match.register,
          type: 'ledTo',
          other: id,
          to: register.name,
        },
  );
}

/** @throws `Refused` where the rules of asking and answering do not let the draft be released today. */
export async function refuseRequest(
  house: House,
  { post }: Actor,
  subject: BoardRecord,
  number: number,
): Promise<void> {
  const { recordId: id, state } = subject;
  const register = getRegister(subject.register);
  const before = state.inForce ?? state.shared?.revision;
  const draft = (await house.log.revisions([{ id, number }])).get(id);
  if (draft === undefined) return;
  const current =
    before === undefined ? undefined : (await house.log.revisions([{ id, number: before }])).get(id);
  const released = before !== undefined;
  const { values } = draft;
  const writing = { id, register, values, current, released, country: post.country };
  const findings = [
    ...requestFindings(house, writing),
    ...unsaid(writing),
    ...ownPractice(writing, await practiceFrom(house, writing)),
  ];
  if (findings.length > 0) throw new Refused(findings);
}

function told(
  { board }: House,
  ids: readonly string[],
  event: (record: BoardRecord) => RecordEvent | undefined,
): Told {
  const records = [...board.records(ids).values()];
  const events = records.flatMap((record) => {
    const said = event(record);
    return said === undefined ? [] : [{ said, unmoved: { recordId: record.recordId, seq: record.seq } }];
  });
  return {
    entries: events.map(({ said }) => eventEntry(said)),
    unmoved: events.map(({ unmoved }) => unmoved),
  };
}

/** The reason is the match's: of a need everybody reads the history. */
function withoutReason({ reason: _, ...base }: EventBase): EventBase {
  return base;
}
