import { interfaceLanguages } from '../kernel/language-tag.ts';
import { type CodeEntry, type CodeList, codeList } from './code-list.ts';
import rows from './data/countries.json' with { type: 'json' };
import ownNames from './data/country-names.json' with { type: 'json' };
import { recogniserOfCountries, synonymsOfCountries } from './internal/country-recogniser.ts';
import { intlNames } from './internal/intl-names.ts';
import { lazyNames } from './internal/lazy-names.ts';

interface CountryRow {
  readonly code: string;
  readonly alpha3: string;
  readonly m49?: string | undefined;
  readonly lon: number;
  readonly lat: number;
  readonly region?: string | undefined;
  readonly south?: boolean | undefined;
}

const cldrName = intlNames('region');

const byCode: ReadonlyMap<string, CountryRow> = new Map(
  rows.map((row: CountryRow): [string, CountryRow] => [row.code, row]),
);

/** Where the name of the United Nations differs from that of the Unicode CLDR (which `Intl` carries). */
const unitedNationsNames: Readonly<Record<string, Readonly<Record<string, string>>>> = ownNames;

/** Alpha-2 codes, and names that are computed when they are first read. `XK` is the code in common use for Kosovo. */
export const countries: CodeList = codeList(
  'country',
  {
    source:
      'ISO 3166-1 (ISO 3166 Maintenance Agency, https://www.iso.org/iso-3166-country-codes.html); names: United Nations, M49 of October 2025, https://unstats.un.org/unsd/methodology/m49/, and Unicode CLDR where they agree; Portuguese: own, after CLDR',
    asOf: '2025-10',
  },
  [...byCode.values()].map((row) => countryEntry(row)),
);

/** True for an alpha-2 code in capitals, as data must have it. `UK` is not one. */
export function isCountry(code: string): boolean {
  return byCode.has(code);
}

/** The short name of the United Nations in the language; in English where the language is unknown; the code where the code is. */
export function countryName(code: string, lang: string): string {
  if (!isCountry(code)) return code;
  return (
    unitedNationsNames[code]?.[lang] ??
    cldrName(code, lang) ??
    unitedNationsNames[code]?.['en'] ??
    cldrName(code, 'en') ??
    code
  );
}

/** Alpha-3 code, e.g. `VNM`. */
export function alpha3Of(code: string): string | undefined {
  return byCode.get(code)?.alpha3;
}

/** Three-digit code of the United Nations (M49), the same as the ISO numeric code. `XK` has none. */
export function m49Of(code: string): string | undefined {
  return byCode.get(code)?.m49;
}

/**
 * Longitude and latitude in degrees of the middle of the country's largest piece of land, to one decimal
 * (computed from Natural Earth 1:50 million, public domain; fifteen small territories set by hand).
 */
export function centroidOf(code: string): readonly [lon: number, lat: number] | undefined {
  const row = byCode.get(code);
  return row === undefined ? undefined : [row.lon, row.lat];
}

/**
 * True for a developing economy after UN Trade and Development (UNCTADstat classification of 2023): Africa, Latin
 * America and the Caribbean, Asia without Israel, Japan and the Republic of Korea, Oceania without Australia and New
 * Zealand (regions of M49; Cyprus counts as Europe). Overseas departments of France follow France; uninhabited
 * territories are left out.
 */
export function isSouth(code: string): boolean {
  return byCode.get(code)?.south === true;
}

/** The M49 region, with the Americas in two: the names of the groups in `country-groups.ts`. Antarctica has none. */
export function regionOf(code: string): string | undefined {
  return byCode.get(code)?.region;
}

/**
 * The country that a text names: alpha-2 or alpha-3 code in capitals, a name in any of the seven languages, a former or common
 * name (`UK`, `Ivory Coast`, `Korea, Rep.`); case, accents and punctuation do not matter. Undefined where the text
 * names none, or could name two (`Korea`).
 */
export function countryCode(text: string): string | undefined {
  recognise ??= recogniserOfCountries(countries.entries.values(), alpha3Of, cldrName);
  return recognise(text);
}

/** Common, former and CLDR names besides those of `countryName`, as pairs of code and name. */
export function* countrySynonyms(): Iterable<readonly [code: string, name: string]> {
  yield* synonymsOfCountries();
  for (const code of byCode.keys()) {
    for (const lang of interfaceLanguages) {
      const name = cldrName(code, lang);
      if (name !== undefined && name !== countryName(code, lang)) yield [code, name];
    }
  }
}

let recognise: ((text: string) => string | undefined) | undefined;

function countryEntry(row: CountryRow): CodeEntry {
  const entry = { code: row.code, names: lazyNames((lang) => countryName(row.code, lang)) };
  if (row.code !== 'XK') return entry;
  return {
    ...entry,
    note: 'User-assigned code, not part of ISO 3166-1. Under United Nations Security Council resolution 1244 (1999).',
  };
}
