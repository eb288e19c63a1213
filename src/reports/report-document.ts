import type { Document } from '../exchange/documents/document.ts';
import { textIn } from '../kernel/lang-text.ts';
import type { ReportFigures } from '../operations/follow-up/report/report-figures.ts';
import { countryName } from '../vocabulary/countries.ts';
import { formatInstant } from '../wording/format.ts';
import type { Translate } from '../wording/messages.ts';
import { type PrintedReservation, withReservations } from '../wording/reserved.ts';
import { annex } from './annex.ts';
import { countryByCountry, oneCountry } from './countries.ts';
import { changes, gaps } from './gaps.ts';
import { measureByMeasure } from './measures.ts';
import { NoteBook } from './note-book.ts';
import { roundOfReporting } from './round.ts';
import { summary } from './summary.ts';
import { Teller } from './teller.ts';

export interface ReportMaking {
  /** Instant, ISO 8601. */
  readonly madeAt: string;
  /** Of a report that is closed; without one it is a draft and says so on every page. */
  readonly number?: number;
}

/** The report to the ministers, or of one country, in the language of `words`. */
export function reportDocument(words: Translate, figures: ReportFigures, making: ReportMaking): Document {
  const t = withReservations(words, reserved(figures));
  const teller = new Teller(t);
  const notes = new NoteBook(t);
  const { country, instrument } = figures;
  const blocks = [
    ...summary(teller, figures),
    ...(country === undefined ? [] : oneCountry(teller, figures, country)),
    ...changes(teller, figures),
    ...roundOfReporting(teller, figures),
    ...gaps(teller, figures),
    ...measureByMeasure(teller, notes, figures),
    ...(country === undefined ? countryByCountry(teller, figures) : []),
    ...annex(teller, figures),
  ];
  const draft = making.number === undefined;
  return {
    lang: t.lang,
    direction: t.lang === 'ar' ? 'rtl' : 'ltr',
    site: t('site.name'),
    title:
      country === undefined
        ? t('ministerial.title')
        : t('ministerial.countryTitle', { country: teller.country(country) }),
    subtitle: textIn(instrument.title, t.lang).text,
    facts: facts(teller, figures, making),
    ...(draft ? { watermark: t('ministerial.draft') } : {}),
    contents: t('ministerial.contents'),
    foot: t('ministerial.foot', { page: '{page}', pages: '{pages}' }),
    blocks,
    notesTitle: t('ministerial.notes'),
    notes: notes.lines(),
    footnotesTitle: t('reservation.title'),
    footnotes: (t.marking?.footnotes() ?? []).map(({ mark, reservation }) => ({
      mark,
      line: [
        { text: `${t('reservation.by', { country: countryName(reservation.country, t.lang) })} ` },
        teller.text(reservation.text),
      ],
    })),
  };
}

function facts(teller: Teller, figures: ReportFigures, { madeAt, number }: ReportMaking) {
  const { t } = teller;
  const { asOf, since, round } = figures;
  const status =
    number === undefined
      ? t(isHeldUp(figures) ? 'ministerial.status.draft' : 'ministerial.status.notClosed')
      : t('ministerial.status.closed', { number: String(number) });
  const held = round === undefined ? undefined : textIn(round.round.title, t.lang).text;
  return [
    { label: t('ministerial.fact.asOf'), value: teller.day(asOf) },
    ...(since === undefined ? [] : [{ label: t('ministerial.fact.since'), value: teller.day(since) }]),
    ...(held === undefined ? [] : [{ label: t('ministerial.round'), value: held }]),
    { label: t('ministerial.fact.madeAt'), value: formatInstant(t.lang, madeAt) },
    { label: t('ministerial.fact.status'), value: status },
  ];
}

/** Whether the round that is told of is still open: until it is closed nobody can close the report. */
function isHeldUp({ round }: ReportFigures): boolean {
  return round !== undefined && round.round.closedOn === undefined;
}

/** Those on labels and words: the others stand with their records. */
function reserved({ reservations }: ReportFigures): readonly PrintedReservation[] {
  return reservations.flatMap(({ id, country, text, on }) =>
    on.kind === 'label' || on.kind === 'word' ? [{ id, country, text, on }] : [],
  );
}
