import type { Block, Line, Run } from '../exchange/documents/document.ts';
import { isMeasureState } from '../followup/entry.ts';
import { doneDayOf } from '../operations/follow-up/measure-row.ts';
import type { MeasureAccount, ReportFigures } from '../operations/follow-up/report/report-figures.ts';
import type { SaidOf } from '../operations/follow-up/report/said-of.ts';
import { listOf } from '../wording/format.ts';
import { latenessWords } from '../wording/lateness-words.ts';
import { comma } from '../wording/punctuation.ts';
import type { NoteBook } from './note-book.ts';
import type { Teller } from './teller.ts';

/** Each measure with its state and everything that was said of it, evidence as notes. */
export function measureByMeasure(teller: Teller, notes: NoteBook, figures: ReportFigures): readonly Block[] {
  return [
    teller.heading(teller.t('ministerial.measures'), 1, true),
    ...figures.measures.flatMap((account) => measure(teller, notes, account)),
  ];
}

function measure(teller: Teller, notes: NoteBook, account: MeasureAccount): readonly Block[] {
  const { row, said } = account;
  const { number = '', actors = [] } = row.measure.tracked;
  const { t } = teller;
  const head: Block = {
    kind: 'measure',
    number,
    title: teller.text(row.measure.title),
    state: [teller.state(row.standing.state)],
  };
  const acting: Line =
    actors.length === 0
      ? []
      : [
          {
            text: `${t('ministerial.measure.actors', {
              actors: listOf(
                t.lang,
                actors.map((one) => teller.body(one).text),
              ),
            })} `,
          },
        ];
  const facts: Line = [...acting, ...sentences(teller, account)];
  return [
    head,
    ...(facts.length === 0 ? [] : [{ kind: 'paragraph', line: facts, quiet: true } as const]),
    said.length === 0
      ? teller.words('ministerial.measure.silent')
      : { kind: 'list', dated: true, items: said.map((one) => entry(teller, notes, one)) },
  ];
}

function sentences(teller: Teller, { row, commitments }: MeasureAccount): readonly Run[] {
  const { t } = teller;
  const { standing, deadline } = row;
  const planned = deadline?.planned;
  const takers = [...new Set(commitments.flatMap(({ countries }) => countries))];
  return [
    planned === undefined
      ? ''
      : t('ministerial.measure.due', { due: t('due.day', { date: teller.day(planned) }) }),
    standing.overdue && planned !== undefined
      ? t('ministerial.measure.overdue', { date: teller.day(planned) })
      : '',
    ...(row.lateness === undefined ? [] : latenessWords(t, row.lateness, doneDayOf(row) !== undefined)),
    takers.length === 0 ? '' : t('ministerial.measure.takenUp', { countries: teller.countries(takers) }),
    standing.claimed === undefined
      ? ''
      : t('ministerial.measure.claimed', { date: teller.day(standing.claimed.on) }),
  ]
    .filter((sentence) => sentence !== '')
    .map((text) => ({ text: `${text} ` }));
}

function entry(teller: Teller, notes: NoteBook, said: SaidOf): Line {
  const { on, state, by, countries, text, evidence } = said;
  const who = [
    ...(countries.length === 0 ? [] : [teller.countries(countries)]),
    ...(by === 'review' ? [teller.t('ministerial.said.review')] : []),
  ];
  const name: Run = isMeasureState(state) ? teller.state(state) : { text: state };
  return [
    { text: `${teller.day(on)} `, strong: true },
    name,
    { text: who.length === 0 ? ' · ' : ` · ${who.join(comma(teller.t))} · ` },
    { ...teller.text(text), notes: notes.numbersOf(evidence) },
  ];
}
