import { footnoteMark } from '../kernel/footnote-mark.ts';
import type { LangText } from '../kernel/lang-text.ts';
import type { MessageKey, MessageValues, Translate } from './messages.ts';

/** A country's reservation on a label of a code list, or on a word in its forms by language. */
export interface PrintedReservation {
  readonly id: string;
  readonly country: string;
  readonly text: LangText;
  readonly on:
    | { readonly kind: 'label'; readonly list: string; readonly code: string }
    | { readonly kind: 'word'; readonly forms: Readonly<Record<string, string>> };
}

/** What a country may have a reservation about: labels and words; records and their fields are not printed like these. */
interface AnyReservation {
  readonly id: string;
  readonly country: string;
  readonly text: LangText;
  readonly on: PrintedReservation['on'] | { readonly kind: 'record' | 'field' };
}

/** Of all reservations those on labels and words: the others stand with their records. */
export function onWords(reservations: readonly AnyReservation[]): readonly PrintedReservation[] {
  return reservations.flatMap(({ id, country, text, on }) =>
    on.kind === 'label' || on.kind === 'word' ? [{ id, country, text, on }] : [],
  );
}

/** A reservation with the mark that points to it. */
export interface Footnote {
  readonly mark: string;
  readonly reservation: PrintedReservation;
}

/** Puts marks behind what countries have reservations about, and remembers which footnotes a page then needs. */
export interface Marking {
  /** The mark behind a label; empty where nobody has a reservation. */
  mark(list: string, code: string): string;
  /** The text with a mark behind each word that somebody has a reservation about. */
  inWords(text: string): string;
  /** The notes that marks were given for, in the order of the marks. */
  footnotes(): readonly Footnote[];
}

/**
 * The same words, with marks behind reserved labels and words. One a page: it remembers what was marked.
 * @param markFor how the mark of the n-th reservation is written.
 */
export function withReservations(
  t: Translate,
  reservations: readonly PrintedReservation[],
  markFor: (n: number) => string = footnoteMark,
): Translate {
  if (reservations.length === 0) return t;
  const notes = reservations.map((reservation, i) => ({ mark: markFor(i + 1), reservation }));
  const used = new Set<Footnote>();
  const words = notes.flatMap((note) => {
    const pattern = wordPattern(note.reservation, t.lang);
    return pattern === undefined ? [] : [{ note, pattern }];
  });
  const marking: Marking = {
    mark: (list, code) =>
      notes
        .filter(({ reservation: { on } }) => on.kind === 'label' && on.list === list && on.code === code)
        .map((note) => markOf(note, used))
        .join(''),
    inWords: (text) =>
      words.reduce(
        (marked, { note, pattern }) => marked.replace(pattern, (word) => `${word}${markOf(note, used)}`),
        text,
      ),
    footnotes: () => notes.filter((note) => used.has(note)),
  };
  const translate = (key: MessageKey, values?: MessageValues): string => marking.inWords(t(key, values));
  return Object.assign(translate, { lang: t.lang, marking });
}

/** What a code is called, with the marks of reservations that countries made on it or on a word in it. */
export function markedLabel(t: Translate, list: string, code: string, name: string): string {
  return t.marking === undefined ? name : `${t.marking.inWords(name)}${t.marking.mark(list, code)}`;
}

/** The same for a proper name, in which reserved words are not looked for. */
export function markedName(t: Translate, list: string, code: string, name: string): string {
  return t.marking === undefined ? name : `${name}${t.marking.mark(list, code)}`;
}

function markOf(note: Footnote, used: Set<Footnote>): string {
  used.add(note);
  return note.mark;
}

/** The whole word, in any case; nothing where the reservation gives no form in the language. */
function wordPattern({ on }: PrintedReservation, lang: string): RegExp | undefined {
  const form = on.kind === 'word' ? on.forms[lang]?.trim() : undefined;
  if (form === undefined || form === '') return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(form)}(?![\\p{L}\\p{N}])`, 'giu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
