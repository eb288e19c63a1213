import { anyNumber, element, one, optional, since } from '../../notation.ts';
import { budgetLine } from '../shared/budget-line.ts';
import { namedCountry } from '../shared/named-country.ts';
import { periodEnd } from '../shared/period-end.ts';
import { periodStart } from '../shared/period-start.ts';
import { value } from '../shared/value.ts';

/** Budget for one country. */
export const recipientCountryBudget = element('recipient-country-budget', {
  attributes: [optional('status', 'string', since('2.02'))],
  children: [one(namedCountry), one(periodStart), one(periodEnd), one(value), anyNumber(budgetLine)],
});
