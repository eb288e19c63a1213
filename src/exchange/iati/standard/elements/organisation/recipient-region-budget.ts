import { anyNumber, element, one, optional } from '../../notation.ts';
import { budgetLine } from '../shared/budget-line.ts';
import { periodEnd } from '../shared/period-end.ts';
import { periodStart } from '../shared/period-start.ts';
import { value } from '../shared/value.ts';
import { budgetRegion } from './budget-region.ts';

/** Budget for one region. Since 2.02. */
export const recipientRegionBudget = element('recipient-region-budget', {
  attributes: [optional('status')],
  children: [one(budgetRegion), one(periodStart), one(periodEnd), one(value), anyNumber(budgetLine)],
});
