import { code, codes } from '../fields/code.ts';
import { countries } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { figures, money } from '../fields/figures.ts';
import { links, sources } from '../fields/links.ts';
import { places } from '../fields/places.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { ownWord } from '../lifecycle/workflow.ts';
import { languages } from '../vocabulary/languages.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { sourceKinds } from '../vocabulary/source-kinds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A document with an address and a date that facts can cite: a statement, a report, a recording, a data set. */
export const source = defineRegister({
  name: 'source',
  version: 1,
  means: ['schema:CreativeWork'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    kind: code(sourceKinds, { means: ['dc:type'] }),
    publishedOn: date({ facet: 'year', means: ['dc:date'] }),
    summary: prose({ means: ['dc:description'] }),
    languages: codes(languages, { means: ['dc:language'] }),
    links: links({ means: ['dc:identifier'] }),
    speaker: word({ means: ['dc:creator'] }),
    publisher: word({ means: ['dc:publisher'] }),
    symbol: word({ means: ['dc:identifier'] }),
    countries: countries({ facet: 'provider', means: ['dc:coverage'] }),
    places: places(),
    sectors: codes(sectors, { facet: 'sector', counted: sectorCategory, means: ['dc:subject'] }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['dc:subject'] }),
    themes: words({ means: ['dc:subject'] }),
    figures: figures(),
    money: money(),
    identifier: word({ means: ['dc:identifier'] }),
    related: references({ means: ['dc:relation'] }),
    notes: prose(),
    asOf: date(),
    sources: sources({ means: ['dc:source'] }),
    unverified: words(),
  },
  title: 'title',
  summary: 'summary',
  expected: ['kind', 'publishedOn', 'links', 'languages'],
  confirmEveryMonths: 36,
  workflow: ownWord,
  crossCheck: false,
});

export type Source = ValuesOf<typeof source>;
