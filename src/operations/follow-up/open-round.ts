import { randomUUID } from 'node:crypto';
import { type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { Actor } from '../../policy/actor.ts';
import { type House, today } from '../house.ts';
import { type Revised, revise } from '../revise.ts';

/** What a secretariat asks for. */
export interface RoundAsked {
  readonly title: LangText;
  readonly instrument: RecordId;
  /** None: all of the instrument. */
  readonly measures: readonly RecordId[];
  readonly summary?: LangText;
  readonly period?: { readonly start?: string; readonly end?: string };
  readonly deadline: string;
  /** Alpha-2 codes, and ids of posts. */
  readonly countries: readonly string[];
  readonly posts: readonly string[];
}

/**
 * Opens a round of reporting from today on: who is asked finds it in the workspace and is told by mail.
 * `id`: chosen by the door, so that a form sent twice opens one round.
 * @throws Fault `notAllowed` for any post but a secretariat, `Refused` with findings at the fields, `revisionMoved` where
 * the id is taken.
 */
export function openRound(
  house: House,
  actor: Actor,
  { title, instrument, measures, summary, period, deadline, countries, posts }: RoundAsked,
  id: RecordId = recordIdFrom('reportRound', randomUUID()),
): Promise<Revised> {
  const values = {
    title,
    instrument: { register: 'instrument', id: instrument },
    openedOn: today(house),
    ...(deadline === '' ? {} : { deadline }),
    ...(measures.length === 0 ? {} : { measures: measures.map((one) => ({ register: 'measure', id: one })) }),
    ...(summary === undefined ? {} : { summary }),
    ...(period === undefined ? {} : { period }),
    ...(countries.length === 0 ? {} : { countries }),
    ...(posts.length === 0 ? {} : { posts }),
  };
  const writer = { actor, as: 'thirdParty', door: 'form' } as const;
  return revise(house, { register: 'reportRound', id, values, basedOn: 0, writer });
}
