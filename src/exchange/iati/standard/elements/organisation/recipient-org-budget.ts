import { anyNumber, element, one, optional, since } from '../../notation.ts';
import { budgetLine } from '../shared/budget-line.ts';
import { periodEnd } from '../shared/period-end.ts';
import { periodStart } from '../shared/period-start.ts';
import { value } from '../shared/value.ts';
import { recipientOrg } from './recipient-org.ts';

/** Budget for one organisation. */
export const recipientOrgBudget = element('recipient-org-budget', {
  attributes: [optional('status', 'string', since('2.02'))],
  children: [one(recipientOrg), one(periodStart), one(periodEnd), one(value), anyNumber(budgetLine)],
});
