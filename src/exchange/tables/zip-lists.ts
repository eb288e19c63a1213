import type { Finding } from '../../kernel/finding.ts';
import type { Cells } from './paths.ts';

/** List → member → column; the first member leads. */
export type ListColumns = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Makes arrays that stand side by side into lists of objects. A column of another length than the leading one cannot
 * be told apart item by item: it is left out of the list and noted.
 */
export function zipLists(
  lists: ListColumns,
  cells: Cells,
): { readonly cells: Cells; readonly findings: readonly Finding[] } {
  if (Object.keys(lists).length === 0) return { cells, findings: [] };
  const zipped: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const [list, members] of Object.entries(lists)) {
    const columns = Object.entries(members).map(([member, column]) => ({
      member,
      column,
      values: arrayAt(cells, column),
    }));
    const right = columns[0]?.values.length ?? 0;
    for (const { column, values } of columns) {
      if (values.length === right || values.length === 0) continue;
      const params = { got: values.length, right };
      findings.push({ severity: 'note', path: '', place: column, code: 'wrongCellCount', params });
    }
    const usable = columns.filter(({ values }) => values.length === right);
    zipped[list] = Array.from({ length: right }, (_, index) =>
      Object.fromEntries(usable.map(({ member, values }) => [member, values[index]])),
    );
  }
  return { cells: { ...cells, ...zipped }, findings };
}

function arrayAt(cells: Cells, column: string): readonly unknown[] {
  const value = Object.hasOwn(cells, column) ? cells[column] : undefined;
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
