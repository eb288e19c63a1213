import { z } from 'zod';
import { answerStandings } from '../../operations/follow-up/round-answers.ts';
import { country, day, instant, langText, recordId } from './pieces.ts';

const round = {
  id: recordId,
  title: langText,
  instrument: recordId,
  openedOn: day,
  deadline: day.describe('The last day on time'),
  closedOn: day.optional().describe('No report is taken after it; absent: the round is open'),
  counts: z
    .object(Object.fromEntries(answerStandings.map((one) => [one, z.int()])))
    .describe('Countries by how they answered; together all that were asked'),
  reports: z.int().describe('Reports received'),
  wanted: z.int().describe('Reports asked for: countries times measures'),
};

/** A round as the workspace of a post has it. */
export const roundTask = z.object({
  id: recordId,
  title: langText,
  deadline: day,
  since: instant,
  left: z.int().describe('Measures that the country of the post has still to report on'),
});

export const roundAnswers = {
  Rounds: z.object({ rounds: z.array(z.object(round)).describe('The newest first') }),
  Round: z.object({
    ...round,
    measures: z.array(recordId).describe('Asked for'),
    countries: z.array(
      z.object({
        country,
        standing: z.enum(answerStandings),
        reports: z.array(recordId).describe('In force, of each measure one'),
        nothing: z.int().describe('Of these, saying that there is nothing to report'),
        disputed: z.int(),
        missing: z.array(recordId).describe('Measures not answered'),
        firstOn: day.optional(),
        lastOn: day.optional(),
      }),
    ),
  }),
} as const;
