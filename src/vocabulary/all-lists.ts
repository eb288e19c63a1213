import { activityStatuses } from './activity-status.ts';
import { callKinds } from './call-kinds.ts';
import type { CodeList } from './code-list.ts';
import { cooperation } from './cooperation.ts';
import { countries } from './countries.ts';
import { countryGroups } from './country-groups.ts';
import { eventKinds } from './event-kinds.ts';
import { modalities } from './modalities.ts';
import { organisationTypes } from './organisation-types.ts';
import { helpKinds } from './request-lists.ts';
import { adopterRoles, participantRoles } from './roles.ts';
import { sdgs } from './sdg.ts';
import { sectors } from './sectors.ts';
import { sourceKinds } from './source-kinds.ts';

/** The lists by whose codes records are described. */
export const labelLists: readonly CodeList[] = [
  modalities,
  cooperation,
  participantRoles,
  adopterRoles,
  activityStatuses,
  sectors,
  sdgs,
  countryGroups,
  organisationTypes,
  eventKinds,
  sourceKinds,
  helpKinds,
  callKinds,
];

/** By the name that fields and pages use; undefined where no list has it. Countries are no list of labels. */
export function findList(name: string): CodeList | undefined {
  return labelLists.find((list) => list.name === name);
}

/** The lists on whose labels a country may attach a reservation, names of countries included: pages mark each of them wherever it stands. */
export const reservableLists: readonly CodeList[] = [...labelLists, countries];

/** As `findList`, countries included. */
export function findReservable(name: string): CodeList | undefined {
  return reservableLists.find((list) => list.name === name);
}
