import { code, codes } from '../fields/code.ts';
import { contacts } from '../fields/contacts.ts';
import { country } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { figures, money } from '../fields/figures.ts';
import { files, links, sources } from '../fields/links.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { ownWord } from '../lifecycle/workflow.ts';
import { languages } from '../vocabulary/languages.ts';
import { organisationTypes } from '../vocabulary/organisation-types.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A body that shares, uses, pays for or studies cooperation: an agency, a ministry, a university, a network. */
export const organisation = defineRegister({
  name: 'organisation',
  version: 1,
  means: ['schema:Organization'],
  fields: {
    title: text({ needed: true, means: ['iati:name', 'dc:title'] }),
    acronym: word({ means: ['dc:alternative'] }),
    type: code(organisationTypes, { means: ['iati:reporting-org'] }),
    country: country({ facet: 'provider', means: ['ssc:seat'] }),
    summary: prose({ means: ['dc:description'] }),
    capacities: prose({ means: ['ssc:capacity'] }),
    sectors: codes(sectors, { facet: 'sector', counted: sectorCategory, means: ['dc:subject'] }),
    languages: codes(languages, { means: ['dc:language'] }),
    figures: figures(),
    money: money({ means: ['iati:total-budget', 'iati:total-expenditure'] }),
    identifier: word({ means: ['iati:organisation-identifier', 'dc:identifier'] }),
    website: links(),
    files: files({ means: ['iati:document-link'] }),
    related: references({ means: ['dc:relation'] }),
    contacts: contacts(),
    notes: prose(),
    asOf: date(),
    sources: sources({ means: ['dc:source'] }),
    unverified: words(),
  },
  title: 'title',
  summary: 'summary',
  expected: ['type', 'country', 'summary', 'sectors', 'languages', 'website', 'sources'],
  confirmEveryMonths: 12,
  workflow: ownWord,
  crossCheck: false,
});

export type Organisation = ValuesOf<typeof organisation>;
