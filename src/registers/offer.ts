import { codes } from '../fields/code.ts';
import { contacts } from '../fields/contacts.ts';
import { countries } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { figures } from '../fields/figures.ts';
import { reference } from '../fields/reference.ts';
import { prose, text } from '../fields/text.ts';
import { words } from '../fields/word.ts';
import { focalPointReview } from '../lifecycle/workflow.ts';
import { countryGroups } from '../vocabulary/country-groups.ts';
import { languages } from '../vocabulary/languages.ts';
import { helpKinds } from '../vocabulary/request-lists.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** What a country, alone or with others, has to share: how much of it, on which terms, until when. */
export const offer = defineRegister({
  name: 'offer',
  version: 1,
  means: ['schema:Offer', 'request:offer'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    summary: prose({ means: ['dc:description'] }),
    countries: countries({ needed: true, facet: 'provider', means: ['request:offering'] }),
    organisations: words(),
    kinds: codes(helpKinds, { means: ['request:help'] }),
    sectors: codes(sectors, { facet: 'sector', counted: sectorCategory, means: ['dc:subject'] }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['dc:subject', 'request:goal'] }),
    languages: codes(languages, { means: ['request:language'] }),
    forWhom: prose(),
    groups: codes(countryGroups),
    capacity: figures({ means: ['ssc:quantity'] }),
    terms: prose(),
    conditions: prose(),
    howToAsk: prose(),
    validUntil: date({ means: ['request:validUntil', 'ical:deadline'] }),
    practice: reference({ to: 'practice' }),
    onAgreement: prose({ seenBy: 'agreed' }),
    contacts: contacts({ seenBy: 'partners' }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'kinds', 'sectors', 'languages', 'capacity', 'terms', 'validUntil'],
  confirmEveryMonths: 12,
  workflow: focalPointReview,
  crossCheck: true,
});

export type Offer = ValuesOf<typeof offer>;
