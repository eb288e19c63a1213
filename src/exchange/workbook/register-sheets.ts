import type { Presented } from '../../policy/present.ts';
import type { Register } from '../../registers/register.ts';
import { splitColumn } from '../tables/column-name.ts';
import { isTextual } from '../tables/table-columns.ts';
import { type BareRow, entryRows, recordRow } from './record-rows.ts';
import type { SheetNames } from './sheet-names.ts';
import { entryColumns, recordColumns, type TextLanguages } from './table-plan.ts';
import { type TableSheet, type TableSheetOptions, TableWriter } from './table-sheet.ts';
import type { BookOptions } from './write-book.ts';

type Options = TableSheetOptions &
  Pick<BookOptions, 'address'> & {
    readonly names: SheetNames;
    /** Records that are looked at before the columns are decided. */
    readonly looked: number;
    /** Whether sheets of other registers may stand beside: then sheets of entries are named after both. */
    readonly many: boolean;
  };

/** The sheets of one register: its records, and one for each of its lists. */
export class RegisterSheets {
  readonly #register: Register;
  readonly #options: Options;
  #waiting: Presented[] = [];
  #writers: { readonly records: TableWriter; readonly entries: ReadonlyMap<string, TableWriter> } | undefined;

  constructor(register: Register, options: Options) {
    this.#register = register;
    this.#options = options;
  }

  async take(record: Presented): Promise<void> {
    if (this.#writers !== undefined) {
      await this.#write(record);
      return;
    }
    this.#waiting.push(record);
    if (this.#waiting.length >= this.#options.looked) await this.#begin();
  }

  /** The finished sheets; among other registers those of lists without any entry are left out. */
  async end(): Promise<readonly TableSheet[]> {
    const { records, entries } = this.#writers ?? (await this.#begin());
    const { names, words } = this.#options;
    const plural = words.register(this.#register.name);
    const sheets = [await records.end(names.take(plural))];
    for (const [field, writer] of entries) {
      if (this.#options.many && writer.rows === 0) continue;
      const label = words.field(this.#register.name, field);
      sheets.push(await writer.end(names.take(this.#options.many ? words.within(plural, label) : label)));
    }
    return sheets;
  }

  /** Decides the columns by the records met so far, and writes these. */
  async #begin() {
    const register = this.#register;
    const { words } = this.#options;
    const waiting = this.#waiting;
    this.#waiting = [];
    const fields = Object.keys(register.fields).filter(
      (name) =>
        register.fields[name]?.seenBy === 'everybody' ||
        waiting.some(({ values }) => values[name] !== undefined),
    );
    const rows = waiting.map((record) => recordRow(record, fields, ''));
    const found = languagesOf(rows, (name) => isTextual({ register }, name));
    const records = new TableWriter(
      { register },
      recordColumns(register, fields, found, words),
      this.#options,
    );
    await records.header();
    const entries = new Map<string, TableWriter>();
    for (const field of fields.filter((name) => register.fields[name]?.parts !== undefined)) {
      const table = { register, field };
      const own = languagesOf(
        waiting.flatMap((record) => entryRows(record, field)),
        (name) => isTextual(table, name),
      );
      const writer = new TableWriter(table, entryColumns(table, own, words), this.#options);
      await writer.header();
      entries.set(field, writer);
    }
    this.#writers = { records, entries };
    for (const record of waiting) await this.#write(record);
    return this.#writers;
  }

  async #write(record: Presented): Promise<void> {
    const writers = this.#writers;
    if (writers === undefined) return;
    const fields = Object.keys(this.#register.fields);
    await writers.records.row(recordRow(record, fields, this.#options.address(record)));
    for (const [field, writer] of writers.entries) {
      for (const row of entryRows(record, field)) await writer.row(row);
    }
  }
}

function languagesOf(rows: readonly BareRow[], isText: (name: string) => boolean): TextLanguages {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const column of Object.keys(row)) {
      const { field, suffix } = splitColumn(column);
      if (suffix === '' || suffix === 'original' || !isText(field)) continue;
      found.set(field, (found.get(field) ?? new Set()).add(suffix));
    }
  }
  return found;
}
