import type { SourceLink } from '../../../fields/links.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { LangText } from '../../../kernel/lang-text.ts';
import { lastDayOf, type PartialDate } from '../../../kernel/partial-date.ts';
import type { House } from '../../house.ts';
import { inForce } from '../../internal/in-force.ts';
import type { Tracked } from '../../ports/tracking.ts';
import { groundsOf } from './grounds-of.ts';

/** One report, or one decision of a review, with what shows it. */
export interface SaidOf {
  readonly recordId: RecordId;
  readonly register: string;
  readonly by: 'report' | 'review';
  readonly on: PartialDate;
  readonly state: string;
  readonly text: LangText;
  /** Countries that say it. */
  readonly countries: readonly string[];
  readonly evidence: readonly SourceLink[];
}

/** What was said of measures by a day, by measure and date: as everybody may see it. */
export async function saidOf(
  house: House,
  measures: readonly RecordId[],
  asOf: string,
): Promise<ReadonlyMap<RecordId, readonly SaidOf[]>> {
  const { tracking } = house.board;
  const dated = measures.map((measure) => ({
    measure,
    records: tracking.about(measure).filter((one) => isSaidBy(one, asOf)),
  }));
  const ids = [...new Set(dated.flatMap(({ records }) => records.map(({ recordId }) => recordId)))];
  const shown = new Map((await inForce(house, ids)).map((record) => [record.id, record]));
  return new Map(
    dated.map(({ measure, records }) => [
      measure,
      records.flatMap((one) => {
        const record = shown.get(one.recordId);
        const { on, state, role } = one.tracked;
        if (record === undefined || on === undefined || state === undefined) return [];
        const { text, evidence } = groundsOf(record);
        const by = role === 'review' ? ('review' as const) : ('report' as const);
        const { recordId, register, countries, title } = one;
        return [{ recordId, register, by, on, state, text: text ?? title, countries, evidence }];
      }),
    ]),
  );
}

function isSaidBy({ tracked: { role, on } }: Tracked, asOf: string): boolean {
  return (role === 'report' || role === 'review') && on !== undefined && lastDayOf(on) <= asOf;
}
