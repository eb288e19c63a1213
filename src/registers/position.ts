import { code } from '../fields/code.ts';
import { date } from '../fields/date.ts';
import { files, links, sources } from '../fields/links.ts';
import { paragraphs } from '../fields/paragraphs.ts';
import { reference } from '../fields/reference.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word, words } from '../fields/word.ts';
import { speaking } from '../lifecycle/workflow.ts';
import { stances } from '../vocabulary/consultation-lists.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** What a member of a consultation says to its matter, and to paragraphs of its draft. */
export const position = defineRegister({
  name: 'position',
  version: 1,
  means: ['schema:CreativeWork', 'room:within', 'room:position'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    consultation: reference({
      to: 'consultation',
      needed: true,
      means: ['room:consultation', 'dc:isPartOf'],
    }),
    stance: code(stances, { needed: true, means: ['room:stance'] }),
    text: prose({ means: ['dc:description'] }),
    reservation: prose({ means: ['room:reservation'] }),
    paragraphs: paragraphs({ stances, means: ['room:paragraphs'] }),
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
  summary: 'text',
  expected: ['text'],
  confirmEveryMonths: 36,
  workflow: speaking,
  crossCheck: false,
});

export type Position = ValuesOf<typeof position>;
