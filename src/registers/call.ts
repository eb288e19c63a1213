import { code, codes } from '../fields/code.ts';
import { countries } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { figures } from '../fields/figures.ts';
import { reference } from '../fields/reference.ts';
import { prose, text } from '../fields/text.ts';
import { words } from '../fields/word.ts';
import { ownWord } from '../lifecycle/workflow.ts';
import { callKinds } from '../vocabulary/call-kinds.ts';
import { countryGroups } from '../vocabulary/country-groups.ts';
import { languages } from '../vocabulary/languages.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/**
 * An announcement that those whom it names may apply for something until a day: scholarships, places in a course, money
 * for projects, experts wanted. Who applies writes to whoever calls: no application is taken here.
 */
export const call = defineRegister({
  name: 'call',
  version: 1,
  means: ['schema:Offer', 'request:call'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    kind: code(callKinds, { needed: true, means: ['dc:type'] }),
    summary: prose({ means: ['dc:description'] }),
    validUntil: date({ needed: true, means: ['request:validUntil', 'ical:deadline'] }),
    opensOn: date(),
    countries: countries({ facet: 'provider', means: ['request:offering'] }),
    organisations: words(),
    applicants: countries({ facet: 'host', means: ['request:asking'] }),
    groups: codes(countryGroups),
    forWhom: prose(),
    sectors: codes(sectors, { facet: 'sector', counted: sectorCategory, means: ['dc:subject'] }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['dc:subject', 'request:goal'] }),
    languages: codes(languages, { means: ['request:language'] }),
    capacity: figures({ means: ['ssc:quantity'] }),
    conditions: prose(),
    howToAsk: prose(),
    offer: reference({ to: 'offer' }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'countries', 'forWhom', 'sectors', 'languages', 'howToAsk', 'links', 'sources'],
  confirmEveryMonths: 12,
  workflow: ownWord,
  crossCheck: false,
});

export type Call = ValuesOf<typeof call>;
