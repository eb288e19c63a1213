import type { Finding } from '../../kernel/finding.ts';
import type { Sum } from './mapping.ts';
import { type Cells, isObject, valuesAt } from './paths.ts';
import { typedNumber } from './typed-number.ts';

/** Parts are often rounded one by one: each may be out by half of what is written. */
const roundedBy = 0.5;

/** Totals of a row that its parts do not add up to: a finding at the column, nothing is put right. */
export function checkSums(sums: readonly Sum[], cells: Cells): readonly Finding[] {
  return sums.flatMap(({ total, parts, each }): Finding[] => {
    const [said] = numbersAt(cells, total);
    const rows = each === undefined ? [cells] : valuesAt(cells, each).flatMap(objectsIn);
    const added = rows.flatMap((row) => parts.flatMap((part) => numbersAt(row, part)));
    if (said === undefined || added.length === 0) return [];
    const sum = added.reduce((all, one) => all + one, 0);
    if (Math.abs(sum - said) <= roundedBy * added.length) return [];
    const got = String(Math.round(sum * 100) / 100);
    const params = { got, right: String(said), column: total };
    return [{ severity: 'warning', path: '', place: total, code: 'doesNotAddUp', params }];
  });
}

/** The objects themselves, or those under their members: `{"1": {…}, "2": {…}}`. */
function objectsIn(value: unknown): readonly Cells[] {
  if (!isObject(value)) return [];
  const inner = Object.values(value).filter(isObject);
  return inner.length > 0 ? inner : [value];
}

function numbersAt(cells: Cells, path: string): readonly number[] {
  return valuesAt(cells, path).flatMap((value) => {
    if (typeof value === 'number') return [value];
    if (typeof value !== 'string') return [];
    const typed = typedNumber(value);
    return 'number' in typed ? [typed.number] : [];
  });
}
