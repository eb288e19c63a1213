import { codes } from '../fields/code.ts';
import { contacts } from '../fields/contacts.ts';
import { countries } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { demands } from '../fields/demands.ts';
import { money } from '../fields/figures.ts';
import { places } from '../fields/places.ts';
import { prose, text } from '../fields/text.ts';
import { focalPointReview } from '../lifecycle/workflow.ts';
import { languages } from '../vocabulary/languages.ts';
import { helpKinds } from '../vocabulary/request-lists.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** What one country, or several together, ask of others. What stands in `onAgreement` is read by those with whom a match is agreed. */
export const need = defineRegister({
  name: 'need',
  version: 1,
  means: ['schema:Demand', 'request:need'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    summary: prose({ means: ['dc:description'] }),
    reason: prose(),
    forWhom: prose(),
    countries: countries({ facet: 'host', means: ['request:asking'] }),
    kinds: codes(helpKinds, { means: ['request:help'] }),
    sectors: codes(sectors, { facet: 'sector', counted: sectorCategory, means: ['dc:subject'] }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['dc:subject', 'request:goal'] }),
    languages: codes(languages, { means: ['request:language'] }),
    neededBy: date({ means: ['request:neededBy', 'ical:deadline'] }),
    answersBy: date({ means: ['request:answersBy', 'ical:deadline'] }),
    demands: demands({ means: ['request:demand'] }),
    places: places(),
    existing: prose(),
    money: money(),
    onAgreement: prose({ seenBy: 'agreed' }),
    contacts: contacts({ seenBy: 'partners' }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'reason', 'countries', 'kinds', 'sectors', 'languages', 'neededBy'],
  confirmEveryMonths: 12,
  answerWithinDays: 60,
  workflow: focalPointReview,
  crossCheck: true,
});

export type Need = ValuesOf<typeof need>;
