import { z } from 'zod';

const counts = z.object({ errors: z.int(), warnings: z.int() });
const layer = z.enum(['structure', 'rule', 'codelist']);

export const standardAnswers = {
  Validation: z.object({
    valid: z.boolean().describe('No errors, and the file could be read to its end'),
    version: z.string().describe('Version of the standard that the file was held against'),
    records: z.int(),
    errors: z.int(),
    warnings: z.int(),
    layers: z.object({ structure: counts, rule: counts, codelist: counts }),
    findings: z.array(
      z.object({
        layer,
        rule: z
          .string()
          .describe('Official number of the rule, name of the list, or what is wrong with the structure'),
        severity: z.enum(['error', 'warning']),
        code: z.string(),
        path: z.string().describe('From the record to the element, with /@ to an attribute'),
        place: z.string().optional(),
        line: z.int(),
        record: z.object({ number: z.int(), identifier: z.string().optional() }).optional(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        message: z.string().describe('What is wrong, and how to mend it'),
      }),
    ),
    listed: z.int().describe('How many findings are listed; the others are only counted'),
    stopped: z.string().optional().describe('Why the rest of the file could not be read'),
  }),
} as const;
