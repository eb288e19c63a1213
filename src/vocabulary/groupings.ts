import { regionOf } from './countries.ts';
import { membersOf } from './country-groups.ts';

/** A group of countries with an office of its own. What no source that was read says is absent, never guessed. */
export interface Grouping {
  /** Code of `countryGroups`. */
  readonly group: string;
  /** Since when its secretariat acts: a year. */
  readonly actingSince?: string;
  /** Its official or working languages (BCP 47). */
  readonly languages?: readonly string[];
  /** Addresses that say so. */
  readonly sources: readonly string[];
}

/** Regional and subregional groupings that have a secretariat or commission, by code. */
export const groupings: readonly Grouping[] = [
  {
    group: 'AfricanUnion',
    languages: ['ar', 'en', 'fr', 'pt', 'es', 'sw'],
    sources: ['https://policyvault.africa/organization/african-union'],
  },
  { group: 'ArabStates', sources: [] },
  { group: 'ASEAN', sources: [] },
  { group: 'CARICOM', sources: [] },
  { group: 'CPLP', sources: [] },
  {
    group: 'MERCOSUR',
    languages: ['es', 'pt'],
    sources: ['https://es.stringtranslate.com/wiki/Protocolo_de_Ouro_Preto'],
  },
  { group: 'OIC', actingSince: '1970', sources: ['https://una-oic.org/en/general-secretariat/'] },
];

/** The regions in which its members lie today, those with most of them first; codes of `countryGroups`. */
export function regionsOf(group: string): readonly string[] {
  const regions = Map.groupBy(
    membersOf(group).flatMap((country) => regionOf(country) ?? []),
    (region) => region,
  );
  return [...regions]
    .sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1))
    .map(([region]) => region);
}
