import { intlNames } from './internal/intl-names.ts';

const names = intlNames('currency');

/** Codes that CLDR names and that are no currency one can pay in, or no code of ISO 4217. */
const none: ReadonlySet<string> = new Set(['XTS', 'XXX', 'CNH', 'LSM', 'XRE', 'XSU', 'XUA']);

/**
 * True for a currency of ISO 4217 (https://www.six-group.com/en/products-services/financial-information/data-standards.html),
 * in use or withdrawn (`BEF`), and for the special drawing right (`XDR`); as the Unicode CLDR of the running program knows them.
 */
export function isCurrency(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false;
  const before = known.get(code);
  if (before !== undefined) return before;
  const is = !none.has(code) && names(code, 'en') !== undefined;
  known.set(code, is);
  return is;
}

/** Answers given before: asking CLDR takes longer than reading an amount. At most 26³ codes have the form of one. */
const known = new Map<string, boolean>();

/** What the currency is called; in English where the language is unknown; the code where nothing is known. */
export function currencyName(code: string, lang: string): string {
  return names(code, lang) ?? names(code, 'en') ?? code;
}

/** Currencies in use today, for lists to choose from. */
export function currenciesInUse(): readonly string[] {
  return Intl.supportedValuesOf('currency').filter(isCurrency);
}
