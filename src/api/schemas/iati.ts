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
        address: z.string(),
        records: z.int(),
        changedAt: z.string(),
      }),
    ),
  }),
};
