import { code, codes } from '../fields/code.ts';
import { countries } from '../fields/country.ts';
import { due } from '../fields/due.ts';
import { reference } from '../fields/reference.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { ownWord } from '../lifecycle/workflow.ts';
import { beneficiaries } from '../vocabulary/beneficiaries.ts';
import { measureKinds } from '../vocabulary/measure-kinds.ts';
import { measureVerbs } from '../vocabulary/measure-verbs.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { themes } from '../vocabulary/themes.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** One thing that an instrument says is to be done: a measure, a paragraph that commits, a recommendation. */
export const measure = defineRegister({
  name: 'measure',
  version: 1,
  means: ['schema:CreativeWork', 'followup:measure'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    instrument: reference({ to: 'instrument', needed: true, means: ['followup:instrument', 'dc:isPartOf'] }),
    number: word({ means: ['followup:number'] }),
    summary: prose({ means: ['dc:description'] }),
    kind: code(measureKinds, { means: ['dc:type', 'followup:kind'] }),
    verb: code(measureVerbs),
    actors: words({ bodies: true, means: ['followup:actor'] }),
    countries: countries({ facet: 'host', means: ['followup:country'] }),
    addressees: words({ bodies: true, means: ['followup:addressee'] }),
    recommendedBy: countries({ facet: 'provider' }),
    response: word({ means: ['followup:response'] }),
    beneficiaries: codes(beneficiaries, { means: ['followup:beneficiary'] }),
    subjects: codes(themes, { means: ['dc:subject', 'followup:theme'] }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['dc:subject'] }),
    due: due({ means: ['followup:due'] }),
    dueAt: reference({ to: 'event', means: ['followup:dueAt'] }),
    dueBasis: text(),
    reportsTo: text(),
    dependsOn: references({ means: ['followup:dependsOn'] }),
    verifiableBy: prose(),
    bodies: words({ bodies: true }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['number', 'summary', 'kind', 'due', 'sources'],
  confirmEveryMonths: 36,
  workflow: ownWord,
  crossCheck: false,
});

export type Measure = ValuesOf<typeof measure>;
