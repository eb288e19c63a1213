import { anyNumber, element, optional } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** The region that the budget is for. Since 2.02. */
export const budgetRegion = element('recipient-region', {
  attributes: [optional('vocabulary'), optional('vocabulary-uri', 'anyURI'), optional('code')],
  children: [anyNumber(narrative)],
});
