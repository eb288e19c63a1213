import { atMostOne, element, optional, required } from '../../notation.ts';
import { plainDescription } from '../shared/plain-description.ts';

/** One line of the chart of accounts, with its share. */
export const budgetItem = element('budget-item', {
  attributes: [required('code'), optional('percentage', 'decimal')],
  children: [atMostOne(plainDescription)],
});
