import type { Finding } from '../../kernel/finding.ts';
import { isRecordId } from '../../kernel/ids.ts';
import type { ReadItem } from '../incoming.ts';
import { checkSums } from './check-sums.ts';
import type { TableMapping } from './mapping.ts';
import { type Cells, valuesAt } from './paths.ts';
import type { SourceRow } from './source-row.ts';
import type { Rule } from './transform.ts';
import { unknownColumns } from './unknown-columns.ts';
import { zipLists } from './zip-lists.ts';

/** Reads rows by a mapping, before the first what they belong to. */
export function mappedRowsReader(mapping: TableMapping): (row: SourceRow) => readonly ReadItem[] {
  const read = mappedRowReader(mapping);
  let begun = false;
  return (row) => {
    const before = begun ? [] : mapping.belongsTo.map((one) => ownRecord(mapping, one, row));
    begun = true;
    return [...before, read(row)];
  };
}

function ownRecord(
  mapping: TableMapping,
  { register, id, values }: TableMapping['belongsTo'][number],
  { place, raw }: SourceRow,
): ReadItem {
  const publisher = mapping.publisherOf({});
  return { register, recordId: id, keys: [], values, place, raw, findings: [], publisher };
}

/** Reads rows by a mapping. Columns that the mapping does not know are named once each. */
export function mappedRowReader(mapping: TableMapping): (row: SourceRow) => ReadItem {
  const told = new Set<string>();
  return (row) => {
    const zipped = zipLists(mapping.lists, row.cells);
    const { cells } = zipped;
    const strange = Object.keys(row.cells).filter(
      (name) => !mapping.knows(name) && !told.has(name) && valuesAt(row.cells, name).length > 0,
    );
    for (const name of strange) told.add(name);
    const findings: Finding[] = [
      ...row.findings,
      ...unknownColumns(strange),
      ...zipped.findings,
      ...checkSums(mapping.sums, cells),
    ];
    const values: Record<string, unknown> = {};
    for (const [field, rules] of mapping.rules) {
      const value = madeBy(field, rules, cells, findings);
      if (value !== undefined) values[field] = value;
    }
    const id = mapping.recordIdOf(cells);
    return {
      register: mapping.register,
      ...(id !== undefined && isRecordId(id) ? { recordId: id } : {}),
      keys: mapping.keysOf(cells),
      ...(mapping.looseKeys ? { looseKeys: true } : {}),
      values,
      place: row.place,
      raw: row.raw,
      findings,
      publisher: mapping.publisherOf(cells),
    };
  };
}

/** Lists of all rules one after the other; of anything else what the first rule finds. */
function madeBy(field: string, rules: readonly Rule[], cells: Cells, findings: Finding[]): unknown {
  let list: unknown[] | undefined;
  for (const rule of rules) {
    const value = rule(cells, (severity, code, params) =>
      findings.push({ severity, path: field, code, params }),
    );
    if (value === undefined) continue;
    if (!Array.isArray(value)) return value;
    list = [...(list ?? []), ...value];
  }
  return list;
}
