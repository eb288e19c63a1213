import { z } from 'zod';
import { country, day, instant } from './pieces.ts';

export const reportAnswers = {
  ClosedReports: z.object({
    reports: z.array(
      z.object({
        number: z.int().describe('Within the instrument, from 1'),
        closedAt: instant,
        asOf: day,
        since: day.optional(),
        country: country.optional().describe('Of a country report'),
        files: z.array(
          z.object({
            lang: z.string(),
            format: z.string(),
            sha256: z.string(),
            bytes: z.int(),
            address: z.string(),
          }),
        ),
      }),
    ),
  }),
};
