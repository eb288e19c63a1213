import { type RecordId, recordIdFrom } from '../../kernel/ids.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { Actor } from '../../policy/actor.ts';
import { follow } from '../follow.ts';
import type { House } from '../house.ts';
import { Refused } from '../refused.ts';
import { type Revised, revise } from '../revise.ts';

/** What a review accepts of a measure. */
export interface ReviewDecided {
  readonly title: LangText;
  readonly measure: RecordId;
  /** The report that it speaks of, where it speaks of one. */
  readonly report?: RecordId;
  /** The day of which it speaks. */
  readonly on: string;
  readonly state: string;
  readonly remarks?: LangText;
}

/**
 * The secretariat accepts the state that a report claims, or sets another, with remarks. `form`: names the act, so that
 * a form sent twice decides once. @throws Fault `notAllowed`, `Refused` with findings at the fields, `revisionMoved`.
 */
export async function decideReview(
  house: House,
  actor: Actor,
  { title, measure, report, on, state, remarks }: ReviewDecided,
  form: string,
): Promise<Revised> {
  await follow(house);
  const { tracking } = house.board;
  if (tracking.find(measure)?.tracked.role !== 'measure') throw missing('measure', measure);
  const about = report === undefined ? undefined : tracking.find(report);
  if (report !== undefined && about?.tracked.measures?.includes(measure) !== true)
    throw missing('report', report);
  const values = {
    title,
    measure: { register: 'measure', id: measure },
    state,
    ...(on === '' ? {} : { on }),
    ...(report === undefined ? {} : { report: { register: 'progressReport', id: report } }),
    ...(remarks === undefined ? {} : { summary: remarks }),
  };
  const id = recordIdFrom('reviewDecision', form);
  const writer = { actor, as: 'thirdParty', door: 'form' } as const;
  return revise(house, { register: 'reviewDecision', id, values, basedOn: 0, writer });
}

function missing(path: string, got: string): Refused {
  return new Refused([{ severity: 'error', path, code: 'noSuchRecord', params: { got } }]);
}
