import { code, codes } from '../fields/code.ts';
import { countries } from '../fields/country.ts';
import { date } from '../fields/date.ts';
import { reference } from '../fields/reference.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { ownWord } from '../lifecycle/workflow.ts';
import { instrumentKinds } from '../vocabulary/instrument-kinds.ts';
import { themes } from '../vocabulary/themes.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A text that commits its parties: a declaration, a framework, a plan of action, a resolution. */
export const instrument = defineRegister({
  name: 'instrument',
  version: 1,
  means: ['schema:Legislation', 'followup:instrument'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    kind: code(instrumentKinds, { means: ['dc:type'] }),
    adoptedOn: date({ facet: 'year', means: ['dc:date', 'followup:adopted'] }),
    adoptedAt: reference({ to: 'event' }),
    reviewSeries: word({ means: ['followup:series'] }),
    summary: prose({ means: ['dc:description'] }),
    bodies: words({ bodies: true, means: ['dc:creator'] }),
    countries: countries({ facet: 'host', means: ['dc:coverage'] }),
    subjects: codes(themes, { means: ['dc:subject'] }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['kind', 'adoptedOn', 'summary', 'sources'],
  confirmEveryMonths: 36,
  workflow: ownWord,
  crossCheck: false,
});

export type Instrument = ValuesOf<typeof instrument>;
