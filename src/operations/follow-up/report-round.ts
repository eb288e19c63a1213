import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import { lastDayOf } from '../../kernel/partial-date.ts';
import type { Post } from '../../lifecycle/post.ts';
import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import type { Tracked } from '../ports/tracking.ts';

/** A round of reporting with what it asks for. */
export interface ReportRound {
  readonly id: RecordId;
  readonly title: LangText;
  readonly instrument: RecordId;
  /** The measures asked for, in the order of their numbers. */
  readonly measures: readonly Tracked[];
  /** Days, `YYYY-MM-DD`; `deadline` is the last day on time. */
  readonly openedOn: string;
  readonly deadline: string;
  readonly closedOn?: string;
  /** Every country that is asked, itself or through a post of it (alpha-2), in order. */
  readonly countries: readonly string[];
  /** Those asked as a whole: every post of theirs may answer. */
  readonly whole: readonly string[];
  /** Ids of the posts asked by themselves. */
  readonly posts: readonly string[];
}

/** What a record of the register of rounds says, with its measures and countries looked up. */
export function roundOf({ board }: Pick<House, 'board'>, { recordId, title, tracked }: Tracked): ReportRound {
  const { instrument = '', on = '', deadline = '', closedOn, asked = [], askedPosts = [] } = tracked;
  const named = new Set(tracked.measures ?? []);
  const measures = board.tracking
    .measuresOf(instrument)
    .filter((measure) => named.size === 0 || named.has(measure.recordId));
  const through = askedPosts.flatMap((id) => board.posts().get(id)?.country ?? []);
  return {
    id: recordId,
    title,
    instrument,
    measures,
    openedOn: lastDayOf(on),
    deadline: lastDayOf(deadline),
    ...(closedOn === undefined ? {} : { closedOn: lastDayOf(closedOn) }),
    countries: [...new Set([...asked, ...through])].sort(),
    whole: asked,
    posts: askedPosts,
  };
}

/** As the board has it, without catching up with the log; undefined for whatever is no round that is listed. */
export function findRound({ board }: Pick<House, 'board'>, id: RecordId): ReportRound | undefined {
  const tracked = board.tracking.find(id);
  return tracked?.tracked.role === 'round' ? roundOf({ board }, tracked) : undefined;
}

/** @throws Fault `notFound`. */
export async function getRound(house: House, id: RecordId): Promise<ReportRound> {
  await followForReading(house);
  const round = findRound(house, id);
  if (round === undefined) throw new Fault('notFound', { register: 'reportRound', id });
  return round;
}

/** Rounds of an instrument, or of all, the newest first. */
export async function reportRounds(house: House, instrument?: RecordId): Promise<readonly ReportRound[]> {
  await followForReading(house);
  return house.board.tracking
    .rounds()
    .filter(({ tracked }) => instrument === undefined || tracked.instrument === instrument)
    .map((tracked) => roundOf(house, tracked));
}

/** The last round on an instrument that had been opened by a day. The board must have followed the log. */
export function lastRound(
  house: Pick<House, 'board'>,
  instrument: RecordId,
  day: string,
): ReportRound | undefined {
  return roundsOn(house, instrument).find(({ openedOn }) => openedOn <= day);
}

/** Rounds on an instrument that still take reports. The board must have followed the log. */
export function openRoundsOn(house: Pick<House, 'board'>, instrument: RecordId): readonly ReportRound[] {
  return roundsOn(house, instrument).filter(isOpenRound);
}

function roundsOn(house: Pick<House, 'board'>, instrument: RecordId): readonly ReportRound[] {
  return house.board.tracking
    .rounds()
    .filter(({ tracked }) => tracked.instrument === instrument)
    .map((tracked) => roundOf(house, tracked));
}

/** Whether reports that name the round are still taken. */
export function isOpenRound({ closedOn }: ReportRound): boolean {
  return closedOn === undefined;
}

/** Whether the round took no more reports at the end of a day. */
export function isClosedBy({ closedOn }: ReportRound, day: string): boolean {
  return closedOn !== undefined && closedOn <= day;
}

/** Whether a post may answer: it is asked itself, its whole country is, or it releases what a post of its country types. */
export function mayAnswer(round: ReportRound, { id, kind, country }: Post): boolean {
  if (round.posts.includes(id)) return true;
  if (country === undefined) return false;
  if (kind === 'focalPoint') return round.countries.includes(country);
  return round.whole.includes(country);
}

/**
 * Whether the round is a task of the post: of those asked by themselves, and of the focal points of every country asked,
 * who see to it that somebody answers. Others of a country asked as a whole may answer and are not called upon.
 */
export function isCalledUpon(round: ReportRound, { id, kind, country }: Post): boolean {
  if (round.posts.includes(id)) return true;
  return kind === 'focalPoint' && country !== undefined && round.countries.includes(country);
}
