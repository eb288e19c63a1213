import { isPartialDate } from '../../kernel/partial-date.ts';

/** Digits of Arabic and Persian keyboards as 0-9. */
function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

const numberForm = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const grouped = /^[+-]?\d{1,3}([\s\u00a0\u202f]\d{3})+(\.\d+)?$/;
/** Decimal digits that a double always keeps. */
const keptDigits = 15;

/**
 * The number that was typed: with a decimal point, thousands apart by spaces if at all. What could be read in two ways
 * (`1,500`) and what has more digits than a double keeps stays the text that it is.
 */
export function numberMeant(text: string): number | string {
  const plain = plainDigits(text.trim()).replace(/[−–]/g, '-').replace('٫', '.');
  const joined = grouped.test(plain) ? plain.replace(/[\s\u00a0\u202f]/g, '') : plain;
  if (!numberForm.test(joined)) return text;
  const number = Number(joined);
  const digits = joined.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length;
  if (!Number.isFinite(number) || (digits > keptDigits && String(number) !== joined)) return text;
  return number;
}

/** The date that was typed, the year first; signs between the parts and zeros before them may differ from ours. */
export function dateMeant(text: string): string {
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(plainDigits(text.trim()));
  const date = parts
    ?.slice(1)
    .flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))
    .join('-');
  return date !== undefined && isPartialDate(date) ? date : text;
}
