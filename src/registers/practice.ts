import { codes } from '../fields/code.ts';
import { countries } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { figures } from '../fields/figures.ts';
import { links, sources } from '../fields/links.ts';
import { participants } from '../fields/participants.ts';
import { places } from '../fields/places.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { focalPointReview } from '../lifecycle/workflow.ts';
import { adopterRoles } from '../vocabulary/roles.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** An experience that others can use: the problem, what was done, what came of it, where it was taken up. */
export const practice = defineRegister({
  name: 'practice',
  version: 1,
  means: ['schema:HowTo'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    problem: prose({ means: ['dc:description'] }),
    whatWasDone: prose({ means: ['dc:description'] }),
    results: figures({ means: ['ssc:result'] }),
    conditions: prose(),
    originCountries: countries({ facet: 'provider', means: ['ssc:provider'] }),
    adoptions: participants({ roles: adopterRoles, means: ['ssc:adoption'] }),
    exchanges: participants({ roles: adopterRoles, means: ['ssc:exchange'] }),
    sectors: codes(sectors, { facet: 'sector', counted: sectorCategory, means: ['dc:subject'] }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['dc:subject'] }),
    themes: words({ means: ['dc:subject'] }),
    startedOn: date({ facet: 'year' }),
    places: places(),
    identifier: word({ means: ['dc:identifier'] }),
    related: references({ means: ['dc:relation'] }),
    links: links(),
    notes: prose(),
    asOf: date(),
    sources: sources({ means: ['dc:source'] }),
    unverified: words(),
  },
  title: 'title',
  summary: 'whatWasDone',
  expected: [
    'problem',
    'whatWasDone',
    'results',
    'originCountries',
    'adoptions',
    'sectors',
    'sdgs',
    'sources',
  ],
  confirmEveryMonths: 24,
  workflow: focalPointReview,
  crossCheck: true,
});

export type Practice = ValuesOf<typeof practice>;
