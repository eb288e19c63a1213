import type { Sheet } from 'read-excel-file/node';
import { Fault } from '../../kernel/fault.ts';
import type { InputFile } from '../incoming.ts';
import type { InputLimits } from '../limits.ts';
import { cellsByName, columnNames, type SourceItem } from '../tables/source-row.ts';
import { checkZip } from './check-zip.ts';
import { csvLine } from './csv-line.ts';

/** A workbook may hold this many times its packed limit once unpacked: it is read as a whole. */
const workbookUnpack = 10;

/**
 * Rows of every sheet of an Excel workbook (`.xlsx`), hidden ones too; each sheet begins with its header. Dates become
 * ISO dates, with the time only where there is one. Row numbers are those of the sheet.
 * @throws Fault `fileTooLarge`, those of `checkZip`, `unknownFormat` for another kind of zip, `cellTooLarge`.
 */
export async function* readWorkbook(
  file: InputFile,
  limits: InputLimits,
  onBytes?: (taken: number) => void,
): AsyncGenerator<SourceItem> {
  const bytes = await wholeFile(file, limits, onBytes);
  const names = checkZip(bytes, limits.workbookBytes * workbookUnpack, limits);
  if (!names.includes('[Content_Types].xml') || !names.some((name) => name.startsWith('xl/'))) {
    const got = names.includes('mimetype')
      ? 'ODS'
      : names.some((name) => name.startsWith('word/'))
        ? 'DOCX'
        : 'ZIP';
    throw new Fault('unknownFormat', { file: file.name, got, right: 'XLSX, CSV' });
  }
  for (const sheet of await sheetsOf(bytes)) yield* rowsOf(sheet, limits);
}

async function wholeFile(
  file: InputFile,
  limits: InputLimits,
  onBytes?: (taken: number) => void,
): Promise<Buffer> {
  const tooLarge = (got: number) =>
    new Fault('fileTooLarge', { file: file.name, limit: limits.workbookBytes, got });
  if (file.size > limits.workbookBytes) throw tooLarge(file.size);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.bytes(onBytes)) {
    size += chunk.length;
    if (size > limits.workbookBytes) throw tooLarge(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function sheetsOf(bytes: Buffer): Promise<readonly Sheet[]> {
  // Brings some eighty modules, which most files never need.
  const { default: readExcelFile } = await import('read-excel-file/node');
  try {
    return await readExcelFile(bytes, { trim: false });
  } catch (error) {
    throw new Fault(
      'damagedArchive',
      { got: error instanceof Error ? error.message.slice(0, 200) : '' },
      error,
    );
  }
}

function* rowsOf({ sheet, data }: Sheet, limits: InputLimits): Generator<SourceItem> {
  let names: string[] | undefined;
  for (const [index, row] of data.entries()) {
    const cells = row.map((cell) => plainCell(cell));
    if (cells.every((cell) => cell === null || cell === '')) continue;
    for (const [column, cell] of cells.entries()) {
      if (typeof cell !== 'string' || cell.length <= limits.cellCharacters) continue;
      const params = { sheet, row: index + 1, column: names?.[column] ?? column + 1 };
      throw new Fault('cellTooLarge', { ...params, limit: limits.cellCharacters, got: cell.length });
    }
    if (names === undefined) {
      names = columnNames(cells);
      yield { header: names, sheet, guarded: false };
      continue;
    }
    const place = { unit: 'row', number: index + 1, sheet } as const;
    yield {
      ...cellsByName(names, cells),
      place,
      raw: () => csvLine(cells.map((cell) => String(cell ?? ''))),
    };
  }
}

/** `unknown`, because the reader's own types name the class of dates where it gives a date. */
function plainCell(cell: unknown): string | number | boolean | null {
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (!(cell instanceof Date)) return null;
  if (Number.isNaN(cell.getTime())) return null;
  // Spreadsheets know no time zones: the reader gives the local time of the sheet as if it were UTC.
  return cell
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/\.000Z$/, '');
}
