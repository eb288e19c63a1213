import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Fault } from '../../kernel/fault.ts';
import type { InputLimits } from '../limits.ts';
import { cellsByName, columnNames, type SourceItem } from '../tables/source-row.ts';
import { csvLine } from './csv-line.ts';
import { delimiterOf } from './delimiter.ts';

/** Characters looked at to find the delimiter: more than any header. */
const headCharacters = 100_000;

/**
 * Rows of a CSV or TSV file: the header first, then each row that is not empty. Row numbers count as a spreadsheet
 * shows them: the header is row 1.
 * @throws Fault `cellTooLarge`, `rowTooLong`, `truncated` (a quote that is never closed).
 */
export async function* readCsv(text: AsyncIterable<string>, limits: InputLimits): AsyncGenerator<SourceItem> {
  const { head, rest } = await headOf(text);
  const delimiter = delimiterOf(head);
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_records_with_empty_values: true,
    max_record_size: limits.rowCharacters,
  });
  // The parser hands the error on to the loop below; the callback is only there because `pipeline` wants one.
  pipeline(Readable.from(rest), parser, () => {});
  let names: string[] | undefined;
  let line = 1;
  let begun = false;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      const number = info.records + info.empty_lines;
      const place = { unit: 'row', number, line } as const;
      line = info.lines + 1;
      refuseLargeCells(record, number, names, limits);
      if (names === undefined) {
        names = columnNames(record);
        yield { header: names, guarded: true };
        continue;
      }
      // A row of HXL hashtags under the header says again what the header says.
      if (!begun && isHashtags(record)) continue;
      begun = true;
      yield { ...cellsByName(names, record), place, raw: () => csvLine(record, delimiter) };
    }
  } catch (error) {
    throw asFault(error, limits);
  }
}

/** Whether a row is one of HXL hashtags (hxlstandard.org). */
export function isHashtags(cells: readonly unknown[]): boolean {
  const texts = cells.filter((cell) => cell !== null && cell !== '');
  return (
    texts.length > 0 &&
    texts.every((cell) => typeof cell === 'string' && /^'?#[a-z][a-z0-9_]*(?:\s*\+|$)/i.test(cell))
  );
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly records: number; readonly lines: number; readonly empty_lines: number };
}

async function headOf(text: AsyncIterable<string>): Promise<{ head: string; rest: AsyncIterable<string> }> {
  const source = text[Symbol.asyncIterator]();
  let head = '';
  while (head.length < headCharacters) {
    const { done, value } = await source.next();
    if (done === true) break;
    head += value;
  }
  return { head: head.slice(0, headCharacters), rest: resume(head, source) };
}

async function* resume(head: string, source: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (;;) {
    const { done, value } = await source.next();
    if (done === true) return;
    yield value;
  }
}

function refuseLargeCells(
  record: readonly string[],
  row: number,
  names: readonly string[] | undefined,
  limits: InputLimits,
): void {
  for (const [index, cell] of record.entries()) {
    if (cell.length <= limits.cellCharacters) continue;
    const column = names?.[index] ?? index + 1;
    throw new Fault('cellTooLarge', { row, column, limit: limits.cellCharacters, got: cell.length });
  }
}

function asFault(error: unknown, limits: InputLimits): unknown {
  if (!(error instanceof CsvError)) return error;
  // The parser is ahead of the rows given out: it knows best how many were whole.
  const row = Number(error['records']) + Number(error['empty_lines']) + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new Fault('rowTooLong', { row, limit: limits.rowCharacters }, error);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new Fault('truncated', { row }, error);
  return new Fault('notWellFormed', { row, got: error.code }, error);
}
