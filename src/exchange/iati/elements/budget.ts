import type { Money } from '../../../kernel/figure.ts';
import { isBefore, type Period } from '../../../kernel/partial-date.ts';
import { attribute, child, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import { decimal } from '../internal/decimal.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { ElementWriter, Item } from '../internal/element-writer.ts';
import { readAmount, Sums } from '../internal/sums.ts';
import { firstDay, lastDay } from '../internal/written-date.ts';

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

/** Longest period of one budget, in days (7.5.3). */
const longestPeriod = 366;

/**
 * A budget that lies within one year, as the rule set wants it (7.5.3). One for a longer time is not written: how it
 * divides into years nobody has said.
 */
export const budgetWriter: ElementWriter = {
  name: 'budget',
  attributes: ['type', 'status'],
  children: ['period-start', 'period-end', 'value'],
  write(spoken) {
    const period = yearAtMost(spoken.value<Period>('iati:activity-date'));
    if (period === undefined) return [];
    const { start, end } = period;
    return spoken.list<Money>(meaning).flatMap(({ basis, amount, currency, valueDate }): Item[] => {
      if (basis !== 'budget') return [];
      const date = valueDate === undefined ? start : firstDay(valueDate);
      const value = made('value', { currency, 'value-date': date }, decimal(amount));
      const edges = [made('period-start', { 'iso-date': start }), made('period-end', { 'iso-date': end })];
      return [{ key: currency, element: made('budget', { type: '1' }, [...edges, value]) }];
    });
  },
  keyOf(element, _record, reading) {
    const value = child(element, 'value');
    return value === undefined
      ? undefined
      : (attribute(value, 'currency') ?? reading.currency)?.toUpperCase();
  },
};

function yearAtMost(
  period: Period | undefined,
): { readonly start: string; readonly end: string } | undefined {
  if (period?.start === undefined || period.end === undefined) return undefined;
  const [start, end] = [firstDay(period.start), lastDay(period.end)];
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000;
  return isBefore(start, end) && days < longestPeriod ? { start, end } : undefined;
}
