import { code, codes } from '../fields/code.ts';
import { date, period } from '../fields/date.ts';
import { links, sources } from '../fields/links.ts';
import { places } from '../fields/places.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { ownWord } from '../lifecycle/workflow.ts';
import { eventKinds } from '../vocabulary/event-kinds.ts';
import { goalOf, sdgs } from '../vocabulary/sdg.ts';
import { sectorCategory, sectors } from '../vocabulary/sectors.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A meeting, an observance, an exhibition: when, where, about what, with what outcome. */
export const event = defineRegister({
  name: 'event',
  version: 1,
  means: ['schema:Event', 'followup:meeting'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    kind: code(eventKinds, { means: ['dc:type'] }),
    series: word({ means: ['dc:isPartOf', 'followup:series'] }),
    dates: period({ facet: 'year', moment: true, means: ['dc:date', 'ical:event', 'followup:held'] }),
    dateRule: text(),
    commemoratedOn: date(),
    places: places({ facet: 'host', means: ['dc:coverage'] }),
    theme: text({ means: ['dc:subject'] }),
    summary: prose({ means: ['dc:description'] }),
    outcome: prose(),
    programme: prose(),
    hashtags: words(),
    sectors: codes(sectors, { facet: 'sector', counted: sectorCategory, means: ['dc:subject'] }),
    sdgs: codes(sdgs, { facet: 'sdg', counted: goalOf, means: ['dc:subject'] }),
    identifier: word({ means: ['dc:identifier'] }),
    related: references({ means: ['dc:relation'] }),
    links: links(),
    notes: prose(),
    asOf: date(),
    sources: sources({ means: ['dc:source'] }),
    unverified: words(),
  },
  title: 'title',
  summary: 'summary',
  expected: ['kind', 'dates', 'places', 'summary', 'sources'],
  confirmEveryMonths: 24,
  workflow: ownWord,
  crossCheck: false,
});

export type Event = ValuesOf<typeof event>;
