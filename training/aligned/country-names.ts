import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { countries } from '../../src/vocabulary/countries.ts';
import { getSharedData } from '../shared-data.ts';
import { type AlignedText, aligned } from './aligned-text.ts';

const unNames = {
  en: 'UNTERM English',
  fr: 'UNTERM French',
  es: 'UNTERM Spanish',
  ar: 'UNTERM Arabic',
  ru: 'UNTERM Russian',
  zh: 'UNTERM Chinese',
} as const;

/**
 * Names of countries: short and formal ones of the United Nations in six languages (datasets/country-codes, PDDL), and
 * those of this program in seven.
 */
export function countryNames(): readonly AlignedText[] {
  const rows: Record<string, string>[] = parse(
    readFileSync(getSharedData('countries', 'country-codes.csv'), 'utf8'),
    { columns: true, bom: true },
  );
  const official = rows.flatMap((row) =>
    (['Short', 'Formal'] as const).flatMap((form) => {
      const code = row['ISO3166-1-Alpha-3'];
      const texts = Object.entries(unNames).map(([lang, column]) => [lang, row[`${column} ${form}`]]);
      return aligned(`countries/${code}/${form}`, `countries/${code}`, Object.fromEntries(texts));
    }),
  );
  const own = [...countries.entries.values()].flatMap(({ code, names }) =>
    aligned(
      `countries/${code}/own`,
      `countries/${code}`,
      Object.fromEntries(interfaceLanguages.map((lang) => [lang, names[lang]])),
    ),
  );
  return [...official, ...own];
}
