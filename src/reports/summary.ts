import type { Block } from '../exchange/documents/document.ts';
import { measureStates } from '../followup/entry.ts';
import { medianDays } from '../followup/survival.ts';
import type { ReportFigures } from '../operations/follow-up/report/report-figures.ts';
import { statesChart } from './states-chart.ts';
import type { Teller } from './teller.ts';

/** The report at a glance: numbers, how they were counted, states, and their course over the years. */
export function summary(teller: Teller, figures: ReportFigures): readonly Block[] {
  const { t } = teller;
  const { states, measures, asOf, history } = figures;
  const all = measures.length;
  return [
    teller.heading(t('ministerial.summary')),
    teller.words('ministerial.summaryText', {
      measures: all,
      known: all - states.noInformation,
      silent: states.noInformation,
      done: states.done + states.doneLate,
      late: states.doneLate,
      underWay: states.underWay,
    }),
    atAGlance(teller, figures),
    statesTable(teller, figures),
    ...(history.length < 2 ? [] : [statesChart(teller, history)]),
    teller.heading(t('ministerial.basis'), 2),
    {
      kind: 'list',
      items: [
        [{ text: t('ministerial.basis.states', { date: teller.day(asOf) }) }],
        ...basisOfTime(teller, figures).map((text) => [{ text }]),
        [{ text: t('ministerial.basis.survival') }],
      ],
    },
  ];
}

/** How lateness was counted: all that were due add up, and an event that was itself late is told apart. */
function basisOfTime({ t }: Teller, { timeliness }: ReportFigures): readonly string[] {
  const { due, onTime, atLateEvent, late, open, lateEvents, medianAfterEvent } = timeliness;
  return [
    t('ministerial.basis.time', { n: due, onTime, late, open }),
    ...(atLateEvent === 0 ? [] : [t('board.atLateEvent', { n: atLateEvent })]),
    t('ministerial.basis.late'),
    ...(lateEvents === 0 ? [] : [t('board.lateEvents', { n: lateEvents, due })]),
    ...(lateEvents === 0 || medianAfterEvent === undefined
      ? []
      : [t('board.medianAfterEvent', { days: medianAfterEvent })]),
  ];
}

function atAGlance(teller: Teller, figures: ReportFigures): Block {
  const { t } = teller;
  const { states, measures, overdue, reports, timeliness, survival } = figures;
  const unknown = t('ministerial.unknown');
  const days = (value: number | undefined) => (value === undefined ? unknown : teller.number(value));
  const { due, onTimeShare, medianDelay } = timeliness;
  const items = [
    { value: teller.number(measures.length), label: t('ministerial.figure.measures') },
    { value: teller.number(states.done + states.doneLate), label: t('ministerial.figure.done') },
    { value: teller.number(states.noInformation), label: t('ministerial.figure.noInformation') },
    { value: teller.number(overdue), label: t('ministerial.figure.overdue') },
    { value: teller.number(reports), label: t('ministerial.figure.reports') },
    {
      value: onTimeShare === undefined ? '—' : teller.percent(onTimeShare),
      label: t('ministerial.figure.onTime', { n: due }),
    },
    { value: due === 0 ? '—' : days(medianDelay), label: t('ministerial.figure.medianDelay') },
    { value: days(medianDays(survival)), label: t('ministerial.figure.halfDone') },
  ];
  return { kind: 'figures', items };
}

function statesTable(teller: Teller, { states, measures }: ReportFigures): Block {
  const { t } = teller;
  const all = measures.length;
  const share = (count: number) => teller.cell(all === 0 ? '—' : teller.percent(count / all));
  return teller.table(
    t('ministerial.table.states'),
    [
      { head: t('ministerial.col.state'), width: 5 },
      { head: t('ministerial.col.measures'), width: 2, numeric: true },
      { head: t('ministerial.col.share'), width: 2, numeric: true },
    ],
    [
      ...measureStates.map((state) => [
        [teller.state(state)],
        teller.cell(states[state]),
        share(states[state]),
      ]),
      [
        [{ text: t('ministerial.col.total'), strong: true as const }],
        [{ text: teller.number(all), strong: true as const }],
        share(all),
      ],
    ],
  );
}
