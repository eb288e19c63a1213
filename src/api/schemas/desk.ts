import { z } from 'zod';
import { taskKinds } from '../../operations/ports/board.ts';
import { acting, country, counts, day, heldPost, instant, langText, recordId, seen } from './pieces.ts';
import { roundTask } from './rounds.ts';

export const deskBodies = {
  ReconfirmMany: z.strictObject({
    ...acting,
    acts: z
      .array(z.strictObject({ register: z.string(), id: recordId, seen }))
      .min(1)
      .max(500),
  }),
} as const;

export const deskAnswers = {
  Outcomes: z.object({
    outcomes: z.array(
      z.object({ register: z.string(), id: recordId, done: z.boolean(), problem: z.unknown().optional() }),
    ),
  }),
  Desk: z.object({
    post: heldPost,
    tasks: z.array(
      z.object({
        kind: z.enum(taskKinds),
        since: instant,
        dueOn: day.optional(),
        country: country.optional(),
        record: z.object({
          register: z.string(),
          id: recordId,
          title: langText,
          address: z.string(),
          seen: z.int(),
        }),
      }),
    ),
    counts,
    rounds: z
      .array(roundTask)
      .describe('Rounds of reporting that wait for the post, the most pressing first'),
    care: z
      .record(z.string(), z.union([z.int(), day]))
      .optional()
      .describe('How the country keeps its records'),
  }),
} as const;
