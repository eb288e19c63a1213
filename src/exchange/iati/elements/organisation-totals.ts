import type { Money, MoneyBasis } from '../../../kernel/figure.ts';
import { attribute, child, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import { decimal } from '../internal/decimal.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { ElementWriter, Item } from '../internal/element-writer.ts';
import { readAmount } from '../internal/sums.ts';

const total = wanted({ value: leaf, 'period-start': leaf, 'period-end': leaf });

/**
 * Budgets and expenditure of an organisation, one amount a period, labelled with the period: years are not added up, since what
 * an organisation has in a year is what people ask for.
 */
export const organisationTotals: ElementReader = {
  wants: { 'total-budget': total, 'total-expenditure': total },
  read(record, reading) {
    const kinds: readonly (readonly [string, MoneyBasis])[] = [
      ['total-budget', 'budget'],
      ['total-expenditure', 'expenditure'],
    ];
    for (const [name, basis] of kinds) {
      const meaning = `iati:${name}`;
      const money = childrenNamed(record, name).flatMap((element): Money[] => {
        const value = child(element, 'value');
        const amount = value === undefined ? undefined : readAmount(value, meaning, reading);
        if (amount === undefined) return [];
        const label = periodOf(element);
        return [
          {
            amount: amount.amount,
            currency: amount.currency,
            ...(amount.date === undefined ? {} : { valueDate: amount.date }),
            basis,
            ...(label === undefined ? {} : { label: { original: 'und', texts: { und: label } } }),
          },
        ];
      });
      reading.putList(meaning, money);
    }
  },
};

/** `2020` for a calendar year, else `2019-04-01/2020-03-31` (ISO 8601). */
function periodOf(element: Element): string | undefined {
  const [start, end] = ['period-start', 'period-end'].map((name) => {
    const edge = child(element, name);
    return edge === undefined ? undefined : attribute(edge, 'iso-date')?.slice(0, 10);
  });
  if (start === undefined || end === undefined) return undefined;
  const isYear = start.endsWith('-01-01') && end === `${start.slice(0, 4)}-12-31`;
  return isYear ? start.slice(0, 4) : `${start}/${end}`;
}

/** Totals labelled with their period, as they are read; others the standard cannot say. */
export function organisationTotalWriter(
  name: 'total-budget' | 'total-expenditure',
  basis: MoneyBasis,
): ElementWriter {
  return {
    name,
    attributes: [],
    children: ['period-start', 'period-end', 'value'],
    write(spoken) {
      return spoken.list<Money>(`iati:${name}`).flatMap((money): Item[] => {
        const period =
          money.basis === basis ? edgesOf(money.label?.texts[money.label.original] ?? '') : undefined;
        if (period === undefined) return [];
        const { start, end } = period;
        const value = {
          currency: money.currency,
          'value-date': money.valueDate?.length === 10 ? money.valueDate : start,
        };
        const element = made(name, {}, [
          made('period-start', { 'iso-date': start }),
          made('period-end', { 'iso-date': end }),
          made('value', value, decimal(money.amount)),
        ]);
        return [{ key: `${start} ${end} ${money.currency}`, element }];
      });
    },
    keyOf(element, _record, reading) {
      const value = child(element, 'value');
      const currency = value === undefined ? undefined : (attribute(value, 'currency') ?? reading.currency);
      const period = edgesOf(periodOf(element) ?? '');
      return period === undefined ? undefined : `${period.start} ${period.end} ${currency?.toUpperCase()}`;
    },
  };
}

/** The days that a label made by `periodOf` stands for. */
function edgesOf(label: string): { readonly start: string; readonly end: string } | undefined {
  const [, start = '', end = ''] = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(label) ?? [];
  if (start !== '') return { start, end };
  return /^\d{4}$/.test(label) ? { start: `${label}-01-01`, end: `${label}-12-31` } : undefined;
}
