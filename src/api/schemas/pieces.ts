import { z } from 'zod';
import { postKinds } from '../../lifecycle/post.ts';

// Pieces that bodies and answers of several topics are made of.

export const instant = z.string().describe('Instant, ISO 8601 UTC');
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Day, YYYY-MM-DD');
export const country = z.string().describe('ISO 3166-1 alpha-2');
export const recordId = z.string().max(80);
export const langText = z
  .strictObject({ original: z.string().max(40), texts: z.record(z.string().max(40), z.string().max(10_000)) })
  .describe('A text by language (BCP 47); `original` names the one it was written in');
export const values = z
  .record(z.string(), z.unknown())
  .describe('Values by field: see the schemas `…Values` of each register');
export const seen = z
  .int()
  .min(0)
  .describe('Third part of the ETag that the acting person looked at; or send `If-Match`');
export const reason = z.string().max(5_000);

/** In every body of somebody acting for a post. */
export const acting = {
  post: z
    .string()
    .max(80)
    .exactOptional()
    .describe('The post that acts; needed where the person holds several'),
};

export const heldPost = z.object({
  id: z.string(),
  kind: z.enum(postKinds),
  title: langText,
  country: country.optional(),
});
export const finding = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  path: z.string(),
  code: z.string(),
  message: z.string(),
});
export const facetCount = z.object({ value: z.string(), count: z.int() });
export const counts = z.record(z.string(), z.int());
