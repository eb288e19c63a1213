import type { Block, Line } from '../exchange/documents/document.ts';
import type { ReportFigures } from '../operations/follow-up/report/report-figures.ts';
import {
  type AnswerStanding,
  answerStandings,
  type CountryAnswer,
  type RoundAnswers,
} from '../operations/follow-up/round-answers.ts';
import type { Teller } from './teller.ts';

/** Who was asked in the round of reporting, and how they answered: counts that add up, then country by country. */
export function roundOfReporting(teller: Teller, { round, country }: ReportFigures): readonly Block[] {
  if (round === undefined) return [];
  const shown =
    country === undefined ? round.countries : round.countries.filter((one) => one.country === country);
  return [
    teller.heading(teller.t('ministerial.round'), 1),
    about(teller, round),
    ...(country === undefined ? [counts(teller, round)] : []),
    ...(shown.length === 0 ? [teller.words('ministerial.round.notAsked')] : [byCountry(teller, shown)]),
  ];
}

/** Countries that were asked and answered in this way, as lines of a list. */
export function askedThat(
  { countries }: RoundAnswers,
  teller: Teller,
  which: AnswerStanding,
): readonly Line[] {
  return countries
    .filter(({ standing }) => standing === which)
    .map(({ country, missing }) => [
      { text: teller.country(country) },
      ...(which === 'partly'
        ? [{ text: ` (${teller.t('ministerial.round.missing', { n: missing.length })})` }]
        : []),
    ]);
}

function about(teller: Teller, { round, reports, wanted }: RoundAnswers): Block {
  const { t } = teller;
  const { title, openedOn, deadline, closedOn, countries, measures } = round;
  const dates =
    closedOn === undefined
      ? t('ministerial.round.open', { from: teller.day(openedOn), deadline: teller.day(deadline) })
      : t('ministerial.round.closed', {
          from: teller.day(openedOn),
          deadline: teller.day(deadline),
          closed: teller.day(closedOn),
        });
  const asked = t('ministerial.round.asked', {
    countries: countries.length,
    measures: measures.length,
    reports,
    wanted,
  });
  return { kind: 'paragraph', line: [teller.text(title), { text: `. ${dates} ${asked}` }] };
}

function counts(teller: Teller, { counts: by, countries }: RoundAnswers): Block {
  const { t } = teller;
  return teller.table(
    t('round.caption'),
    [
      { head: t('round.column.answer'), width: 5 },
      { head: t('ministerial.col.countries'), width: 2, numeric: true },
    ],
    [
      ...answerStandings.map((one) => [[{ text: t(`round.standing.${one}`) }], teller.cell(by[one])]),
      [
        [{ text: t('round.total'), strong: true as const }],
        [{ text: teller.number(countries.length), strong: true as const }],
      ],
    ],
  );
}

function byCountry(teller: Teller, countries: readonly CountryAnswer[]): Block {
  const { t } = teller;
  const day = (date: string | undefined) => teller.cell(date === undefined ? '—' : teller.day(date));
  return teller.table(
    t('ministerial.round.byCountry'),
    [
      { head: t('round.column.country'), width: 4 },
      { head: t('round.column.answer'), width: 3 },
      { head: t('round.column.reports'), width: 1.6, numeric: true },
      { head: t('ministerial.round.nothing'), width: 1.8, numeric: true },
      { head: t('ministerial.round.disputed'), width: 1.6, numeric: true },
      { head: t('round.column.first'), width: 2.4 },
      { head: t('round.column.last'), width: 2.4 },
    ],
    countries.map(({ country, standing, reports, nothing, disputed, firstOn, lastOn }) => [
      [{ text: teller.country(country) }],
      [{ text: t(`round.standing.${standing}`) }],
      teller.cell(reports.length),
      teller.cell(nothing),
      teller.cell(disputed),
      day(firstOn),
      day(lastOn),
    ]),
  );
}
