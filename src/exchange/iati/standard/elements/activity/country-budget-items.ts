import { element, oneOrMore, required } from '../../notation.ts';
import { budgetItem } from './budget-item.ts';

/** The activity in the chart of accounts of the recipient. */
export const countryBudgetItems = element('country-budget-items', {
  attributes: [required('vocabulary')],
  children: [oneOrMore(budgetItem)],
});
