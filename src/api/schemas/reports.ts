import { z } from 'zod';
import { acting, country, day, instant, recordId } from './pieces.ts';

const closedReport = z.object({
  number: z.int().describe('Within the instrument, from 1'),
  closedAt: instant,
  asOf: day,
  since: day.optional(),
  country: country.optional().describe('Of a country report'),
  round: recordId.optional().describe('The round of reporting that it tells of'),
  files: z.array(
    z.object({
      lang: z.string(),
      format: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      address: z.string(),
    }),
  ),
});

export const reportBodies = {
  CloseReport: z.strictObject({
    ...acting,
    asOf: day.exactOptional().describe('Today where absent'),
    since: day.exactOptional().describe('Tell what changed after this day'),
    country: country.exactOptional().describe('Only what concerns this country'),
  }),
} as const;

export const reportAnswers = {
  ClosedReports: z.object({ reports: z.array(closedReport) }),
} as const;
