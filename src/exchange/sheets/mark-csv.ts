import { parse } from 'csv-parse/sync';
import type { Marks } from '../workbook/marks.ts';
import { csvLine } from './csv-line.ts';
import { delimiterOf } from './delimiter.ts';
import { guardFormula } from './formula-guard.ts';
import { isHashtags } from './read-csv.ts';

interface PlacedRow {
  readonly record: readonly string[];
  readonly info: { readonly records: number; readonly empty_lines: number };
}

/**
 * Somebody's CSV with what is said of it in two more columns, and the numbers of records that were written; its rows, its
 * delimiter and its order stay.
 */
export function markCsv(text: string, marks: Marks): string {
  const delimiter = delimiterOf(text.slice(0, 100_000));
  // With `info` the parser gives each row with its place, which its types do not say.
  const rows = parse(text, {
    delimiter,
    info: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_empty_values: true,
  }) as unknown as readonly PlacedRow[];
  const byRow = new Map(marks.rows.map((mark) => [mark.row, mark]));
  const names = Map.groupBy(marks.names, ({ row }) => row);
  const width = Math.max(0, ...rows.map(({ record }) => record.length));
  const lines = rows.map(({ record, info }, i) => {
    const number = info.records + info.empty_lines;
    const mark = byRow.get(number);
    const named = new Map((names.get(number) ?? []).map(({ column, value }) => [column, String(value)]));
    const own =
      i === 0 ? [marks.verdict, marks.reasons] : mark === undefined ? [] : [mark.verdict, mark.reasons];
    const said = isHashtags(record) ? [] : own;
    const whole = record.map((cell, column) => named.get(column) ?? cell);
    const padded = [...whole, ...Array.from({ length: width - record.length }, () => '')];
    return csvLine([...padded, ...said.map(guardFormula)], delimiter);
  });
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}
