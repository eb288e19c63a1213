import { z } from 'zod';

export const iatiAnswers = {
  IatiFiles: z.object({
    files: z.array(
      z.object({
        publisher: z.string().describe('As addresses call it'),
        identifier: z.string().describe('Under which it reports to IATI'),
        name: z.string(),
        country: z.string(),
        kind: z.enum(['activity', 'organisation']),
        address: z.string().describe('Empty where every record is left out: there is no file then'),
        records: z.int().describe('In the file'),
        leftOut: z
          .int()
          .describe(
            'Released records that the standard cannot hold: without a start, or without what it demands',
          ),
        changedAt: z.string(),
      }),
    ),
  }),
};
