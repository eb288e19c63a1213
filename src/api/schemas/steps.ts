import { z } from 'zod';
import { erasureReasons } from '../../lifecycle/erasure.ts';
import { erasureExtents } from '../../operations/review/erase.ts';
import { coverages, declineReasons } from '../../vocabulary/request-lists.ts';
import { acting, langText, reason, recordId, seen } from './pieces.ts';
import { reservedField, reservedRecord } from './reservations.ts';

const revision = z
  .int()
  .min(1)
  .describe('The revision that the answer speaks of; the one in force where absent');
const act = { ...acting, seen: seen.exactOptional(), reason: reason.exactOptional() };
const reasoned = { ...act, reason: reason.trim().min(1) };
const answering = { ...act, revision: revision.exactOptional() };

export const stepBodies = {
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
  Confirm: z.strictObject({
    ...answering,
    meets: z
      .enum([...coverages.entries.keys()])
      .exactOptional()
      .describe(
        'Of an answer to a need, by a country that asks: how much of its need is met with it. Absent: what the answer says; where that says nothing, a part',
      ),
  }),
  Rejection: z.strictObject({ ...reasoned, revision: revision.exactOptional() }),
  Decline: z.strictObject({
    ...answering,
    because: z.enum([...declineReasons.entries.keys()]).describe('Why, from the short list'),
  }),
  Erase: z.strictObject({
    ...acting,
    seen: seen.exactOptional(),
    field: z.string().max(100).describe('A personal field of the register, such as `contacts`'),
    because: z.enum(erasureReasons).describe('Why, from the short list'),
    extent: z
      .enum(erasureExtents)
      .describe('`earlier`: what the newest revision says, and the one in force, stays'),
  }),
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
  Entrust: z.strictObject({
    ...act,
    organisation: z.string().max(300).describe('As the posts write it that type for it'),
  }),
  Lift: z.strictObject({ ...act, reservation: z.string().max(100) }),
  Pair: z.strictObject({ ...act, other: recordId.describe('Id of the other record, of the same register') }),
} as const;
