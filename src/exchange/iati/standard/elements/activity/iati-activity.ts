import { anyNumber, atMostOne, element, one, oneOrMore, optional, since, until } from '../../notation.ts';
import { contactInfo } from '../contact-info/contact-info.ts';
import { crsAdd } from '../crs-add/crs-add.ts';
import { location } from '../location/location.ts';
import { result } from '../result/result.ts';
import { documentLink } from '../shared/document-link.ts';
import { reportingOrg } from '../shared/reporting-org.ts';
import { title } from '../shared/title.ts';
import { transaction } from '../transaction/transaction.ts';
import { activityDate } from './activity-date.ts';
import { activityScope } from './activity-scope.ts';
import { activityStatus } from './activity-status.ts';
import { budget } from './budget.ts';
import { capitalSpend } from './capital-spend.ts';
import { collaborationType } from './collaboration-type.ts';
import { conditions } from './conditions.ts';
import { countryBudgetItems } from './country-budget-items.ts';
import { defaultAidType } from './default-aid-type.ts';
import { defaultFinanceType } from './default-finance-type.ts';
import { defaultFlowType } from './default-flow-type.ts';
import { defaultTiedStatus } from './default-tied-status.ts';
import { description } from './description.ts';
import { fss } from './fss.ts';
import { humanitarianScope } from './humanitarian-scope.ts';
import { iatiIdentifier } from './iati-identifier.ts';
import { legacyData } from './legacy-data.ts';
import { otherIdentifier } from './other-identifier.ts';
import { participatingOrg } from './participating-org.ts';
import { plannedDisbursement } from './planned-disbursement.ts';
import { policyMarker } from './policy-marker.ts';
import { recipientCountry } from './recipient-country.ts';
import { recipientRegion } from './recipient-region.ts';
import { relatedActivity } from './related-activity.ts';
import { sector } from './sector.ts';
import { tag } from './tag.ts';

/** One activity: what was done, by whom, where and with what money. */
export const iatiActivity = element('iati-activity', {
  attributes: [
    optional('last-updated-datetime', 'dateTime'),
    optional('xml:lang', 'language'),
    optional('default-currency'),
    optional('hierarchy', 'int'),
    optional('linked-data-uri', 'anyURI'),
    optional('humanitarian', 'boolean', since('2.02')),
    optional('budget-not-provided', 'string', since('2.03')),
  ],
  children: [
    one(iatiIdentifier),
    one(reportingOrg),
    one(title),
    oneOrMore(description),
    oneOrMore(participatingOrg),
    anyNumber(otherIdentifier),
    one(activityStatus),
    oneOrMore(activityDate),
    anyNumber(contactInfo),
    atMostOne(activityScope),
    anyNumber(recipientCountry),
    anyNumber(recipientRegion),
    anyNumber(location),
    anyNumber(sector),
    anyNumber(tag, since('2.03')),
    atMostOne(countryBudgetItems),
    anyNumber(humanitarianScope, since('2.02')),
    anyNumber(policyMarker),
    atMostOne(collaborationType),
    atMostOne(defaultFlowType),
    atMostOne(defaultFinanceType),
    atMostOne(defaultAidType, until('2.02')),
    anyNumber(defaultAidType, since('2.03')),
    atMostOne(defaultTiedStatus),
    anyNumber(budget),
    anyNumber(plannedDisbursement),
    atMostOne(capitalSpend),
    anyNumber(transaction),
    anyNumber(documentLink),
    anyNumber(relatedActivity),
    anyNumber(legacyData),
    atMostOne(conditions),
    anyNumber(result),
    atMostOne(crsAdd),
    atMostOne(fss),
  ],
});
