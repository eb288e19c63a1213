import { z } from 'zod';
import { bases, type Figure, type Money, moneyBases, qualifiers } from '../../kernel/figure.ts';
import type { FindingCode } from '../../kernel/finding.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import { isBefore, isPartialDate, type Period } from '../../kernel/partial-date.ts';
import type { CodeList } from '../../vocabulary/code-list.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import { isCurrency } from '../../vocabulary/currencies.ts';

/** A refusal by a schema that already knows which finding it is. */
export function found(finding: FindingCode, params: Record<string, string | number> = {}) {
  return { params: { finding, ...params } };
}

/** Longest text that one language of a field may hold, in characters. */
export const longestText = 100_000;

const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export function langTextSchema(max: number): z.ZodType<LangText> {
  return z
    .strictObject({
      original: languageTag,
      texts: z.record(languageTag, z.string().trim().min(1).max(max)),
    })
    .refine((text) => text.texts[text.original] !== undefined, found('missing'));
}

export const shortText = langTextSchema(1_000);
export const partialDate = z
  .string()
  .refine(isPartialDate, found('badDate', { right: '2019, 2019-03, 2019-03-07' }));
export const countryCode = z.string().refine(isCountry, found('unknownCountry', { right: 'BR, SN, VN' }));
export const webAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine(
    (text) => /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && URL.canParse(text),
    found('badAddress', { right: 'https://…' }),
  );
/** Codes told as right where a list is no longer than this; of a longer one the first few stand for all. */
const mostTold = 12;

/** A code of a list; what it may be is told with the refusal. */
export function codeOf(list: CodeList): z.ZodType<string> {
  const codes = [...list.entries.keys()];
  const right = codes.length <= mostTold ? codes.join(', ') : `${codes.slice(0, 3).join(', ')} …`;
  return z
    .string()
    .refine((value) => list.entries.has(value), found('unknownCode', { list: list.name, right }));
}

const number = z.number().refine(Number.isFinite, found('badNumber'));
const sourceIndex = z.number().int().min(0).max(999);

export const periodSchema: z.ZodType<Period> = z
  .strictObject({ start: z.exactOptional(partialDate), end: z.exactOptional(partialDate) })
  .refine(({ start, end }) => start !== undefined || end !== undefined, found('missing'))
  .refine(
    ({ start, end }) => start === undefined || end === undefined || !isBefore(end, start),
    found('endBeforeStart'),
  );

export const figureSchema: z.ZodType<Figure> = z.strictObject({
  label: z.exactOptional(shortText),
  value: number,
  unit: shortText,
  asOf: z.exactOptional(partialDate),
  source: z.exactOptional(sourceIndex),
  basis: z.enum(bases),
  qualifier: z.exactOptional(z.enum(qualifiers)),
  note: z.exactOptional(shortText),
});

export const moneySchema: z.ZodType<Money> = z.strictObject({
  amount: number,
  currency: z.string().refine(isCurrency, found('unknownCode', { list: 'ISO 4217', right: 'BRL, USD, XOF' })),
  valueDate: z.exactOptional(partialDate),
  basis: z.enum(moneyBases),
  qualifier: z.exactOptional(z.enum(qualifiers)),
  label: z.exactOptional(shortText),
  source: z.exactOptional(sourceIndex),
});
