import { attribute, child, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { readAmount, Sums } from '../internal/sums.ts';

const meaning = 'iati:budget';

/**
 * Budgets of all periods, added up by currency. Where a period has a revised budget (type 2), its original one
 * (type 1) does not count, or the same money would count twice.
 */
export const budget: ElementReader = {
  wants: { budget: wanted({ value: leaf, 'period-start': leaf, 'period-end': leaf }) },
  read(record, reading) {
    const budgets = childrenNamed(record, 'budget');
    const revised = new Set(budgets.filter((each) => attribute(each, 'type') === '2').map(periodOf));
    const sums = new Sums();
    for (const each of budgets) {
      if (attribute(each, 'type') !== '2' && revised.has(periodOf(each))) continue;
      const value = child(each, 'value');
      const amount = value === undefined ? undefined : readAmount(value, meaning, reading);
      if (amount !== undefined) sums.add('budget', amount);
    }
    reading.putList(meaning, sums.money());
  },
};

function periodOf(budgetElement: Element): string {
  const [start, end] = ['period-start', 'period-end'].map((name) => child(budgetElement, name));
  return [start, end].map((edge) => (edge === undefined ? '' : attribute(edge, 'iso-date'))).join('/');
}
