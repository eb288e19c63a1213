import { countries } from '../fields/country.ts';
import { date, period } from '../fields/date.ts';
import { links, sources } from '../fields/links.ts';
import { reference } from '../fields/reference.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { secretariatWord } from '../lifecycle/workflow.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** A secretariat asks countries to report on the measures of an instrument by a day: on all of them, or on those named. */
export const reportRound = defineRegister({
  name: 'reportRound',
  version: 1,
  means: ['schema:Event', 'followup:round'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    instrument: reference({ to: 'instrument', needed: true, means: ['followup:instrument', 'dc:isPartOf'] }),
    measures: references({ means: ['followup:measure'] }),
    summary: prose({ means: ['dc:description'] }),
    period: period(),
    openedOn: date({ needed: true, means: ['dc:date', 'followup:on'] }),
    deadline: date({ needed: true, means: ['followup:deadline'] }),
    closedOn: date({ means: ['followup:closed'] }),
    countries: countries({ means: ['followup:asked'] }),
    posts: words({ means: ['followup:askedPost'] }),
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
  expected: ['period', 'summary'],
  confirmEveryMonths: 36,
  workflow: secretariatWord,
  crossCheck: false,
});

export type ReportRoundValues = ValuesOf<typeof reportRound>;
