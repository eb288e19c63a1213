import type { Finding } from '../../kernel/finding.ts';
import type { Place, Unreadable } from '../incoming.ts';

/** One row of a table or one object of a JSON file, before anybody has said what it means. */
export interface SourceRow {
  /** By column or member. */
  readonly cells: Readonly<Record<string, unknown>>;
  readonly place: Place;
  raw(): string;
  readonly findings: readonly Finding[];
}

/** The row that names the columns of the rows after it, until the next header. */
export interface SourceHeader {
  readonly header: readonly string[];
  readonly sheet?: string;
  /** Texts were guarded against being taken for formulas (CSV): a leading quote is taken off again in our own files. */
  readonly guarded: boolean;
}

export type SourceItem = SourceHeader | SourceRow | Unreadable;

/** Column names as they are used from here on: trimmed, never empty, never twice. */
export function columnNames(header: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name =
      String(cell ?? '')
        .trim()
        .replace(/\s+/g, ' ') || `column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Cells by column name, and what was odd about their number. */
export function cellsByName(
  names: readonly string[],
  cells: readonly unknown[],
): { readonly cells: Record<string, unknown>; readonly findings: readonly Finding[] } {
  const named: Record<string, unknown> = Object.create(null);
  for (const [index, name] of names.entries()) named[name] = cells[index] ?? '';
  const beyond = cells.slice(names.length).some((cell) => cell !== null && cell !== '');
  // A row with fewer cells than the header is common where trailing empty cells are left out: only a hint.
  if (!beyond && cells.length >= names.length) return { cells: named, findings: [] };
  const params = { got: cells.length, right: names.length };
  return {
    cells: named,
    findings: [{ severity: beyond ? 'warning' : 'note', path: '', code: 'wrongCellCount', params }],
  };
}
