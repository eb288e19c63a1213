import { code } from '../fields/code.ts';
import { date } from '../fields/date.ts';
import { reference } from '../fields/reference.ts';
import { prose, text } from '../fields/text.ts';
import { secretariatWord } from '../lifecycle/workflow.ts';
import { progressStates } from '../vocabulary/progress-states.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** What a review accepts as the state of a measure, with its remarks. */
export const reviewDecision = defineRegister({
  name: 'reviewDecision',
  version: 1,
  means: ['schema:Report', 'followup:review'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    measure: reference({ to: 'measure', needed: true, means: ['followup:measure'] }),
    report: reference({ to: 'progressReport' }),
    on: date({ needed: true, facet: 'year', means: ['dc:date', 'followup:on'] }),
    state: code(progressStates, { needed: true, means: ['followup:state'] }),
    summary: prose({ means: ['dc:description'] }),
    decidedAt: reference({ to: 'event' }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'state', 'sources'],
  confirmEveryMonths: 36,
  workflow: secretariatWord,
  crossCheck: false,
});

export type ReviewDecision = ValuesOf<typeof reviewDecision>;
