import type { Cell } from '../../fields/field.ts';
import type { Finding } from '../../kernel/finding.ts';
import { countries } from '../../vocabulary/countries.ts';
import { codeNamed, codesNamed } from './code-names.ts';
import type { Holds } from './holds.ts';
import type { LabelBook } from './label-book.ts';
import { typedDate } from './typed-date.ts';
import { typedNumber } from './typed-number.ts';

/** A cell as a spreadsheet has it; `fault`: what a formula that failed shows (`#REF!`). */
export type RawCell = Cell | { readonly fault: string };

/** Says what was noticed about one cell. An error keeps the value out. */
export type ReportCell = (
  severity: Finding['severity'],
  code: Finding['code'],
  params: Finding['params'],
) => void;

/** What a cell means, in the values that `fromCells` of a field expects. Undefined: it was refused, with a finding. */
export function meantCell(holds: Holds, raw: RawCell, book: LabelBook, report: ReportCell): Cell | undefined {
  if (raw === null || raw === '') return null;
  if (typeof raw === 'object') {
    report('error', 'unreadable', { got: raw.fault.slice(0, 100) });
    return undefined;
  }
  if (typeof raw === 'string' && raw.trim() === '') return null;
  // The entry of the table takes what the column holds.
  const read = readers[holds.as] as Reader<Holds>;
  return read(raw, holds, book, report);
}

type Reader<H extends Holds> = (
  raw: string | number | boolean,
  holds: H,
  book: LabelBook,
  report: ReportCell,
) => Cell | undefined;

const readers: { readonly [A in Holds['as']]: Reader<Extract<Holds, { as: A }>> } = {
  text: (raw) => String(raw),
  words: (raw) => String(raw),
  tag: (raw, _, book) => book.languageTag(String(raw)) ?? String(raw),
  number: readNumber,
  position: readNumber,
  yesNo: (raw, _, book) => (typeof raw === 'boolean' ? raw : (book.yesOrNo(String(raw)) ?? String(raw))),
  date: readDate,
  code: (raw, { list, many }) => {
    const text = String(raw);
    if (many) return codesNamed(list, text).join('; ');
    const code = codeNamed(list, text) ?? text.trim();
    // Several where one can stand: left as typed, for the check to refuse, not the first of them taken.
    return list === countries || !/[;,\n]/.test(code) ? code : code.replace(/[;,\n]+/g, ' / ');
  },
  oneOf: (raw, { words, codes }, book) => book.oneOf(words, codes, String(raw)) ?? String(raw).trim(),
};

function readNumber(
  raw: string | number | boolean,
  _: Holds,
  __: LabelBook,
  report: ReportCell,
): Cell | undefined {
  if (typeof raw === 'number') return raw;
  const read = typedNumber(String(raw));
  if ('number' in read) {
    const noted = String(read.number) !== String(raw).trim();
    if (noted) report('note', 'numberReadAs', { got: String(raw).trim(), right: String(read.number) });
    return read.number;
  }
  if ('either' in read) {
    const [one, other] = read.either;
    report('error', 'ambiguousNumber', { got: String(raw).trim(), right: String(one), other: String(other) });
    return undefined;
  }
  return String(raw);
}

function readDate(
  raw: string | number | boolean,
  _: Holds,
  __: LabelBook,
  report: ReportCell,
): Cell | undefined {
  const text = String(raw).trim();
  const read = typedDate(text);
  if ('date' in read) {
    if (read.date !== text) report('note', 'dateReadAs', { got: text.slice(0, 100), right: read.date });
    return read.date;
  }
  if ('either' in read) {
    const [right, other] = read.either;
    report('error', 'ambiguousDate', { got: text, right, other });
    return undefined;
  }
  return text;
}
