import { z } from 'zod';
import { toldGroups } from '../../operations/requests/need-numbers.ts';
import { needFacets } from '../../operations/requests/needs-board.ts';
import { needStates } from '../../requests/need-clock.ts';
import { country, day, facetCount, langText, recordId } from './pieces.ts';

const count = z.int().min(0);
const counts = z.object({
  released: count,
  open: count,
  byAge: z.array(count).describe('Open needs 0–30, 31–60, 61–120 days old, and older'),
  due: count.describe('With a first answer, or with answers that were due'),
  inTime: count.describe('Of these, with a first answer by the day on which answers were due'),
  agreed: count,
  activities: count.describe('Of which an activity came that its country has released'),
  adopted: count,
  notMet: count,
});
const stage = z.enum(['accepted', 'agreed', 'declined', 'withdrawn']);

export const needSchemas = {
  Needs: z.object({
    asOf: day,
    total: count,
    needs: z.array(
      z.object({
        id: recordId,
        title: langText,
        address: z.string(),
        asking: z.array(country),
        help: z.array(z.string()),
        languages: z.array(z.string()),
        sectors: z.array(z.string()),
        neededBy: z.string().optional(),
        state: z.enum(needStates),
        answersDue: day,
        daysLeft: z.int().describe('Until answers are due; negative when that day has passed'),
        age: z.int(),
        answers: z.object({ all: count, inTalks: count, agreed: count, declined: count }),
        firstAnswer: day.optional(),
        inTime: z.boolean().optional(),
      }),
    ),
    facets: z.object(Object.fromEntries(needFacets.map((one) => [one, z.array(facetCount)]))),
    numbers: z
      .object(Object.fromEntries(toldGroups.map((one) => [one, counts])))
      .describe('Counted from all released needs; groups overlap and are not to be added up'),
    observed: count.describe('Needs that third parties tell of: without a clock'),
  }),
  NeedAnswers: z.object({
    need: recordId,
    all: count.describe('How many answers there are, also those that only the two sides see'),
    answers: z.array(
      z.object({
        id: recordId,
        title: langText,
        summary: langText.optional().describe('What is proposed'),
        address: z.string(),
        answeredBy: z.array(country),
        stage,
        part: z.boolean().describe('Does not meet the need as a whole, as far as has been said'),
        coverage: z
          .enum(['whole', 'part'])
          .optional()
          .describe('As who asks said when it was agreed, before that as the answer says; absent: not said'),
        first: z.string(),
        since: z.string(),
        because: z.string().optional().describe('For the two sides: why one of them declined'),
      }),
    ),
  }),
} as const;
