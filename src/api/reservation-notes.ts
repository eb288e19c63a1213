import { textIn } from '../kernel/lang-text.ts';
import type { Reservation } from '../lifecycle/state.ts';
import type { Presented } from '../policy/present.ts';
import { countries, countryName } from '../vocabulary/countries.ts';
import { type Translate, translator } from '../wording/messages.ts';
import { markedName, onWords, withReservations } from '../wording/reserved.ts';
import { type Asked, languageOf } from './asked.ts';

/** The words of the language asked for, marked where countries have reservations about labels and words. */
export function markedWords({ office, context }: Asked): Translate {
  return withReservations(translator(languageOf(context)), onWords(office.board.reservations()));
}

/**
 * What countries hold against a record and the labels that it shows, a sentence each: it goes wherever the record goes.
 * Those whose marks were put behind labels before begin with them.
 */
export function reservationNotes(t: Translate, { review }: Presented): readonly string[] {
  const marks = new Map(t.marking?.footnotes().map(({ mark, reservation }) => [reservation.id, `${mark} `]));
  return review.reservations.map((one) => sentence(t, marks.get(one.id) ?? '', one));
}

/** What a country is called, with the marks of reservations on its name. */
export function countryLabel(t: Translate, code: string): string {
  return markedName(t, countries.name, code, countryName(code, t.lang));
}

/** The notes to the marks that were put into texts, in their order. */
export function markNotes(t: Translate): readonly string[] {
  const notes = t.marking?.footnotes() ?? [];
  return notes.map(({ mark, reservation }) => sentence(t, `${mark} `, reservation));
}

function sentence(
  t: Translate,
  mark: string,
  { country, text }: Pick<Reservation, 'country' | 'text'>,
): string {
  const by = t('reservation.by', { country: countryName(country, t.lang) });
  return `${mark}${by} ${textIn(text, t.lang).text}`;
}

/** What countries reserve about a label, in their own words; no member where nobody does. */
export function onLabel(reservations: readonly Reservation[], list: string, code: string) {
  const said = reservations.flatMap(({ country, text, on }) =>
    on.kind === 'label' && on.list === list && on.code === code ? [{ country, text }] : [],
  );
  return said.length === 0 ? {} : { reservations: said };
}
