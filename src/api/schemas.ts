import { z } from 'zod';
import { postKinds } from '../lifecycle/post.ts';
import { taskKinds } from '../operations/ports/board.ts';

const instant = z.string().describe('Instant, ISO 8601 UTC');
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('Day, YYYY-MM-DD');
const country = z.string().describe('ISO 3166-1 alpha-2');
const recordId = z.string().max(80);
const langText = z
  .strictObject({ original: z.string().max(40), texts: z.record(z.string().max(40), z.string().max(10_000)) })
  .describe('A text by language (BCP 47); `original` names the one it was written in');
const values = z
  .record(z.string(), z.unknown())
  .describe('Values by field: see the schemas `…Values` of each register');
const seen = z
  .int()
  .min(0)
  .describe('Third part of the ETag that the acting person looked at; or send `If-Match`');
const revision = z
  .int()
  .min(1)
  .describe('The revision that the answer speaks of; the one in force where absent');

/** In every body of somebody acting for a post. */
const acting = {
  post: z
    .string()
    .max(80)
    .exactOptional()
    .describe('The post that acts; needed where the person holds several'),
};
const act = { ...acting, seen: seen.exactOptional(), reason: z.string().max(5_000).exactOptional() };
const reasoned = { ...act, reason: z.string().trim().min(1).max(5_000) };
const answering = { ...act, revision: revision.exactOptional() };

const reservedLabel = z.strictObject({ kind: z.literal('label'), list: z.string(), code: z.string() });
const reservedWord = z.strictObject({
  kind: z.literal('word'),
  forms: z.record(z.string().max(40), z.string().max(200)),
});
const reservedField = z.strictObject({ kind: z.literal('field'), field: z.string() });
const reservedRecord = z.strictObject({ kind: z.literal('record') });

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
const person = z.strictObject({
  ...acting,
  account: z.string().max(100).exactOptional(),
  email: z.string().max(320).exactOptional(),
  deputy: z.boolean().exactOptional(),
  lastDay: day.exactOptional().describe('Of a tenure that is known to end'),
  reason: z.string().max(5_000).exactOptional(),
});

