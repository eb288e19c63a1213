import { joinColumn } from '../tables/column-name.ts';
import type { RawCell } from '../tables/meant-cell.ts';
import type { OwnColumn, OwnHeader } from '../tables/own-header.ts';
import type { Book } from './open-book.ts';
import type { Stamp } from './own-tables.ts';
import { sheetRows } from './sheet-rows.ts';

/**
 * Texts that are too long for one cell go on in rows of a sheet of their own: table, record, number of the entry,
 * column, text. Here they are put together again.
 */
export class Continued {
  readonly #texts = new Map<string, Map<string, string>>();

  constructor(book: Book, stamp: Stamp | undefined) {
    const sheet = book.sheets.find(({ name }) => name === stamp?.more && name !== '');
    if (sheet === undefined) return;
    for (const { number, cells } of sheetRows(book, sheet)) {
      const [table = '', id = '', entry = '', column = '', text = ''] = cells.map((cell) =>
        cell === null || typeof cell === 'object' ? '' : String(cell),
      );
      if (number === 1 || column === '') continue;
      const key = keyOf(table, id, entry);
      const texts = this.#texts.get(key) ?? new Map<string, string>();
      this.#texts.set(key, texts.set(column, `${texts.get(column) ?? ''}${text}`));
    }
  }

  /** Texts of a row for which the sheet has no column, by column: languages that came up after the header was written. */
  beyond(table: string, id: string, entry: string, header: OwnHeader): ReadonlyMap<string, string> {
    const texts = this.#texts.size === 0 ? undefined : this.#texts.get(keyOf(table, id, entry));
    if (texts === undefined) return nothing;
    const columns = new Set(header.columns.map(nameOf));
    return new Map([...texts].filter(([column]) => !columns.has(column)));
  }

  /** The cells of a row, each text with what follows it. */
  joined(
    table: string,
    id: string,
    entry: string,
    header: OwnHeader,
    cells: readonly RawCell[],
  ): readonly RawCell[] {
    const texts = this.#texts.size === 0 ? undefined : this.#texts.get(keyOf(table, id, entry));
    if (texts === undefined) return cells;
    const whole = [...cells];
    for (const column of header.columns) {
      const more = texts.get(nameOf(column));
      // Where somebody has emptied the cell, what followed it is gone too.
      const first = whole[column.at];
      if (more !== undefined && typeof first === 'string' && first !== '')
        whole[column.at] = `${first}${more}`;
    }
    return whole;
  }
}

const nothing: ReadonlyMap<string, string> = new Map();

function keyOf(table: string, id: string, entry: string): string {
  return `${table}\t${id}\t${entry}`;
}

function nameOf({ name, suffix }: OwnColumn): string {
  return joinColumn(name, suffix);
}
