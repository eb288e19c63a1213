import { code, codes } from '../fields/code.ts';
import { contacts } from '../fields/contacts.ts';
import { date, period } from '../fields/date.ts';
import { figures, money } from '../fields/figures.ts';
import { files, links, sources } from '../fields/links.ts';
import { loan } from '../fields/loan.ts';
import { participants } from '../fields/participants.ts';
import { places } from '../fields/places.ts';
import { reference } from '../fields/reference.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { focalPointReview } from '../lifecycle/workflow.ts';
import { activityStatuses } from '../vocabulary/activity-status.ts';
import { modalities } from '../vocabulary/modalities.ts';
import { participantRoles } from '../vocabulary/roles.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A project or initiative of cooperation: who shares what with whom, where, when. "Activity" as IATI says. */
export const activity = defineRegister({
  name: 'activity',
  version: 1,
  means: ['schema:Project'],
  fields: {
    title: text({ needed: true, means: ['iati:title', 'dc:title'] }),
    summary: prose({ means: ['iati:description', 'dc:description'] }),
    objective: prose({ means: ['iati:description'] }),
    modality: code(modalities, { facet: 'modality', means: ['ssc:modality'] }),
    participants: participants({
      roles: participantRoles,
      means: ['iati:participating-org', 'iati:recipient-country'],
    }),
    recipientsNote: text({ means: ['iati:recipient-region'] }),
    sectors: codes(sectors, {
      facet: 'sector',
      counted: sectorCategory,
      means: ['iati:sector', 'dc:subject'],
    }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['iati:tag'] }),
    themes: words({ means: ['dc:subject'] }),
    dates: period({ facet: 'year', means: ['iati:activity-date'] }),
    status: code(activityStatuses, { means: ['iati:activity-status'] }),
    quantities: figures({ means: ['ssc:quantity'] }),
    money: money({ means: ['iati:budget', 'iati:transaction'] }),
    loan: loan({ means: ['iati:crs-add'] }),
    match: reference({ to: 'match', means: ['request:cameOf'] }),
    places: places({ means: ['iati:location'] }),
    identifier: word({ means: ['iati:iati-identifier', 'dc:identifier'] }),
    related: references({ means: ['iati:related-activity', 'dc:relation'] }),
    links: links({ means: ['iati:activity-website'] }),
    files: files({ means: ['iati:document-link'] }),
    contacts: contacts({ means: ['iati:contact-info'] }),
    notes: prose({ means: ['iati:description'] }),
    asOf: date(),
    sources: sources({ means: ['dc:source'] }),
    unverified: words(),
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'modality', 'participants', 'sectors', 'sdgs', 'dates', 'sources'],
  confirmEveryMonths: 12,
  workflow: focalPointReview,
  crossCheck: true,
});

export type Activity = ValuesOf<typeof activity>;
