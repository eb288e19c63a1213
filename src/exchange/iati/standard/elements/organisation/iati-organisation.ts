import { anyNumber, element, one, optional, since } from '../../notation.ts';
import { name } from '../shared/name.ts';
import { reportingOrg } from '../shared/reporting-org.ts';
import { organisationDocumentLink } from './organisation-document-link.ts';
import { organisationIdentifier } from './organisation-identifier.ts';
import { recipientCountryBudget } from './recipient-country-budget.ts';
import { recipientOrgBudget } from './recipient-org-budget.ts';
import { recipientRegionBudget } from './recipient-region-budget.ts';
import { totalBudget } from './total-budget.ts';
import { totalExpenditure } from './total-expenditure.ts';

/** One organisation: its budgets and documents. */
export const iatiOrganisation = element('iati-organisation', {
  attributes: [
    optional('last-updated-datetime', 'dateTime'),
    optional('xml:lang', 'language'),
    optional('default-currency'),
  ],
  children: [
    one(organisationIdentifier),
    one(name),
    one(reportingOrg),
    anyNumber(totalBudget),
    anyNumber(recipientOrgBudget),
    anyNumber(recipientRegionBudget, since('2.02')),
    anyNumber(recipientCountryBudget),
    anyNumber(totalExpenditure, since('2.02')),
    anyNumber(organisationDocumentLink),
  ],
});
