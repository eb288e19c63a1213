import { Fault } from '../../kernel/fault.ts';
import { type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import { unborn } from '../../lifecycle/state.ts';
import type { Actor } from '../../policy/actor.ts';
import { type Presented, present } from '../../policy/present.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { follow } from '../follow.ts';
import { type House, today } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { Tracked } from '../ports/tracking.ts';
import { seenBy } from '../review/seen-by.ts';
import { show } from '../show.ts';
import { measureRow } from './measure-row.ts';
import { getRound, mayAnswer, type ReportRound } from './report-round.ts';

/** Words that an answer is titled with, in all languages: by the number of its measure and its country. */
export type TitleOf = (number: string, country: string) => LangText;

/** One measure of a round, and what the post's country says of it. */
export interface AnswerLine {
  readonly measure: Tracked;
  /** Id of the country's report on it in this round, written or not: whoever reports, by whatever door, writes the same record. */
  readonly id: RecordId;
  /** The report as the post may know it; absent while there is none, or none that it may see. */
  readonly report?: BoardRecord;
}

export interface AnswerSheet {
  readonly round: ReportRound;
  readonly country: string;
  readonly lines: readonly AnswerLine[];
}

/** What a post has to answer, and has answered. @throws Fault `notFound`, `notAllowed` for a post that is not asked. */
export async function answerSheet(house: House, actor: Actor, roundId: RecordId): Promise<AnswerSheet> {
  const round = await getRound(house, roundId);
  await follow(house);
  const { country } = actor.post;
  if (country === undefined || !mayAnswer(round, actor.post)) {
    const right = round.countries.join(', ');
    throw new Fault('notAllowed', { step: 'save', post: actor.post.id, right });
  }
  // A program may have given a report an id of its own.
  const given = new Map(
    house.board.tracking
      .answersTo(roundId)
      .filter(({ state }) => state.owner === country)
      .map(({ recordId, tracked }) => [tracked.measures?.[0], recordId]),
  );
  const ids = new Map(
    round.measures.map(({ recordId }) => [
      recordId,
      given.get(recordId) ?? answerId(roundId, recordId, country),
    ]),
  );
  const seen = seenBy(house.board, actor, [...house.board.records([...ids.values()]).values()]);
  const lines = round.measures.map((measure): AnswerLine => {
    const id = ids.get(measure.recordId) ?? '';
    const known = seen.get(id);
    const visible = known?.state.inForce !== undefined || known?.state.draft !== undefined;
    return { measure, id, ...(known !== undefined && visible ? { report: known } : {}) };
  });
  return { round, country, lines };
}

function answerId(round: RecordId, measure: RecordId, country: string): RecordId {
  return recordIdFrom('progressReport', `${round} ${measure} ${country}`);
}

/**
 * What the form of an answer begins with: the country's last report on the measure, else the state that is known of it.
 * Never an older report's date: it is said anew of which day one speaks.
 */
export async function answerStart(
  house: House,
  { round, country }: Pick<AnswerSheet, 'round' | 'country'>,
  measure: Tracked,
  titleOf: TitleOf,
): Promise<Readonly<Record<string, unknown>>> {
  const { record } = await show(house, 'reportRound', round.id);
  const { period } = record.values;
  return {
    title: titleOf(measure.tracked.number ?? '', country),
    measure: { register: 'measure', id: measure.recordId },
    round: { register: 'reportRound', id: round.id },
    countries: [country],
    ...(period === undefined ? {} : { period }),
    ...(await saidLast(house, measure, country)),
  };
}

const carriedOver = ['state', 'summary', 'figures', 'sources', 'confidence'] as const;

async function saidLast(
  house: House,
  measure: Tracked,
  country: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { tracking } = house.board;
  const last = tracking
    .about(measure.recordId)
    .findLast(({ tracked, state }) => tracked.role === 'report' && state.owner === country);
  if (last !== undefined) {
    const { values } = (await show(house, last.register, last.recordId)).record;
    return Object.fromEntries(
      carriedOver.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
    );
  }
  const { because } = measureRow(tracking, measure, today(house)).standing;
  return because === undefined ? {} : { state: because.state };
}

/** The answers as rows of a table, one for each measure: what is written already, else what a form would begin with. */
export async function* answerRows(
  house: House,
  actor: Actor,
  sheet: AnswerSheet,
  titleOf: TitleOf,
): AsyncGenerator<Presented> {
  const register = getRegister('progressReport');
  for (const { measure, id, report } of sheet.lines) {
    if (report !== undefined) {
      const shown = await show(house, register.name, id, actor);
      yield shown.draft ?? shown.record;
      continue;
    }
    const values = await answerStart(house, sheet, measure, titleOf);
    const { post } = actor;
    const at = house.clock.now().toISOString();
    const origin = { door: 'form', standing: 'party', country: sheet.country } as const;
    const { version } = register;
    const empty = {
      recordId: id,
      register: register.name,
      number: 0,
      version,
      values,
      post: post.id,
      at,
      origin,
    };
    yield present(register, empty, unborn, 'everybody');
  }
}
