import type { Block, Line } from '../exchange/documents/document.ts';
import type { MeasureAccount, ReportFigures } from '../operations/follow-up/report/report-figures.ts';
import { askedThat } from './round.ts';
import type { Teller } from './teller.ts';

/** What changed since the day that was asked for; nothing where none was. */
export function changes(teller: Teller, { since, measures }: ReportFigures): readonly Block[] {
  if (since === undefined) return [];
  const { t } = teller;
  const moved = measures.flatMap(({ row, before }) => (before === undefined ? [] : [{ row, before }]));
  const heading = teller.heading(t('ministerial.changes', { date: teller.day(since) }));
  if (moved.length === 0) return [heading, teller.words('ministerial.changes.none')];
  return [
    heading,
    teller.table(
      t('ministerial.changes', { date: teller.day(since) }),
      [
        { head: t('ministerial.col.measure'), width: 6 },
        { head: t('ministerial.col.before'), width: 2.4 },
        { head: t('ministerial.col.now'), width: 2.4 },
      ],
      moved.map(({ row, before }) => [
        teller.measure(row.measure),
        [teller.state(before)],
        [teller.state(row.standing.state)],
      ]),
    ),
  ];
}

/** Who is silent and what is missing, by name. */
export function gaps(
  teller: Teller,
  { measures, countries, actors, country, round }: ReportFigures,
): readonly Block[] {
  const { t } = teller;
  const which = (test: (account: MeasureAccount) => boolean): readonly Line[] =>
    measures.filter(test).map(({ row }) => teller.measure(row.measure));
  const silent = countries.filter(({ addressed, reports }) => addressed > 0 && reports === 0);
  const addressed = countries.some((one) => one.addressed > 0);
  const silentActors = actors.filter((one) => one.silent === one.measures);
  return [
    teller.heading(t('ministerial.gaps')),
    ...(country === undefined && !addressed && round === undefined
      ? [teller.words('ministerial.gaps.noCountries')]
      : []),
    ...(country === undefined && round !== undefined
      ? [
          ...teller.listed(t('ministerial.gaps.silentAsked'), askedThat(round, teller, 'silent')),
          ...teller.listed(t('ministerial.gaps.partlyAsked'), askedThat(round, teller, 'partly')),
        ]
      : []),
    ...(country === undefined && addressed
      ? teller.listed(
          t('ministerial.gaps.silentCountries'),
          silent.map((one) => [{ text: teller.country(one.country) }]),
        )
      : []),
    ...teller.listed(
      t('ministerial.gaps.silentActors'),
      silentActors.map(({ actor, measures: n }) => [teller.body(actor), { text: ` (${teller.number(n)})` }]),
    ),
    ...teller.listed(
      t('ministerial.gaps.noInformation'),
      which(({ row }) => row.standing.state === 'noInformation'),
    ),
    ...teller.listed(
      t('ministerial.gaps.overdue'),
      which(({ row }) => row.standing.overdue),
    ),
    ...teller.listed(
      t('ministerial.gaps.claimed'),
      which(({ row }) => row.standing.claimed !== undefined),
    ),
    ...teller.listed(
      t('ministerial.gaps.disputed'),
      which(({ row }) => row.standing.state === 'disputed'),
    ),
  ];
}
