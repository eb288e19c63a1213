import { code } from '../fields/code.ts';
import { date } from '../fields/date.ts';
import { files, links, sources } from '../fields/links.ts';
import { reference } from '../fields/reference.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { convening } from '../lifecycle/workflow.ts';
import { conclusions } from '../vocabulary/consultation-lists.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** What a consultation came to, and which measures it serves. Without a consultation it is what its post makes known by itself. */
export const outcome = defineRegister({
  name: 'outcome',
  version: 1,
  means: ['schema:CreativeWork', 'room:within', 'room:outcome', 'followup:outcome'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    consultation: reference({ to: 'consultation', means: ['room:consultation', 'dc:isPartOf'] }),
    on: date({ needed: true, facet: 'year', means: ['dc:date', 'followup:on'] }),
    summary: prose({ means: ['dc:description'] }),
    text: prose(),
    conclusion: code(conclusions),
    measures: references({ means: ['followup:measure'] }),
    followUp: prose(),
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
  expected: ['summary', 'text', 'measures'],
  confirmEveryMonths: 36,
  workflow: convening,
  crossCheck: false,
});

export type Outcome = ValuesOf<typeof outcome>;
