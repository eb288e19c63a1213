import { activityDate } from '../elements/activity-date.ts';
import { activityStatus } from '../elements/activity-status.ts';
import { activityWebsite } from '../elements/activity-website.ts';
import { budget } from '../elements/budget.ts';
import { collaborationType } from '../elements/collaboration-type.ts';
import { contactInfo } from '../elements/contact-info.ts';
import { description } from '../elements/description.ts';
import { documentLink } from '../elements/document-link.ts';
import { identifierIn } from '../elements/identifier.ts';
import { location } from '../elements/location.ts';
import { name } from '../elements/name.ts';
import { organisationTotals } from '../elements/organisation-totals.ts';
import { participatingOrg } from '../elements/participating-org.ts';
import { providerCountry } from '../elements/provider-country.ts';
import { recipientCountry } from '../elements/recipient-country.ts';
import { recipientRegion } from '../elements/recipient-region.ts';
import { relatedActivity } from '../elements/related-activity.ts';
import { reportingOrg } from '../elements/reporting-org.ts';
import { sector } from '../elements/sector.ts';
import { tag } from '../elements/tag.ts';
import { title } from '../elements/title.ts';
import { transaction } from '../elements/transaction.ts';
import type { ElementReader } from './element-reader.ts';

/** What stands in a file of the standard: one kind of record for each kind of file. */
export interface RecordKind {
  readonly root: string;
  readonly element: string;
  /** The element that identifies a record; the register is the one with a field that means it. */
  readonly identifier: string;
  /** Scheme of the record's key. */
  readonly scheme: string;
  readonly unit: 'activity' | 'organisation';
  /** In the order in which they are read: the modality is concluded from the countries, providers from recipients. */
  readonly readers: readonly ElementReader[];
}

export const activities: RecordKind = {
  root: 'iati-activities',
  element: 'iati-activity',
  identifier: 'iati-identifier',
  scheme: 'iati',
  unit: 'activity',
  readers: [
    identifierIn('iati-identifier'),
    title,
    description,
    recipientCountry,
    recipientRegion,
    providerCountry,
    participatingOrg,
    collaborationType,
    sector,
    tag,
    activityDate,
    activityStatus,
    budget,
    transaction,
    location,
    documentLink,
    activityWebsite,
    contactInfo,
    relatedActivity,
    reportingOrg,
  ],
};

export const organisations: RecordKind = {
  root: 'iati-organisations',
  element: 'iati-organisation',
  identifier: 'organisation-identifier',
  scheme: 'iati-org',
  unit: 'organisation',
  readers: [identifierIn('organisation-identifier'), name, reportingOrg, organisationTotals, documentLink],
};
