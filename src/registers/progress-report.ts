import { code } from '../fields/code.ts';
import { countries } from '../fields/country.ts';
import { date, period } from '../fields/date.ts';
import { figures } from '../fields/figures.ts';
import { sources } from '../fields/links.ts';
import { reference } from '../fields/reference.ts';
import { prose, text } from '../fields/text.ts';
import { focalPointReview } from '../lifecycle/workflow.ts';
import { confidenceLevels } from '../vocabulary/confidence-levels.ts';
import { progressStates } from '../vocabulary/progress-states.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/** What somebody says of the state of a measure at a date, and what shows it. */
export const progressReport = defineRegister({
  name: 'progressReport',
  version: 1,
  means: ['schema:Report', 'followup:report'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    measure: reference({ to: 'measure', needed: true, means: ['followup:measure'] }),
    commitment: reference({ to: 'commitment' }),
    round: reference({ to: 'reportRound', means: ['followup:round'] }),
    on: date({ needed: true, facet: 'year', means: ['dc:date', 'followup:on'] }),
    period: period(),
    state: code(progressStates, { needed: true, means: ['followup:state'] }),
    summary: prose({ means: ['dc:description'] }),
    countries: countries({ facet: 'provider', means: ['followup:country'] }),
    figures: figures(),
    confidence: code(confidenceLevels),
    ...grounds,
    sources: sources({ means: ['dc:source', 'followup:evidence'] }),
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'state', 'sources'],
  confirmEveryMonths: 36,
  workflow: focalPointReview,
  crossCheck: true,
});

export type ProgressReport = ValuesOf<typeof progressReport>;
