import type { Document } from '../exchange/documents/document.ts';
import { textIn } from '../kernel/lang-text.ts';
import type { ReportFigures } from '../operations/follow-up/report/report-figures.ts';
import { countryName } from '../vocabulary/countries.ts';
import { formatInstant } from '../wording/format.ts';
import type { Translate } from '../wording/messages.ts';
import { onWords, withReservations } from '../wording/reserved.ts';
import { annex } from './annex.ts';
import { countryByCountry, oneCountry } from './countries.ts';
import { FootnoteBook, privateMark } from './footnote-book.ts';
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
  const t = withReservations(words, onWords(figures.reservations), privateMark);
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
  const book = new FootnoteBook(blocks);
  const draft = making.number === undefined;
  const title =
    country === undefined
      ? t('ministerial.title')
      : t('ministerial.countryTitle', { country: teller.country(country) });
  return {
    lang: t.lang,
    direction: t.lang === 'ar' ? 'rtl' : 'ltr',
    site: words('site.name'),
    title: book.plain(title),
    subtitle: textIn(instrument.title, t.lang).text,
    facts: facts(teller, figures, making).map(({ label, value }) => ({
      label: book.plain(label),
      value: book.plain(value),
    })),
    ...(draft ? { watermark: words('ministerial.draft') } : {}),
    contents: words('ministerial.contents'),
    foot: words('ministerial.foot', { page: '{page}', pages: '{pages}' }),
    blocks: book.placed(blocks),
    notesTitle: words('ministerial.notes'),
    notes: notes.lines().map((line) => book.line(line)),
    footnotesTitle: words('reservation.title'),
    footnotes: footnoteLines(teller, book),
  };
}

/** What countries hold against the words and labels that were marked, in the order of their numbers. */
function footnoteLines(teller: Teller, book: FootnoteBook): Document['footnotes'] {
  const { t } = teller;
  const byMark = new Map((t.marking?.footnotes() ?? []).map(({ mark, reservation }) => [mark, reservation]));
  return book.met().flatMap((mark) => {
    const reservation = byMark.get(mark);
    if (reservation === undefined) return [];
    const by = t('reservation.by', { country: countryName(reservation.country, t.lang) });
    return [[{ text: `${book.plain(by)} ` }, teller.text(reservation.text)]];
  });
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
