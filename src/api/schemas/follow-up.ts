import { z } from 'zod';
import { claimableStates, measureStates } from '../../followup/entry.ts';
import { duePrecisions } from '../../kernel/due.ts';
import { boardFacets } from '../../operations/follow-up/board-lines.ts';
import { country, day, facetCount, langText, recordId } from './pieces.ts';

const state = z.enum(measureStates);
/** Every state is there, with 0 too. */
const states = z.object(Object.fromEntries(measureStates.map((one) => [one, z.int()])));
const partialDate = z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD');
const named = {
  id: recordId,
  register: z.string(),
  title: langText,
  adoptedOn: partialDate.optional(),
};
const said = z.object({
  id: recordId.describe('The report or decision that says it'),
  on: partialDate,
  state: z.enum(claimableStates),
  by: z.enum(['report', 'review']),
  evidenced: z.boolean(),
  disputed: z.boolean(),
});
const row = {
  id: recordId,
  register: z.string(),
  title: langText,
  number: z.string().optional(),
  kind: z.string().optional(),
  themes: z.array(z.string()).optional(),
  beneficiaries: z.array(z.string()).optional(),
  actors: z.array(z.string()).optional(),
  addressed: z.array(country).optional().describe('Countries addressed'),
  response: z.string().optional(),
  due: z
    .object({
      precision: z.enum(duePrecisions),
      date: partialDate.optional(),
      start: partialDate.optional(),
      notBefore: partialDate.optional(),
    })
    .optional(),
  planned: day.optional().describe('The day planned: after it, it is on time no more'),
  limit: day
    .optional()
    .describe(
      'The last day on which it is not late itself: of what is due at an event, when that really ended',
    ),
  lateness: z
    .object({
      total: z.int().describe('From the planned day; negative before it'),
      event: z.int().describe('Of these the days by which the event itself was late'),
      own: z
        .int()
        .optional()
        .describe(
          'From the limit to completion, or to the day of the board; absent while the event is not over',
        ),
    })
    .optional()
    .describe('In days, of what was done against a limit and of what is overdue'),
  state,
  because: said.optional().describe('What the state rests on'),
  claimed: said.optional().describe('Done, as somebody says who shows nothing for it'),
  against: z.array(said).describe('Others that say something else of the same day'),
  since: day.optional(),
  heardOn: day.optional().describe('Day of the last word'),
  overdue: z.boolean(),
  reports: z.int(),
};

const timeliness = z.object({
  due: z
    .int()
    .describe('With a planned day that has passed: `onTime`, `atLateEvent`, `late` and `open` add up to it'),
  onTime: z.int().describe('Done by the planned day'),
  atLateEvent: z.int().describe('Done after it, by the end of an event that was itself late'),
  late: z.int().describe('Done after the limit'),
  open: z.int(),
  lateEvents: z.int().describe('Of those due: at an event that was itself late'),
  onTimeShare: z.number().optional().describe('Of those due'),
  medianDelay: z
    .number()
    .optional()
    .describe(
      'Days from the planned day; those still open count as later than any done, so it may be absent',
    ),
  medianAfterEvent: z.number().optional().describe('The same, from the limit'),
});

export const followUpAnswers = {
  Instruments: z.object({
    asOf: day,
    instruments: z.array(
      z.object({ ...named, measures: z.int(), states, overdue: z.int() }).describe('No ranking: by date'),
    ),
  }),
  InstrumentBoard: z.object({
    asOf: day,
    instrument: z.object(named),
    total: z.int().describe('Measures that the filters leave'),
    measures: z.int().describe('All measures of the instrument'),
    page: z.int(),
    pages: z.int(),
    facets: z
      .object(Object.fromEntries(boardFacets.map((facet) => [facet, z.array(facetCount)])))
      .describe('Each counted with all filters but its own'),
    timeliness,
    watched: z.object({ all: z.int(), completed: z.int(), days: z.int() }),
    survival: z
      .array(z.object({ days: z.int(), open: z.number(), atRisk: z.int(), completed: z.int() }))
      .describe('Share still open by days since adoption (Kaplan–Meier)'),
    rows: z.array(z.object(row)),
    changes: z
      .array(z.object({ ...row, before: state }))
      .optional()
      .describe('With `since`: what stands otherwise than on that day'),
    said: z
      .array(
        z.object({
          id: recordId,
          register: z.string(),
          title: langText,
          measure: recordId,
          on: partialDate.optional(),
          state: z.enum(claimableStates).optional(),
        }),
      )
      .optional()
      .describe('With `since`: reports, decisions and outcomes that speak of a later day, the latest first'),
    groups: z
      .array(
        z.object({
          value: z.string(),
          count: z.int(),
          states,
          timeliness,
          watched: z.object({ all: z.int(), completed: z.int() }),
          medianDays: z
            .number()
            .optional()
            .describe(
              'After so many days half was completed (Kaplan–Meier); absent while more than half are open',
            ),
        }),
      )
      .optional()
      .describe('With `by`: measures by a facet and by state'),
  }),
};
