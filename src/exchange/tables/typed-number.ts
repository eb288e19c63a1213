/** A number as somebody typed it: understood, possible in two ways, or none. */
export type TypedNumber =
  | { readonly number: number }
  | { readonly either: readonly [number, number] }
  | { readonly none: true };

/** Digits of Arabic and Persian keyboards as 0-9. */
export function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/**
 * Reads numbers with a decimal point or comma, and with thousands apart by spaces, points, commas or apostrophes. One
 * comma or point before exactly three digits (`1,500`) is possible in two ways.
 */
export function typedNumber(text: string): TypedNumber {
  if (text.length > 60) return { none: true };
  const typed = plainDigits(text.trim())
    .replace(/[−–]/g, '-')
    .replace(/٫/g, ',')
    .replace(/[٬'’]/g, ' ')
    .replace(/[\s\u00a0\u202f]+(?=\d{3}(?:\D|$))/g, '');
  if (/^[+-]?\d+(?:e[+-]?\d+)?$/i.test(typed)) return finite(typed);
  // Several signs of one kind are thousands, two kinds are thousands and then decimals.
  if (/^[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(typed))
    return finite(typed.replaceAll(',', ''));
  if (/^[+-]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(typed))
    return finite(typed.replaceAll('.', '').replace(',', '.'));
  const [, whole, decimals] = /^([+-]?\d*)[.,](\d+(?:e[+-]?\d+)?)$/i.exec(typed) ?? [];
  if (whole === undefined || decimals === undefined) return { none: true };
  const decimal = Number(`${whole}.${decimals}`);
  if (/^[+-]?[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(decimals))
    return { either: [decimal, Number(`${whole}${decimals}`)] };
  return Number.isFinite(decimal) ? { number: decimal } : { none: true };
}

function finite(typed: string): TypedNumber {
  const number = Number(typed);
  return Number.isFinite(number) ? { number } : { none: true };
}
