import { z } from 'zod';
import { keyScopes } from '../../operations/ports/api-keys.ts';
import { acting, day, instant } from './pieces.ts';

const key = {
  id: z.string(),
  post: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(keyScopes)).describe('Beside reading, which every key may'),
  calendar: z
    .literal(true)
    .optional()
    .describe('Opens the calendar of the post at its address, and nothing else'),
  madeAt: instant,
  endsAt: instant,
  usedOn: day.optional(),
};

export const keyBodies = {
  NewKey: z.strictObject({
    ...acting,
    name: z.string().min(1).max(60).describe('Of the program; letters and digits, no name of a person'),
    scopes: z
      .array(z.enum(keyScopes))
      .max(keyScopes.length)
      .describe('Beside reading: `write` drafts, `act`: take the steps of the post, `keep` posts'),
  }),
} as const;

export const keyAnswers = {
  Keys: z.object({ keys: z.array(z.object(key)) }),
  MadeCalendarKey: z.object({
    ...key,
    address: z.url().describe('Of the calendar; told once. Any language of the interface may stand in it'),
  }),
  MadeKey: z.object({ ...key, secret: z.string().describe('Told once') }),
} as const;
