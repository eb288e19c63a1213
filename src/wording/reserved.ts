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

/** A reservation with the mark that points to it. */
export interface Footnote {
  readonly mark: string;
  readonly reservation: PrintedReservation;
}

/** Puts marks behind what countries have reservations about, and remembers which footnotes a page then needs. */
export interface Marking {
  /** The mark behind a label; empty where nobody has a reservation. */
  mark(list: string, code: string): string;
  /** The notes that marks were given for, in the order of the marks. */
  footnotes(): readonly Footnote[];
}

/** The same words, with marks behind reserved labels and words. One a page: it remembers what was marked. */
export function withReservations(t: Translate, reservations: readonly PrintedReservation[]): Translate {
  if (reservations.length === 0) return t;
  const notes = reservations.map((reservation, i) => ({ mark: superscript(i + 1), reservation }));
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
    footnotes: () => notes.filter((note) => used.has(note)),
  };
  const translate = (key: MessageKey, values?: MessageValues): string => {
    const text = t(key, values);
    return words.reduce(
      (marked, { note, pattern }) => marked.replace(pattern, (word) => `${word}${markOf(note, used)}`),
      text,
    );
  };
  return Object.assign(translate, { lang: t.lang, marking });
}

/** What a code is called, with the marks of reservations that countries made on it. */
export function markedLabel(t: Translate, list: string, code: string, name: string): string {
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

function superscript(n: number): string {
  return [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
