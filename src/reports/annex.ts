import type { Block } from '../exchange/documents/document.ts';
import { measureStates } from '../followup/entry.ts';
import { yearOf } from '../kernel/partial-date.ts';
import type { ReportFigures } from '../operations/follow-up/report/report-figures.ts';
import type { Teller } from './teller.ts';

const numeric = { numeric: true } as const;

/** All numbers in tables. */
export function annex(teller: Teller, figures: ReportFigures): readonly Block[] {
  return [
    teller.heading(teller.t('ministerial.annex'), 1, true),
    allMeasures(teller, figures),
    yearByYear(teller, figures),
    ...actors(teller, figures),
    ...survival(teller, figures),
  ];
}

function allMeasures(teller: Teller, { measures }: ReportFigures): Block {
  const { t } = teller;
  const day = (date: string | undefined) => teller.cell(date === undefined ? '—' : teller.day(date));
  const days = (n: number | undefined) => teller.cell(n ?? '—');
  const withEvents = measures.some(({ row }) => (row.lateness?.event ?? 0) > 0);
  return teller.table(
    t('ministerial.table.measures'),
    [
      { head: t('ministerial.col.number'), width: 1 },
      { head: t('ministerial.col.measure'), width: 6 },
      { head: t('ministerial.col.state'), width: 2.3 },
      { head: t('ministerial.col.since'), width: 2.2 },
      { head: t('ministerial.col.due'), width: 2.2 },
      { head: t('board.delay'), width: 1.3, ...numeric },
      ...(withEvents ? [{ head: t('board.eventDelay'), width: 1.6, ...numeric }] : []),
      { head: t('ministerial.col.reports'), width: 1.3, ...numeric },
    ],
    measures.map(({ row: { measure, standing, deadline, lateness, reports } }) => [
      teller.cell(measure.tracked.number ?? '—'),
      [teller.text(measure.title)],
      [teller.state(standing.state)],
      day(standing.since),
      day(deadline?.planned),
      days(lateness?.total),
      ...(withEvents ? [days(lateness?.event)] : []),
      teller.cell(reports),
    ]),
  );
}

function yearByYear(teller: Teller, { history }: ReportFigures): Block {
  const { t } = teller;
  return teller.table(
    t('ministerial.chart'),
    [
      { head: t('ministerial.col.on'), width: 1.2 },
      ...measureStates.map((state) => ({ head: teller.stateName(state), width: 1.4, ...numeric })),
      { head: t('ministerial.col.total'), width: 1.1, ...numeric },
    ],
    history.map(({ on, states }) => [
      teller.cell(on.endsWith('-12-31') ? String(yearOf(on)) : teller.day(on)),
      ...measureStates.map((state) => teller.cell(states[state])),
      teller.cell(measureStates.reduce((sum, state) => sum + states[state], 0)),
    ]),
  );
}

function actors(teller: Teller, figures: ReportFigures): readonly Block[] {
  const { t } = teller;
  if (figures.actors.length === 0) return [];
  return [
    teller.table(
      t('ministerial.table.actors'),
      [
        { head: t('ministerial.col.actor'), width: 6 },
        { head: t('ministerial.col.measures'), width: 1.5, ...numeric },
        { head: t('ministerial.col.silent'), width: 1.8, ...numeric },
        { head: t('ministerial.col.overdue'), width: 1.5, ...numeric },
      ],
      figures.actors.map(({ actor, measures, silent, overdue }) => [
        [teller.body(actor)],
        teller.cell(measures),
        teller.cell(silent),
        teller.cell(overdue),
      ]),
    ),
  ];
}

function survival(teller: Teller, figures: ReportFigures): readonly Block[] {
  const { t } = teller;
  if (figures.survival.length === 0) return [];
  return [
    teller.table(
      t('ministerial.table.survival'),
      [
        { head: t('ministerial.col.days'), width: 1, ...numeric },
        { head: t('ministerial.col.atRisk'), width: 1, ...numeric },
        { head: t('ministerial.col.completed'), width: 1, ...numeric },
        { head: t('ministerial.col.open'), width: 1, ...numeric },
      ],
      figures.survival.map(({ days, atRisk, completed, open }) => [
        teller.cell(days),
        teller.cell(atRisk),
        teller.cell(completed),
        teller.cell(teller.percent(open)),
      ]),
    ),
  ];
}
