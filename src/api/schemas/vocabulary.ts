import { z } from 'zod';
import { audiences } from '../../fields/field.ts';
import { facetCount, langText } from './pieces.ts';

const list = {
  name: z.string(),
  source: z.string().describe('Who keeps the list, and its address'),
  asOf: z.string(),
};
/** What countries reserve about a name, in their own words. */
const reserved = {
  reservations: z.array(z.object({ country: z.string(), text: langText })).optional(),
};
const country = {
  code: z.string(),
  alpha3: z.string().optional(),
  m49: z.string().optional(),
  name: z.string(),
  ...reserved,
  south: z.boolean().describe('A developing economy after UN Trade and Development'),
  groups: z.array(z.string()),
};
const side = z.object({ total: z.int(), partners: z.array(facetCount), sectors: z.array(facetCount) });
const facets = z.record(z.string(), z.array(facetCount));

export const vocabularyAnswers = {
  Registers: z.object({
    registers: z.array(
      z.object({
        name: z.string(),
        version: z.int(),
        title: z.string().describe('The field that names the record'),
        confirmEveryMonths: z.int(),
        fields: z.array(
          z.object({
            name: z.string(),
            label: z.string(),
            kind: z.string(),
            needed: z.boolean(),
            seenBy: z.enum(audiences),
            means: z.array(z.string()),
            list: z.string().optional().describe('The code list of its values'),
          }),
        ),
      }),
    ),
  }),
  CodeLists: z.object({ lists: z.array(z.object({ ...list, codes: z.int() })) }),
  CodeList: z.object({
    ...list,
    entries: z.array(
      z.object({
        code: z.string(),
        names: z.record(z.string(), z.string()),
        parent: z.string().optional(),
        validFrom: z.string().optional(),
        validTo: z.string().optional(),
        note: z.string().optional(),
        ...reserved,
      }),
    ),
  }),
  Countries: z.object({
    countries: z.array(z.object({ ...country, records: z.int(), gives: z.int(), receives: z.int() })),
  }),
  Country: z.object({
    ...country,
    total: z.int(),
    gives: side,
    receives: side,
    circle: z
      .object({ total: z.int(), members: z.array(facetCount) })
      .describe(
        'Records in which it is one of three countries or more that all share and use, as in a forum, and the others of these',
      ),
    years: z.array(facetCount),
    gaps: z.array(facetCount),
    kinds: z.array(facetCount),
  }),
  Flows: z.object({
    pairs: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
    records: z.int(),
    circles: z
      .int()
      .describe(
        'Records in which three countries or more all share and use: no pairs are counted among these',
      ),
  }),
  Counts: z.object({ total: z.int(), facets }),
} as const;
