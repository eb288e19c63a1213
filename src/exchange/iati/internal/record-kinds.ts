import { allRegisters } from '../../../registers/all-registers.ts';
import { fieldsMeaning } from '../../../registers/fields-meaning.ts';
import type { Register } from '../../../registers/register.ts';
import { attribute, type Element } from '../../xml/element.ts';
import { activityDate, activityDateWriter } from '../elements/activity-date.ts';
import { activityStatus, activityStatusWriter } from '../elements/activity-status.ts';
import { activityWebsite } from '../elements/activity-website.ts';
import { budget, budgetWriter } from '../elements/budget.ts';
import { collaborationType, collaborationTypeWriter } from '../elements/collaboration-type.ts';
import { contactInfo, contactInfoWriter } from '../elements/contact-info.ts';
import { crsAdd, crsAddWriter } from '../elements/crs-add.ts';
import { description, descriptionWriter } from '../elements/description.ts';
import { documentLink, documentLinkWriter } from '../elements/document-link.ts';
import { identifierIn, identifierWriter } from '../elements/identifier.ts';
import { location, locationWriter } from '../elements/location.ts';
import { name, nameWriter } from '../elements/name.ts';
import { organisationTotals, organisationTotalWriter } from '../elements/organisation-totals.ts';
import { participatingOrg, participatingOrgWriter } from '../elements/participating-org.ts';
import { providerCountry } from '../elements/provider-country.ts';
import { recipientCountry, recipientCountryWriter } from '../elements/recipient-country.ts';
import { recipientRegion, recipientRegionWriter } from '../elements/recipient-region.ts';
import { relatedActivity, relatedActivityWriter } from '../elements/related-activity.ts';
import { reportingOrg, reportingOrgWriter } from '../elements/reporting-org.ts';
import { resultWriter } from '../elements/result.ts';
import { sector, sectorWriter } from '../elements/sector.ts';
import { tag, tagWriter } from '../elements/tag.ts';
import { title, titleWriter } from '../elements/title.ts';
import { transaction, transactionWriter } from '../elements/transaction.ts';
import { rootShape, type Shape, type StandardRoot } from '../standard/shape.ts';
import type { ElementReader } from './element-reader.ts';
import type { ElementWriter } from './element-writer.ts';

/** What stands in a file of the standard: one kind of record for each kind of file. */
export interface RecordKind {
  readonly root: StandardRoot;
  readonly element: string;
  /** The record as the newest version of the standard has it. */
  readonly shape: Shape;
  /** The element that identifies a record; the register is the one with a field that means it. */
  readonly identifier: string;
  /** Scheme of the record's key. */
  readonly scheme: string;
  readonly unit: 'activity' | 'organisation';
  /** In the order in which they are read: the modality is concluded from the countries, providers from recipients. */
  readonly readers: readonly ElementReader[];
  readonly writers: readonly ElementWriter[];
  /** Whether the parts have what the standard demands and nobody can make up. */
  isSayable(parts: readonly Element[]): boolean;
}

const activities: RecordKind = {
  root: 'iati-activities',
  element: 'iati-activity',
  shape: shapeOf('iati-activities', 'iati-activity'),
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
    crsAdd,
    reportingOrg,
  ],
  writers: [
    identifierWriter('iati-identifier'),
    reportingOrgWriter,
    titleWriter,
    descriptionWriter,
    participatingOrgWriter,
    activityStatusWriter,
    activityDateWriter,
    contactInfoWriter,
    recipientCountryWriter,
    recipientRegionWriter,
    locationWriter,
    sectorWriter,
    tagWriter,
    collaborationTypeWriter,
    budgetWriter,
    transactionWriter,
    documentLinkWriter,
    relatedActivityWriter,
    resultWriter,
    crsAddWriter,
  ],
  isSayable: (parts) =>
    parts.some((part) => part.name === 'activity-date' && ['1', '2'].includes(attribute(part, 'type') ?? '')),
};

const organisations: RecordKind = {
  root: 'iati-organisations',
  element: 'iati-organisation',
  shape: shapeOf('iati-organisations', 'iati-organisation'),
  identifier: 'organisation-identifier',
  scheme: 'iati-org',
  unit: 'organisation',
  readers: [identifierIn('organisation-identifier'), name, reportingOrg, organisationTotals, documentLink],
  writers: [
    identifierWriter('organisation-identifier'),
    nameWriter,
    reportingOrgWriter,
    organisationTotalWriter('total-budget', 'budget'),
    organisationTotalWriter('total-expenditure', 'expenditure'),
    documentLinkWriter,
  ],
  isSayable: () => true,
};

/** Both kinds of file. */
export const kinds: readonly RecordKind[] = [activities, organisations];

/** The kind of record that stands under a root; undefined for a root of another format. */
export function kindUnder(root: string): RecordKind | undefined {
  return kinds.find((kind) => kind.root === root);
}

/** The kind of file in which records of a register stand; undefined where IATI has none. */
export function kindOf(register: Register): RecordKind | undefined {
  return kinds.find(({ identifier }) => fieldsMeaning(register, `iati:${identifier}`).length > 0);
}

/** The register whose records are identified as those of this kind. */
export function registerFor(kind: RecordKind): Register {
  const meaning = `iati:${kind.identifier}`;
  const register = allRegisters.find((each) => fieldsMeaning(each, meaning).length > 0);
  if (register === undefined) throw new Error(`no register has a field that means ${meaning}`);
  return register;
}

/** The parts of a record that say what fields of these names hold. */
export function partsSaying(
  kind: RecordKind,
  register: Register,
  fields: ReadonlySet<string>,
): ReadonlySet<string> {
  const names = kind.shape.children.map(({ shape }) => shape.name);
  return new Set(
    names.filter((name) => fieldsMeaning(register, `iati:${name}`).some((field) => fields.has(field))),
  );
}

function shapeOf(root: StandardRoot, element: string): Shape {
  const child = rootShape(root, '2.03').childNamed.get(element);
  if (child === undefined) throw new Error(`the standard has no ${element} in ${root}`);
  return child.shape;
}
