import { codes } from '../fields/code.ts';
import { countries } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { figures } from '../fields/figures.ts';
import { sources } from '../fields/links.ts';
import { places } from '../fields/places.ts';
import { reference } from '../fields/reference.ts';
import { prose, text } from '../fields/text.ts';
import { focalPointReview } from '../lifecycle/workflow.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A practice that was taken up elsewhere: where, when, what was changed, and what shows it. */
export const adoption = defineRegister({
  name: 'adoption',
  version: 1,
  means: ['schema:CreativeWork', 'request:adoption'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    practice: reference({ to: 'practice', means: ['dc:isPartOf', 'request:takenUp'] }),
    match: reference({ to: 'match', means: ['request:cameOf'] }),
    activity: reference({ to: 'activity' }),
    countries: countries({ needed: true, facet: 'host', means: ['request:asking'] }),
    originCountries: countries({ facet: 'provider', means: ['request:offering'] }),
    on: date({ facet: 'year', means: ['dc:date'] }),
    summary: prose({ means: ['dc:description'] }),
    changed: prose(),
    results: figures({ means: ['ssc:result'] }),
    sectors: codes(sectors, { facet: 'sector', counted: sectorCategory, means: ['dc:subject'] }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['dc:subject'] }),
    places: places(),
    ...grounds,
    sources: sources({ means: ['dc:source', 'request:evidence'] }),
  },
  title: 'title',
  summary: 'summary',
  expected: ['practice', 'summary', 'changed', 'on', 'sources'],
  confirmEveryMonths: 24,
  workflow: focalPointReview,
  crossCheck: true,
});

export type Adoption = ValuesOf<typeof adoption>;
