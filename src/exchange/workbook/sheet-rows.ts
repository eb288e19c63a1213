import { Fault } from '../../kernel/fault.ts';
import type { RawCell } from '../tables/meant-cell.ts';
import { columnOfName, mostColumns, mostRows } from './cell-name.ts';
import { Merges } from './merges.ts';
import { type Book, partBytes, type SheetEntry, unescapeText } from './open-book.ts';
import { dateOfSerial } from './serial-date.ts';
import { type PartListener, readPart } from './xml-parts.ts';

/** One row of a sheet that holds something. */
export interface SheetRow {
  /** As the sheet counts, from 1. */
  readonly number: number;
  readonly cells: readonly RawCell[];
  /** Put out of sight, by hand or by a filter. */
  readonly hidden: boolean;
  /** Columns, from 0, whose value stands in a merged cell that begins further up. */
  readonly merged: readonly number[];
}

/**
 * The rows of a sheet in order, hidden ones too. Dates become texts as precise as they are shown; a value of a cell that
 * was merged over several rows stands in each of them.
 * @throws Fault `cellTooLarge` {sheet, row, column}, `tooManyColumns`, `damagedArchive`, those of `readPart`.
 */
export function* sheetRows(book: Book, sheet: SheetEntry): Generator<SheetRow> {
  const bytes = partBytes(book.parts, sheet.part);
  const reader = new RowReader(book, sheet.name);
  const merges = new Merges(bytes);
  for (const _ of readPart(bytes, sheet.part, reader, book.limits)) {
    for (const row of reader.rows) {
      const whole = merges.fill(row);
      if (whole.cells.some((cell) => cell !== null && cell !== '')) yield whole;
    }
    reader.rows = [];
  }
}

class RowReader implements PartListener {
  rows: SheetRow[] = [];
  readonly #book: Book;
  readonly #sheet: string;
  #number = 0;
  #hidden = false;
  #cells: RawCell[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #text = '';
  #inText = false;
  #inCell = false;
  #phonetic = 0;

  constructor(book: Book, sheet: string) {
    this.#book = book;
    this.#sheet = sheet;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') this.#openRow(attribute);
    else if (name === 'c') this.#openCell(attribute);
    else if (name === 'rPh') this.#phonetic += 1;
    else this.#inText = this.#inCell && (name === 'v' || (name === 't' && this.#phonetic === 0));
  }

  text(piece: string): void {
    if (this.#inText) this.#text += piece;
  }

  close(name: string): void {
    if (name === 'row') {
      const { rows } = this;
      rows.push({ number: this.#number, cells: this.#cells, hidden: this.#hidden, merged: [] });
    } else if (name === 'c') {
      this.#closeCell();
    } else if (name === 'rPh') this.#phonetic -= 1;
    this.#inText = false;
  }

  #openRow(attribute: (name: string) => string | undefined): void {
    const number = Number(attribute('r') ?? this.#number + 1);
    if (!Number.isInteger(number) || number <= this.#number || number > mostRows) throw this.#damaged();
    this.#number = number;
    this.#hidden = ['1', 'true'].includes(attribute('hidden') ?? '');
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attribute: (name: string) => string | undefined): void {
    const name = attribute('r');
    const column = name === undefined ? this.#column + 1 : columnOfName(name);
    if (column >= mostColumns)
      throw new Fault('tooManyColumns', {
        sheet: this.#sheet,
        row: this.#number,
        limit: mostColumns,
        got: column + 1,
      });
    if (column < 0) throw this.#damaged();
    this.#column = column;
    this.#type = attribute('t') ?? 'n';
    this.#style = Number(attribute('s') ?? 0);
    this.#text = '';
    this.#inCell = true;
  }

  #closeCell(): void {
    this.#inCell = false;
    const limit = this.#book.limits.cellCharacters;
    const place = { sheet: this.#sheet, row: this.#number, column: this.#column + 1 };
    if (this.#text.length > limit)
      throw new Fault('cellTooLarge', { ...place, limit, got: this.#text.length });
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = this.#value();
  }

  #value(): RawCell {
    const text = this.#text;
    switch (this.#type) {
      case 's':
        return this.#book.strings[Number(text)] ?? null;
      case 'str':
      case 'inlineStr':
        return unescapeText(text);
      case 'b':
        return text.trim() === '' ? null : text.trim() === '1' || text.trim() === 'true';
      case 'e':
        return { fault: text.trim() || '#' };
      case 'd':
        return text.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '');
      default:
        return this.#number_(text.trim());
    }
  }

  #number_(text: string): RawCell {
    if (text === '') return null;
    const number = Number(text);
    if (!Number.isFinite(number)) return { fault: text.slice(0, 40) };
    const shown = this.#book.formats[this.#style];
    if (shown === undefined) return number;
    return dateOfSerial(number, shown, this.#book.from1904) ?? { fault: text };
  }

  #damaged(): Fault {
    return new Fault('damagedArchive', { got: `${this.#sheet} ${this.#number}` });
  }
}
