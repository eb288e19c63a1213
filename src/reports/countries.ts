import type { Block, Line } from '../exchange/documents/document.ts';
import type { ReportFigures } from '../operations/follow-up/report/report-figures.ts';
import type { Teller } from './teller.ts';

/** A line for every country that is named, took something up or reported. */
export function countryByCountry(teller: Teller, { countries }: ReportFigures): readonly Block[] {
  const { t } = teller;
  const heading = teller.heading(t('ministerial.countries'), 1, countries.length > 12);
  if (countries.length === 0) return [heading, teller.words('ministerial.countries.none')];
  const numeric = { numeric: true } as const;
  return [
    heading,
    teller.table(
      t('ministerial.countries'),
      [
        { head: t('ministerial.col.country'), width: 4 },
        { head: t('ministerial.col.addressed'), width: 1.7, ...numeric },
        { head: teller.stateName('done'), width: 1.7, ...numeric },
        { head: teller.stateName('underWay'), width: 1.7, ...numeric },
        { head: t('ministerial.col.silent'), width: 1.9, ...numeric },
        { head: t('ministerial.col.commitments'), width: 2.1, ...numeric },
        { head: t('ministerial.col.reports'), width: 1.6, ...numeric },
        { head: t('ministerial.col.unanswered'), width: 1.7, ...numeric },
        { head: t('ministerial.col.lastOn'), width: 2.6 },
      ],
      countries.map(({ country, addressed, states, commitments, reports, unanswered, lastOn }) => [
        [{ text: teller.country(country) }],
        teller.cell(addressed),
        teller.cell(states.done + states.doneLate),
        teller.cell(states.underWay),
        teller.cell(states.noInformation),
        teller.cell(commitments),
        teller.cell(reports),
        teller.cell(unanswered),
        teller.cell(lastOn === undefined ? '—' : teller.day(lastOn)),
      ]),
    ),
  ];
}

/** Of one country: what it promised, did and owes. */
export function oneCountry(teller: Teller, figures: ReportFigures, country: string): readonly Block[] {
  const { t } = teller;
  const { measures } = figures;
  const named = measures.filter(({ row }) => row.measure.countries.includes(country));
  const own = measures.flatMap(({ commitments }) =>
    commitments.filter(({ countries }) => countries.includes(country)),
  );
  const made = [...new Map(own.map((one) => [one.recordId, one])).values()];
  const did = measures.flatMap(({ row, said }) =>
    said.filter(({ countries }) => countries.includes(country)).map((one) => ({ row, one })),
  );
  const unanswered = named.filter(({ said }) => !said.some(({ countries }) => countries.includes(country)));
  const overdue = measures.filter(({ row }) => row.standing.overdue);
  const line = ({ row }: (typeof measures)[number]): Line => [
    ...teller.measure(row.measure),
    { text: ' · ' },
    teller.state(row.standing.state),
  ];
  return [
    teller.heading(t('ministerial.promised')),
    ...teller.listed(t('ministerial.promised.named'), named.map(line)),
    ...teller.listed(
      t('ministerial.promised.taken'),
      made.map(({ title }) => [teller.text(title)]),
    ),
    teller.heading(t('ministerial.did')),
    ...teller.listed(
      t('ministerial.col.reports'),
      did.map(({ row, one }) => [
        { text: `${teller.day(one.on)} · `, strong: true },
        ...teller.measure(row.measure),
      ]),
    ),
    teller.heading(t('ministerial.owes')),
    ...teller.listed(t('ministerial.owes.unanswered'), unanswered.map(line)),
    ...teller.listed(t('ministerial.gaps.overdue'), overdue.map(line)),
  ];
}
