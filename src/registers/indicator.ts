import { figures } from '../fields/figures.ts';
import { references } from '../fields/references.ts';
import { prose, text } from '../fields/text.ts';
import { word } from '../fields/word.ts';
import { ownWord } from '../lifecycle/workflow.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** What would show that a measure is being carried out: a unit, where it began, what is aimed at, how often it is looked at. */
export const indicator = defineRegister({
  name: 'indicator',
  version: 1,
  means: ['schema:CreativeWork', 'followup:indicator'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    measures: references({ means: ['followup:measure'] }),
    summary: prose({ means: ['dc:description'] }),
    unit: text(),
    baseline: figures(),
    target: figures(),
    values: figures(),
    frequency: word(),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['measures', 'unit', 'target', 'sources'],
  confirmEveryMonths: 12,
  workflow: ownWord,
  crossCheck: false,
});

export type Indicator = ValuesOf<typeof indicator>;
