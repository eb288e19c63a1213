import { z } from 'zod';
import { acting, country, instant, langText, reason } from './pieces.ts';

const reservedLabel = z.strictObject({ kind: z.literal('label'), list: z.string(), code: z.string() });
const reservedWord = z.strictObject({
  kind: z.literal('word'),
  forms: z.record(z.string().max(40), z.string().max(200)),
});
export const reservedField = z.strictObject({ kind: z.literal('field'), field: z.string() });
export const reservedRecord = z.strictObject({ kind: z.literal('record') });

export const reservation = z.object({
  id: z.string(),
  country,
  on: z.discriminatedUnion('kind', [reservedRecord, reservedField, reservedLabel, reservedWord]),
  text: langText,
  at: instant,
  post: z.string(),
});

export const reservationBodies = {
  ReserveWords: z.strictObject({
    ...acting,
    on: z.discriminatedUnion('kind', [reservedLabel, reservedWord]),
    text: langText,
    reason: reason.exactOptional(),
  }),
} as const;

export const reservationAnswers = {
  Reservations: z.object({ reservations: z.array(reservation) }),
} as const;
