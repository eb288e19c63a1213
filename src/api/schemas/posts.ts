import { z } from 'zod';
import { postKinds } from '../../lifecycle/post.ts';
import { acting, country, day, heldPost, langText, reason, recordId } from './pieces.ts';

const profile = {
  kind: z.enum(postKinds),
  title: langText,
  country: country.exactOptional(),
  organisation: z.string().max(300).exactOptional(),
  sectors: z.array(z.string().max(20)).max(500).exactOptional(),
  organisations: z.array(z.string().max(300)).max(500).exactOptional(),
  languages: z.array(z.string().max(40)).min(1).max(50),
  responseDays: z.int().min(1).max(365).exactOptional(),
  contact: z.string().max(300).exactOptional().describe('Of the office; public'),
  twoPersons: z.boolean().exactOptional().describe('The country wants two persons to release a record'),
};

/** The last entry about the post that the caller saw; `If-Match` says the same. */
const seen = { seen: z.int().min(0).exactOptional() };

export const postBodies = {
  Acting: z.strictObject({ ...acting, ...seen, reason: reason.exactOptional() }),
  NewPost: z.strictObject({ ...acting, id: recordId.exactOptional(), ...profile }),
  ChangedPost: z.strictObject({ ...acting, ...seen, ...profile }),
  Invitation: z.strictObject({ ...acting, email: z.string().max(320), deputy: z.boolean().exactOptional() }),
  WithdrawnInvitation: z.strictObject({
    ...acting,
    ...seen,
    email: z.string().max(320).describe('To which the invitation went'),
    reason: reason.exactOptional(),
  }),
  Person: z.strictObject({
    ...acting,
    ...seen,
    account: z.string().max(100).exactOptional(),
    email: z.string().max(320).exactOptional(),
    deputy: z.boolean().exactOptional(),
    lastDay: day.exactOptional().describe('Of a tenure that is known to end'),
    reason: reason.exactOptional(),
  }),
} as const;

const publicPost = heldPost.extend({
  languages: z.array(z.string()),
  responseDays: z.int().optional(),
  contact: z.string().optional(),
  held: z.boolean().describe('Whether anybody holds the post today'),
});

export const postAnswers = {
  Posts: z.object({ posts: z.array(publicPost) }),
  Post: publicPost.extend({
    organisation: z.string().optional(),
    sectors: z.array(z.string()).optional(),
    organisations: z.array(z.string()).optional(),
    twoPersons: z.boolean().optional(),
    holders: z
      .array(z.object({ account: z.string(), deputy: z.boolean(), from: day, to: day.optional() }))
      .optional()
      .describe('For those who keep the post'),
    seen: z.int().optional().describe('What `If-Match` or `seen` name: the last entry about the post'),
  }),
} as const;
