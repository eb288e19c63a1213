import type { CodeTables } from '../../../vocabulary/code-table.ts';
import type { Surroundings } from './rules/rule.ts';

/** What rules ask of the world: the hour, and who is known by the lists of organisations and agencies. */
export function surroundings(tables: CodeTables, now: string): Surroundings {
  const organisations = [tables.find('OrganisationIdentifier'), tables.find('IATIOrganisationIdentifier')];
  const agencies = tables.find('OrganisationRegistrationAgency');
  return {
    now,
    isKnownOrganisation: (identifier) => organisations.some((table) => table?.codes.has(identifier) === true),
    isAgency: (code) => agencies === undefined || agencies.codes.has(code),
  };
}
