import { anyNumber, element, one } from '../../notation.ts';
import { periodEnd } from '../shared/period-end.ts';
import { periodStart } from '../shared/period-start.ts';
import { value } from '../shared/value.ts';
import { expenseLine } from './expense-line.ts';

/** What was spent in a period. Since 2.02. */
export const totalExpenditure = element('total-expenditure', {
  children: [one(periodStart), one(periodEnd), one(value), anyNumber(expenseLine)],
});
