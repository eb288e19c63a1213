import { Fault } from '../../kernel/fault.ts';
import type { InputFile, ReadItem } from '../incoming.ts';
import type { InputLimits } from '../limits.ts';
import { interpret } from '../tables/interpret.ts';
import type { LabelBook } from '../tables/label-book.ts';
import type { TableMapping } from '../tables/mapping.ts';
import type { RawCell } from '../tables/meant-cell.ts';
import { cellsByName, columnNames, type SourceItem } from '../tables/source-row.ts';
import { type Book, bytesOfBook, openBook, type SheetEntry } from '../workbook/open-book.ts';
import { ownSheets, readStamp, stampSheet } from '../workbook/own-tables.ts';
import { readOwnBook } from '../workbook/read-own-book.ts';
import { sheetRows } from '../workbook/sheet-rows.ts';
import { csvLine } from './csv-line.ts';

/**
 * Everything that an Excel workbook (`.xlsx`) holds, hidden sheets and rows too: records of our own tables with their
 * entries, else rows as a mapping understands them. Of a workbook of ours a sheet that nobody knows is one item, so that
 * it is named and not lost. Row numbers are those of the sheet.
 * @throws Fault `fileTooLarge`, `otherNode`, those of `openBook` and `sheetRows`, `noKnownColumns`.
 */
export async function* readWorkbook(
  file: InputFile,
  options: {
    readonly limits: InputLimits;
    readonly mappings: readonly TableMapping[];
    readonly labels: LabelBook;
    readonly node?: string;
    readonly onBytes?: (taken: number) => void;
  },
): AsyncGenerator<ReadItem> {
  const { limits, mappings, labels, node, onBytes } = options;
  const book = openBook(await bytesOfBook(file, limits, onBytes), file.name, limits);
  const stamp = readStamp(book);
  if (node !== undefined && stamp !== undefined && stamp.node !== '' && stamp.node !== node)
    throw new Fault('otherNode', { file: file.name, got: stamp.node, right: node });
  const own = ownSheets(book, labels, stamp);
  if (!own.some(({ header }) => header.table.field === undefined)) {
    yield* interpret(rowsOfAll(book, book.sheets), mappings, labels);
    return;
  }
  yield* readOwnBook(book, own, labels, stamp);
  const ours = new Set([...own.map(({ sheet }) => sheet.name), stampSheet, stamp?.more]);
  for (const sheet of book.sheets) {
    if (!ours.has(sheet.name) && !sheet.hidden && stamp?.readMe !== sheet.name)
      yield* strangeSheet(book, sheet, mappings, labels);
  }
}

/** A sheet beside those of ours: rows that a mapping knows, else one item that names it. */
async function* strangeSheet(
  book: Book,
  sheet: SheetEntry,
  mappings: readonly TableMapping[],
  labels: LabelBook,
): AsyncGenerator<ReadItem> {
  try {
    yield* interpret(rowsOfAll(book, [sheet]), mappings, labels);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'noKnownColumns') throw error;
    const finding = {
      severity: 'warning',
      path: '',
      code: 'unknownSheet',
      params: { got: sheet.name },
    } as const;
    const place = { unit: 'row', number: 1, sheet: sheet.name } as const;
    yield { unreadable: true, place, raw: () => '', findings: [finding] };
  }
}

async function* rowsOfAll(book: Book, sheets: readonly SheetEntry[]): AsyncGenerator<SourceItem> {
  for (const sheet of sheets) yield* rowsOf(book, sheet);
}

function* rowsOf(book: Book, sheet: SheetEntry): Generator<SourceItem> {
  let names: string[] | undefined;
  for (const { number, cells: raw } of sheetRows(book, sheet)) {
    const cells = raw.map(plainCell);
    if (names === undefined) {
      names = columnNames(cells);
      yield { header: names, sheet: sheet.name, guarded: false };
      continue;
    }
    const place = { unit: 'row', number, sheet: sheet.name } as const;
    yield {
      ...cellsByName(names, cells),
      place,
      raw: () => csvLine(cells.map((cell) => String(cell ?? ''))),
    };
  }
}

/** What a formula that failed shows is no value. */
function plainCell(cell: RawCell): string | number | boolean | null {
  return typeof cell === 'object' ? null : cell;
}
