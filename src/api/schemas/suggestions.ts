import { z } from 'zod';

/** Longer texts are refused; of what is taken, the first 40,000 characters are read. */
const longestText = 500_000;

const fromOneList = z.object({
  sure: z.boolean().describe('False: too little of the text is known, and nothing is suggested'),
  suggestions: z
    .array(
      z.object({
        code: z.string(),
        name: z.string().describe('In the language of the answer'),
        probability: z
          .number()
          .describe('Calibrated: of texts with 0.3, about three in ten were given the code by people'),
        fits: z.boolean().describe('The verdict yes or no, where either is as often right'),
        narrower: z
          .string()
          .optional()
          .describe('The target of the goal, or purpose code of the sector, that the text is nearest to'),
        words: z.array(z.string()).describe('Words of the text that speak for it, strongest first'),
      }),
    )
    .max(3),
});

export const suggestionBodies = {
  TextForSuggestions: z.strictObject({
    text: z.string().max(longestText),
    language: z.string().optional().describe('BCP 47 tag of the text; guessed where absent'),
  }),
} as const;

export const suggestionAnswers = {
  Suggestions: z.object({
    language: z.string().optional().describe('As which language the text was read'),
    sdg: fromOneList,
    sector: fromOneList,
  }),
} as const;
