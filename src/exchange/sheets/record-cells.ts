import type { Cell } from '../../fields/field.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import type { Presented, Review } from '../../policy/present.ts';
import { joinColumn, splitColumn } from '../tables/column-name.ts';

/** Columns that stand before the fields in every sheet: told by the record itself, so not read back. */
const besideColumns = [
  'register',
  'id',
  'revision',
  'address',
  'standing',
  'changedAt',
  'review.owner',
  'review.confirmation',
  'review.confirmedAt',
  'review.dueOn',
  'review.reservations',
] as const;

/** A record as one row: column to cell, empty cells left out. */
export type RecordCells = ReadonlyMap<string, Cell>;

/** Spreads a record over columns, each field by its own notation. `address`: where the record is shown. */
export function recordCells(record: Presented, address: string): RecordCells {
  const cells = new Map<string, Cell>([
    ['register', record.register.name],
    ['id', record.id],
    ['revision', record.revision],
    ['address', address],
    ['standing', record.standing],
    ['changedAt', record.changedAt],
    ...reviewCells(record.review),
  ]);
  for (const [name, field] of Object.entries(record.register.fields)) {
    const value = record.values[name];
    if (value === undefined) continue;
    for (const [suffix, cell] of Object.entries(field.toCells(value))) {
      if (cell !== null && cell !== '') cells.set(joinColumn(name, suffix), cell);
    }
  }
  return cells;
}

/** What countries hold against a record and what it shows, for people who read sheets: `MZ (title): text`, one a line. */
export function reservationLines({ reservations }: Pick<Review, 'reservations'>): readonly string[] {
  return reservations.map(({ country, on, text }) => {
    const place = on.kind === 'field' ? ` (${on.field})` : '';
    return `${country}${place}: ${text.texts[text.original] ?? ''}`;
  });
}

function reviewCells(review: Review): [string, Cell][] {
  const { owner, confirmation, confirmed, dueOn } = review;
  const cells: [string, Cell][] = [
    ['review.owner', owner ?? ''],
    ['review.confirmation', confirmation],
    ['review.confirmedAt', confirmed?.at ?? ''],
    ['review.dueOn', dueOn ?? ''],
    ['review.reservations', reservationLines(review).join('\n')],
  ];
  return cells.filter(([, cell]) => cell !== '');
}

/** The columns that rows need: beside columns, then fields as declared, each with its languages in one fixed order. */
export function columnsOf(records: readonly Presented[], rows: readonly RecordCells[]): readonly string[] {
  const fields = new Map<string, Set<string>>();
  for (const { register } of new Map(records.map((record) => [record.register.name, record])).values()) {
    for (const name of Object.keys(register.fields)) if (!fields.has(name)) fields.set(name, new Set());
  }
  for (const row of rows) {
    for (const column of row.keys()) {
      const { field, suffix } = splitColumn(column);
      fields.get(field)?.add(suffix);
    }
  }
  const spread = [...fields].flatMap(([field, suffixes]) =>
    [...suffixes].sort((a, b) => rank(a) - rank(b)).map((suffix) => joinColumn(field, suffix)),
  );
  return [...besideColumns, ...spread];
}

function rank(suffix: string): number {
  if (suffix === '') return -1;
  if (suffix === 'original') return 1_000;
  // Told as strings: a suffix may be any language, or no language at all.
  const place = (interfaceLanguages as readonly string[]).indexOf(suffix);
  return place < 0 ? 100 : place;
}
