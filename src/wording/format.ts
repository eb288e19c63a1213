import type { InterfaceLanguage } from '../kernel/language-tag.ts';
import { type PartialDate, precisionOf } from '../kernel/partial-date.ts';
import { RecentlyUsed } from '../kernel/recently-used.ts';
import { localeOf } from './internal/locale-of.ts';

/** Making an `Intl` object takes up to a millisecond: one is kept for each way of writing. */
function kept<T>(
  make: (lang: InterfaceLanguage, way: string) => T,
): (lang: InterfaceLanguage, way?: string) => T {
  const all = new Map<string, T>();
  return (lang, way = '') => {
    const key = `${lang} ${way}`;
    const known = all.get(key);
    if (known !== undefined) return known;
    const made = make(lang, way);
    // Currencies and such come from content: the cache must not grow without end.
    if (all.size < 500) all.set(key, made);
    return made;
  };
}

const plain = kept((lang) => new Intl.NumberFormat(localeOf(lang), { maximumFractionDigits: 3 }));
const ofBytes = kept((lang, way) => {
  const [unit = 'byte', roundingMode] = way.split(' ');
  return new Intl.NumberFormat(localeOf(lang), {
    style: 'unit',
    unit,
    // Short Arabic signs and the short byte are known to few.
    unitDisplay: lang === 'ar' || unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
    roundingMode: roundingMode === 'ceil' ? 'ceil' : 'floor',
  });
});
const ofShare = kept(
  (lang) => new Intl.NumberFormat(localeOf(lang), { style: 'percent', maximumFractionDigits: 0 }),
);
const ofMonth = kept(
  (lang) => new Intl.DateTimeFormat(localeOf(lang), { year: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const ofDay = kept((lang) => new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' }));
const ofInstant = kept(
  (lang) =>
    new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
);
const ofList = kept(
  (lang, type) => new Intl.ListFormat(localeOf(lang), { type: type === 'unit' ? 'unit' : 'conjunction' }),
);
const ofMoney = kept((lang, way) => {
  const [currency = '', whole] = way.split(' ');
  return new Intl.NumberFormat(localeOf(lang), {
    style: 'currency',
    currency,
    // The code, not the sign: there are more than twenty currencies called dollar.
    currencyDisplay: 'code',
    ...(whole === 'whole' ? { minimumFractionDigits: 0 } : {}),
  });
});

/** Days as written, by language and day: a workspace writes the same hundred days again and again. */
const writtenDays = new RecentlyUsed<string, string>(5_000);

function writtenDay(lang: InterfaceLanguage, day: string): string {
  const key = `${lang} ${day}`;
  const known = writtenDays.find(key);
  if (known !== undefined) return known;
  const written = firstOfMonth(lang, ofDay(lang).format(new Date(`${day}T00:00:00Z`)));
  writtenDays.keep(key, written);
  return written;
}

/** The first day of a month is an ordinal in French, and in no other of the languages; `Intl` does not know it. */
function firstOfMonth(lang: InterfaceLanguage, written: string): string {
  return lang === 'fr' ? written.replace(/^1 /, '1er ') : written;
}

/** A number with the grouping of the language, at most three decimals. */
export function formatNumber(lang: InterfaceLanguage, value: number): string {
  return plain(lang).format(value);
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/**
 * How much a number of bytes is, in the unit that people know (1 MB is 1,000,000 bytes), with at most one decimal.
 * Rounded up what is too much and down what is its limit: the one never reads as the other.
 */
export function formatBytes(lang: InterfaceLanguage, bytes: number, rounded: 'ceil' | 'floor'): string {
  const power = byteUnits.findLastIndex((_, at) => at === 0 || bytes >= 1_000 ** at);
  return ofBytes(lang, `${byteUnits[power] ?? 'byte'} ${rounded}`).format(bytes / 1_000 ** power);
}

/** A share (0 to 1) as whole percent. */
export function formatShare(lang: InterfaceLanguage, share: number): string {
  return ofShare(lang).format(share);
}

/** A date as precisely as it is known: a year stays a year. */
export function formatDate(lang: InterfaceLanguage, date: PartialDate): string {
  switch (precisionOf(date)) {
    case 'year':
      return date;
    case 'month':
      return ofMonth(lang).format(new Date(`${date}-01T00:00:00Z`));
    case 'day':
      return writtenDay(lang, date);
  }
}

/** An instant (ISO 8601) to the minute, in UTC. */
export function formatInstant(lang: InterfaceLanguage, at: string): string {
  return `${firstOfMonth(lang, ofInstant(lang).format(new Date(at)))} UTC`;
}

/** The day of an instant (ISO 8601), in UTC. */
export function formatDayOf(lang: InterfaceLanguage, at: string): string {
  return writtenDay(lang, new Date(at).toISOString().slice(0, 10));
}

/** An amount in its own currency, with the ISO 4217 code. */
export function formatMoney(lang: InterfaceLanguage, amount: number, currency: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${formatNumber(lang, amount)} ${currency}`;
  return ofMoney(lang, `${currency} ${Number.isInteger(amount) ? 'whole' : ''}`).format(amount);
}

/** "a, b and c" in the way of the language. */
export function listOf(lang: InterfaceLanguage, items: readonly string[]): string {
  return ofList(lang).format(items);
}
