import type { Cell } from '../../fields/field.ts';
import type { Part } from '../../fields/part.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { Period } from '../../kernel/partial-date.ts';
import type { Presented } from '../../policy/present.ts';
import { reservationLines } from '../sheets/record-cells.ts';
import { codeLabel } from '../tables/code-names.ts';
import { joinColumn } from '../tables/column-name.ts';
import type { Holds } from '../tables/holds.ts';
import type { SheetWords } from '../tables/sheet-words.ts';
import { serialOf } from './serial-date.ts';
import type { SheetCell } from './sheet-part.ts';
import type { PlannedColumn } from './table-plan.ts';

/** A row before it is laid into columns: bare name of a column to what stands there, as fields give it. */
export type BareRow = Readonly<Record<string, Cell>>;

/** The row of a record on the sheet of its register. `address`: where it is shown. */
export function recordRow(record: Presented, fields: readonly string[], address: string): BareRow {
  const { id, revision, standing, changedAt, review, register, values } = record;
  const row: Record<string, Cell> = Object.create(null);
  Object.assign(row, { id, revision, address, standing, changedAt });
  row['owner'] = review.owner ?? null;
  row['confirmation'] = review.confirmation;
  row['reserved'] = reservationLines(review).join('\n');
  for (const name of fields) {
    const field = register.fields[name];
    const value = values[name];
    if (field === undefined || value === undefined || field.parts !== undefined) continue;
    for (const [suffix, cell] of Object.entries(field.toCells(value))) row[joinColumn(name, suffix)] = cell;
  }
  return row;
}

/** The rows of a record's entries in one list. */
export function entryRows({ id, register, values }: Presented, field: string): readonly BareRow[] {
  const items = values[field];
  const parts = register.fields[field]?.parts ?? [];
  if (!Array.isArray(items)) return [];
  return items.map((item: Readonly<Record<string, unknown>>, i) => {
    const row: Record<string, Cell> = Object.create(null);
    row['record'] = id;
    row['number'] = i + 1;
    for (const part of parts) lay(row, part, item[part.name]);
    return row;
  });
}

/** What a part's value says over its columns. Values have passed their schema: each shape holds what it says. */
function lay(row: Record<string, Cell>, { name, holds }: Part, value: unknown): void {
  if (value === undefined) return;
  if (holds.shape === 'text') {
    const { original, texts } = value as LangText;
    for (const [tag, text] of Object.entries(texts)) row[joinColumn(name, tag)] = text;
    row[joinColumn(name, 'original')] = original;
  } else if (holds.shape === 'period') {
    const { start, end } = value as Period;
    row[joinColumn(name, 'start')] = start ?? null;
    row[joinColumn(name, 'end')] = end ?? null;
  } else if (holds.shape === 'position') {
    row[name] = (value as number) + 1;
  } else {
    row[name] = value as Cell;
  }
}

/** A cell as it is shown in its column: codes by what they are called, days as days. Undefined: nothing. */
export function shownCell(
  cell: Cell | undefined,
  { holds, style }: PlannedColumn,
  words: SheetWords,
): SheetCell | undefined {
  if (cell === undefined || cell === null || cell === '') return undefined;
  if (holds === undefined) return { value: cell, style };
  return shown(cell, holds, words, style);
}

function shown(
  cell: Cell,
  holds: Holds,
  words: SheetWords,
  style: SheetCell['style'],
): SheetCell | undefined {
  if (cell === null) return undefined;
  switch (holds.as) {
    case 'date': {
      const day = serialOf(String(cell));
      if (day !== undefined) return { value: day, style: 'day' };
      return /^\d{4}$/.test(String(cell))
        ? { value: Number(cell), style: 'plain' }
        : { value: cell, style: 'text' };
    }
    case 'code': {
      const codes = holds.many ? String(cell).split('; ') : [String(cell)];
      const labels = codes.map((code) =>
        words.marked(holds.list.name, code, codeLabel(holds.list, code, words.lang)),
      );
      return { value: labels.join('; '), style };
    }
    case 'oneOf':
      return { value: words.oneOf(holds.words, String(cell)), style };
    case 'yesNo':
      return { value: words.say(cell === true ? 'yes' : 'no'), style };
    case 'number':
    case 'position':
      return { value: cell, style: 'plain' };
    default:
      return { value: String(cell), style };
  }
}
