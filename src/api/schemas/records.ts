import { z } from 'zod';
import { acting, country, day, facetCount, finding, instant, reason, recordId, values } from './pieces.ts';
import { reservation } from './reservations.ts';

export const recordBodies = {
  Edit: z.looseObject({
    ...acting,
    values,
    reason: reason.exactOptional(),
    as: z
      .enum(['party', 'thirdParty'])
      .exactOptional()
      .describe('`party` unless said; a third party names its source'),
  }),
} as const;

const review = z.object({
  owner: country.optional(),
  confirmation: z.enum(['confirmed', 'reported', 'disputed', 'observed']),
  answers: z.record(
    country,
    z.object({
      state: z.enum(['asked', 'confirmed', 'disputed', 'letPass', 'declined']),
      revision: z.int(),
      at: instant,
      post: z.string(),
      objections: z
        .array(z.object({ field: z.string(), says: z.unknown().optional(), note: z.string().optional() }))
        .optional(),
      meets: z
        .enum(['whole', 'part'])
        .optional()
        .describe('Of a country that agreed to an answer to its need: how much of that is met'),
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
  review: review.optional().describe('Absent where `fields` leaves it out'),
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

export const recordAnswers = {
  Record: record,
  List: z.object({
    total: z.int().describe('Of the whole search'),
    records: z.array(z.object(recordMembers)),
    next: z.string().optional().describe('Cursor of what follows; absent at the end'),
  }),
  History: z.object({
    revisions: z.array(
      z.object({
        revision: z.int(),
        changedAt: instant,
        post: z.string(),
        standing: z.enum(['party', 'thirdParty']),
        door: z.enum(['starter', 'import', 'api', 'form']),
        country: country.optional(),
        reason: z.string().optional(),
        inForce: z.boolean(),
      }),
    ),
    events: z
      .array(
        z.looseObject({ type: z.string(), post: z.string(), at: instant, reason: z.string().optional() }),
      )
      .describe('More members by type'),
  }),
  Search: z.object({
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    facets: z.record(z.string(), z.array(facetCount)),
    recognised: z.array(z.unknown()),
    records: z.array(z.object(recordMembers)),
  }),
} as const;
