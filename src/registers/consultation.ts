import { code, codes } from '../fields/code.ts';
import { countries } from '../fields/country.ts';
import { date, period } from '../fields/date.ts';
import { files, links, sources } from '../fields/links.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { convening } from '../lifecycle/workflow.ts';
import { conclusions, consultationAudiences } from '../vocabulary/consultation-lists.ts';
import { countryGroups } from '../vocabulary/country-groups.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A post asks members for their positions on a matter; the joint text stands in its versions. */
export const consultation = defineRegister({
  name: 'consultation',
  version: 1,
  means: ['schema:Event', 'room:own'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    summary: prose({ means: ['dc:description'] }),
    visibility: code(consultationAudiences, { needed: true, means: ['room:visibility'] }),
    countries: countries({ facet: 'host', means: ['room:countries'] }),
    groups: codes(countryGroups, { means: ['room:groups'] }),
    organisations: words({ means: ['room:organisations'] }),
    answersBy: date({ means: ['room:answersBy', 'ical:deadline'] }),
    meeting: period({ moment: true, facet: 'year', means: ['dc:date', 'ical:event'] }),
    agenda: prose(),
    draft: prose({ means: ['room:text'] }),
    minutes: prose(),
    conclusion: code(conclusions, { means: ['room:conclusion'] }),
    measures: references({ means: ['followup:measure'] }),
    identifier: word({ means: ['dc:identifier'] }),
    related: references({ means: ['dc:relation'] }),
    links: links(),
    files: files(),
    notes: prose(),
    asOf: date(),
    sources: sources({ means: ['dc:source'] }),
    unverified: words(),
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'answersBy', 'agenda', 'draft', 'measures'],
  confirmEveryMonths: 36,
  workflow: convening,
  crossCheck: false,
});

export type Consultation = ValuesOf<typeof consultation>;
