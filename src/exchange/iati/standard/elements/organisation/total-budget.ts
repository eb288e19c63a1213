import { anyNumber, element, one, optional, since } from '../../notation.ts';
import { budgetLine } from '../shared/budget-line.ts';
import { periodEnd } from '../shared/period-end.ts';
import { periodStart } from '../shared/period-start.ts';
import { value } from '../shared/value.ts';

/** Whole budget of a period. */
export const totalBudget = element('total-budget', {
  attributes: [optional('status', 'string', since('2.02'))],
  children: [one(periodStart), one(periodEnd), one(value), anyNumber(budgetLine)],
});
