import { hashtagOf } from '../tables/hashtags.ts';
import { type TableName, tableKey } from '../tables/label-book.ts';
import type { SheetWords } from '../tables/sheet-words.ts';
import type { ChoiceLists } from './choice-lists.ts';
import type { DeflatedPart } from './deflated-part.ts';
import type { MoreSheet } from './more-sheet.ts';
import type { CellNote } from './notes-parts.ts';
import { type BareRow, shownCell } from './record-rows.ts';
import { type SheetCell, SheetPart } from './sheet-part.ts';
import type { PlannedColumn } from './table-plan.ts';

/** Points: two lines of text. */
const rowHeight = 30;

/** A finished sheet of one table. */
export interface TableSheet {
  readonly key: string;
  readonly name: string;
  readonly hidden: false;
  readonly part: DeflatedPart;
  readonly notes: readonly CellNote[];
}

export interface TableSheetOptions {
  readonly words: SheetWords;
  readonly more: MoreSheet;
  readonly lists: ChoiceLists;
  readonly hashtags?: boolean;
}

/** One table as a sheet: header with notes, then rows as they come. */
export class TableWriter {
  readonly #table: TableName;
  readonly #columns: readonly PlannedColumn[];
  readonly #known: ReadonlySet<string>;
  readonly #options: TableSheetOptions;
  readonly #sheet: SheetPart;
  rows = 0;

  constructor(table: TableName, columns: readonly PlannedColumn[], options: TableSheetOptions) {
    const { words, lists, hashtags } = options;
    this.#table = table;
    this.#columns = columns;
    this.#known = new Set(columns.map(({ name }) => name));
    this.#options = options;
    this.#sheet = new SheetPart('', {
      rightToLeft: words.rightToLeft,
      frozen: { rows: hashtags === true ? 2 : 1, columns: 2 },
      filters: true,
      columns: columns.map(({ holds, width, hidden, style }) => {
        const list = lists.nameFor(holds);
        return { width, hidden, style, ...(list === undefined ? {} : { list }) };
      }),
    });
  }

  async header(): Promise<void> {
    await this.#sheet.row(
      this.#columns.map(({ label }): SheetCell => ({ value: label, style: 'header' })),
      32,
    );
    if (this.#options.hashtags !== true) return;
    await this.#sheet.row(
      this.#columns.map(
        (column): SheetCell => ({ value: hashtagOf(this.#table, column.name), style: 'hint' }),
      ),
    );
  }

  async row(bare: BareRow): Promise<void> {
    this.rows += 1;
    const { more, words } = this.#options;
    const key = tableKey(this.#table);
    const isEntry = this.#table.field !== undefined;
    const id = String((isEntry ? bare['record'] : bare['id']) ?? '');
    const entry = isEntry ? String(bare['number'] ?? '') : '';
    const cells: (SheetCell | undefined)[] = [];
    for (const column of this.#columns) {
      const cell = shownCell(bare[column.name], column, words);
      const long = typeof cell?.value === 'string' && cell.value.length > 32_000;
      const value = long ? await more.cut(key, id, entry, column.name, String(cell.value)) : cell?.value;
      cells.push(cell === undefined || value === undefined ? undefined : { value, style: cell.style });
    }
    for (const name of Object.keys(bare)) {
      if (!this.#known.has(name)) await more.add(key, id, entry, name, String(bare[name] ?? ''));
    }
    await this.#sheet.row(cells, rowHeight);
  }

  async end(name: string): Promise<TableSheet> {
    const notes = this.#columns.flatMap(({ note }, column): CellNote[] =>
      note === '' ? [] : [{ column, row: 1, text: note }],
    );
    const part = await this.#sheet.end(notes.length > 0);
    return { key: tableKey(this.#table), name, hidden: false, part, notes };
  }
}
