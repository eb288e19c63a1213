import type { SourceLink } from '../../fields/links.ts';
import { Fault } from '../../kernel/fault.ts';
import { lastDayOf } from '../../kernel/partial-date.ts';
import type { Presented } from '../../policy/present.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';
import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import type { Tracked } from '../ports/tracking.ts';
import { show } from '../show.ts';
import { type MeasureRow, measureRow } from './measure-row.ts';

/** One report or decision about a measure, with what shows it. */
export interface Said {
  readonly tracked: Tracked;
  readonly record: Presented;
  readonly evidence: readonly SourceLink[];
}

/** How a measure stands, with everything that it rests on. */
export interface MeasureDetail {
  readonly row: MeasureRow;
  readonly instrument?: Tracked;
  /** Reports and decisions of reviews until the day, the newest first, at most as many as asked for. */
  readonly said: readonly Said[];
  readonly commitments: readonly Tracked[];
  readonly indicators: readonly Tracked[];
  readonly dependsOn: readonly Tracked[];
  readonly dependants: readonly Tracked[];
}

/** @throws Fault `notFound` for what is no measure. */
export async function measureDetail(
  house: House,
  id: string,
  asOf: string,
  most: number,
): Promise<MeasureDetail> {
  await followForReading(house);
  const { tracking } = house.board;
  const measure = tracking.find(id);
  if (measure?.tracked.role !== 'measure') throw new Fault('notFound', { id });
  const about = tracking.about(id);
  const until = about.filter(
    ({ tracked: { role, on } }) =>
      (role === 'report' || role === 'review') && on !== undefined && lastDayOf(on) <= asOf,
  );
  const { instrument: from, dependsOn = [] } = measure.tracked;
  const instrument = from === undefined ? undefined : tracking.find(from);
  return {
    row: measureRow(tracking, measure, asOf),
    ...(instrument === undefined ? {} : { instrument }),
    said: await Promise.all(
      until
        .slice(-most)
        .toReversed()
        .map((one) => saidBy(house, one)),
    ),
    commitments: about.filter(({ tracked }) => tracked.role === 'commitment'),
    indicators: about.filter(({ tracked }) => tracked.role === 'indicator'),
    dependsOn: dependsOn.flatMap((one) => tracking.find(one) ?? []),
    dependants:
      from === undefined
        ? []
        : tracking.measuresOf(from).filter(({ tracked }) => tracked.dependsOn?.includes(id)),
  };
}

async function saidBy(house: House, tracked: Tracked): Promise<Said> {
  const { record } = await show(house, tracked.register, tracked.recordId);
  // Only lists of sources mean evidence.
  const evidence = (valueMeaning(record, 'followup:evidence') ?? []) as readonly SourceLink[];
  return { tracked, record, evidence };
}