/** What programs send. */
export const bodies = {
  SignIn: z.strictObject({ email: z.string().max(320), password: z.string().max(1_000) }),
  SignInCode: z.strictObject({ ticket: z.string().max(200), code: z.string().max(100) }),
  Edit: z.looseObject({
    ...acting,
    values,
    reason: z.string().max(5_000).exactOptional(),
    as: z
      .enum(['party', 'thirdParty'])
      .exactOptional()
      .describe('`party` unless said; a third party names its source'),
  }),
  Act: z.strictObject(act),
  ReasonedAct: z.strictObject(reasoned),
  Return: z.strictObject({
    ...act,
    remarks: z
      .array(z.strictObject({ field: z.string().max(100), text: z.string().max(10_000) }))
      .min(1)
      .max(200)
      .describe('What is to be changed, field by field; an empty field means the record as a whole'),
  }),
  Answer: z.strictObject(answering),
  Rejection: z.strictObject({ ...reasoned, revision: revision.exactOptional() }),
  Dispute: z.strictObject({
    ...answering,
    objections: z
      .array(
        z.strictObject({
          field: z.string().max(100),
          says: z.unknown().exactOptional().describe('The value that the country holds to be right'),
          note: z.string().max(10_000).exactOptional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  Reserve: z.strictObject({
    ...act,
    on: z.discriminatedUnion('kind', [reservedRecord, reservedField]),
    text: langText,
  }),
  Lift: z.strictObject({ ...act, reservation: z.string().max(100) }),
  Pair: z.strictObject({ ...act, other: recordId.describe('Id of the other record, of the same register') }),
  ReconfirmMany: z.strictObject({
    ...acting,
    acts: z
      .array(z.strictObject({ register: z.string(), id: recordId, seen }))
      .min(1)
      .max(500),
  }),
  ReserveWords: z.strictObject({
    ...acting,
    on: z.discriminatedUnion('kind', [reservedLabel, reservedWord]),
    text: langText,
    reason: z.string().max(5_000).exactOptional(),
  }),
  Acting: z.strictObject({ ...acting, reason: z.string().max(5_000).exactOptional() }),
  NewPost: z.strictObject({ ...acting, id: recordId.exactOptional(), ...profile }),
  ChangedPost: z.strictObject({ ...acting, ...profile }),
  Invitation: z.strictObject({ ...acting, email: z.string().max(320), deputy: z.boolean().exactOptional() }),
  Person: person,
} as const;

const heldPost = z.object({
  id: z.string(),
  kind: z.enum(postKinds),
  title: langText,
  country: country.optional(),
});
const reservation = z.object({
  id: z.string(),
  country,
  on: z.discriminatedUnion('kind', [reservedRecord, reservedField, reservedLabel, reservedWord]),
  text: langText,
  at: instant,
  post: z.string(),
});
const review = z.object({
  owner: country.optional(),
  confirmation: z.enum(['confirmed', 'reported', 'disputed', 'observed']),
  answers: z.record(
    country,
    z.object({
      state: z.enum(['asked', 'confirmed', 'disputed', 'letPass']),
      revision: z.int(),
      at: instant,
      post: z.string(),
      objections: z
        .array(z.object({ field: z.string(), says: z.unknown().optional(), note: z.string().optional() }))
        .optional(),
      reason: z.string().optional(),
    }),
  ),
  rejections: z.array(
    z.object({ country, revision: z.int(), at: instant, post: z.string(), reason: z.string().optional() }),
  ),
  reservations: z.array(reservation),
  confirmed: z.object({ at: instant, post: z.string(), country: country.optional() }).optional(),
  dueOn: day.optional(),
  freshness: z.enum(['fresh', 'due', 'stale', 'unconfirmed']),
  linked: z.array(recordId),
});
const finding = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  path: z.string(),
  code: z.string(),
  message: z.string(),
});
const remark = z.object({ field: z.string(), text: z.string() });
const recordMembers = {
  register: z.string(),
  id: recordId,
  revision: z.int(),
  address: z.string(),
  standing: z.enum(['party', 'thirdParty']),
  changedAt: instant,
  withdrawn: z.object({ at: instant, reason: z.string().optional(), into: recordId.optional() }).optional(),
  archived: z.object({ at: instant, reason: z.string().optional() }).optional(),
  review,
  values,
};
const record = z.object({
  ...recordMembers,
  work: z
    .object({
      phase: z.string(),
      remarks: z.array(remark),
      approvals: z.int(),
      draft: z.object({ revision: z.int(), changedAt: instant, values }).optional(),
    })
    .optional()
    .describe('For the side of the owner alone: where the work stands'),
  findings: z.array(finding).optional(),
});
const publicPost = heldPost.extend({
  languages: z.array(z.string()),
  responseDays: z.int().optional(),
  contact: z.string().optional(),
  held: z.boolean().describe('Whether anybody holds the post today'),
});
const counts = z.record(z.string(), z.int());
const facetCount = z.object({ value: z.string(), count: z.int() });

/** What programs get. */
export const answers = {
  Health: z.object({
    status: z.literal('ok'),
    version: z.string(),
    log: z.int(),
    index: z.int(),
    behind: z.int(),
    records: z.int(),
  }),
  Record: record,
  Search: z.object({
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    facets: z.record(z.string(), z.array(facetCount)),
    recognised: z.array(z.unknown()),
    records: z.array(z.object(recordMembers)),
  }),
  Session: z.union([
    z.object({ token: z.string(), strong: z.boolean(), posts: z.array(heldPost) }),
    z.object({ ticket: z.string(), factors: z.array(z.enum(['code', 'passkey'])) }),
  ]),
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
    care: counts.optional().describe('How the country keeps its records'),
  }),
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
  }),
  Reservations: z.object({ reservations: z.array(reservation) }),
  Problem: z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
      findings: z.array(finding).optional(),
      current: z.unknown().optional().describe('The record as it stands now, where it has moved'),
    })
    .describe('RFC 9457'),
} as const;

export type BodyName = keyof typeof bodies;
export type Body<N extends BodyName> = z.infer<(typeof bodies)[N]>;
export type AnswerName = keyof typeof answers;
