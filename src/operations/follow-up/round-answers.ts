import type { RecordId } from '../../kernel/ids.ts';
import type { House } from '../house.ts';
import type { Tracked } from '../ports/tracking.ts';
import { isClosedBy, type ReportRound } from './report-round.ts';

/** How a country has answered a round: all measures, by the deadline or after it; some; none. */
export const answerStandings = ['onTime', 'late', 'partly', 'silent'] as const;
export type AnswerStanding = (typeof answerStandings)[number];

/** What a country that was asked has answered. */
export interface CountryAnswer {
  readonly country: string;
  readonly standing: AnswerStanding;
  /** Its reports in force, by date; of each measure one. */
  readonly reports: readonly Tracked[];
  /** Of them, those that say that there is nothing to report. */
  readonly nothing: number;
  /** Measures asked for that it has not answered. */
  readonly missing: readonly Tracked[];
  /** Days on which its first and its last answer came. */
  readonly firstOn?: string;
  readonly lastOn?: string;
  /** Reports that another country disputes. */
  readonly disputed: number;
}

export interface RoundAnswers {
  readonly round: ReportRound;
  /** One for each country asked, by code. */
  readonly countries: readonly CountryAnswer[];
  /** How many countries stand how: they add up to all that were asked. */
  readonly counts: Readonly<Record<AnswerStanding, number>>;
  /** Reports that there are of those that were asked for: countries times measures. */
  readonly reports: number;
  readonly wanted: number;
  /** The deadline is past: who has not answered is overdue. */
  readonly overdue: boolean;
}

/** Who was asked, who had answered by a day and when, and who was silent. */
export function roundAnswers({ board }: Pick<House, 'board'>, round: ReportRound, day: string): RoundAnswers {
  const there = board.tracking
    .answersTo(round.id)
    .filter(({ state: { firstReleasedAt } }) => (firstReleasedAt ?? '').slice(0, 10) <= day);
  const byCountry = Map.groupBy(there, ({ state }) => state.owner ?? '');
  const countries = round.countries.map((country) =>
    countryAnswer(round, country, byCountry.get(country) ?? []),
  );
  const counts = Object.fromEntries(
    answerStandings.map((one) => [one, countries.filter(({ standing }) => standing === one).length]),
  ) as Record<AnswerStanding, number>;
  return {
    round,
    countries,
    counts,
    reports: countries.reduce((sum, { reports }) => sum + reports.length, 0),
    wanted: countries.length * round.measures.length,
    overdue: round.deadline < day && !isClosedBy(round, day),
  };
}

/** Only what a country has released counts, and of each measure its last report. */
export function countryAnswer(round: ReportRound, country: string, named: readonly Tracked[]): CountryAnswer {
  const asked = new Set(round.measures.map(({ recordId }) => recordId));
  const byMeasure = new Map<RecordId, Tracked>();
  for (const report of named) {
    const [measure] = report.tracked.measures ?? [];
    const counts = report.state.standing === 'party' && measure !== undefined && asked.has(measure);
    if (counts) byMeasure.set(measure, report);
  }
  const reports = [...byMeasure.values()];
  const days = reports.map(({ state }) => (state.firstReleasedAt ?? '').slice(0, 10)).sort();
  const [firstOn] = days;
  const lastOn = days.at(-1);
  return {
    country,
    standing: standingOf(round, reports.length, lastOn),
    reports,
    nothing: reports.filter(({ tracked }) => tracked.state === 'noInformation').length,
    missing: round.measures.filter(({ recordId }) => !byMeasure.has(recordId)),
    ...(firstOn === undefined ? {} : { firstOn }),
    ...(lastOn === undefined ? {} : { lastOn }),
    disputed: reports.filter(({ state }) =>
      Object.values(state.answers).some((answer) => answer.state === 'disputed'),
    ).length,
  };
}

function standingOf(round: ReportRound, answered: number, lastOn: string | undefined): AnswerStanding {
  if (answered === 0 || lastOn === undefined) return 'silent';
  if (answered < round.measures.length) return 'partly';
  return lastOn <= round.deadline ? 'onTime' : 'late';
}
