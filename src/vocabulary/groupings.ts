import kept from '../../content/bodies/groupings.json' with { type: 'json' };
import { nameOf } from './code-list.ts';
import { regionOf } from './countries.ts';
import { countryGroups, membersOf } from './country-groups.ts';

/** A text that a grouping rests on, by its name in the seven languages and the day on which it was signed or adopted. */
export interface GroupingDocument {
  readonly on: string;
  readonly by: Readonly<Record<string, string>>;
}

/** A regional or subregional grouping of countries. What is not certain is absent, never guessed. */
export interface Grouping {
  /** Code of `countryGroups`, or one of its own where that list does not keep its members. */
  readonly id: string;
  /** Of a code of its own: what it is called, and where its members lie (codes of `countryGroups`). */
  readonly names?: Readonly<Record<string, string>>;
  readonly regions?: readonly string[];
  /** The document with which it began: since when it acts. */
  readonly founded: GroupingDocument;
  /** A later document that says in which languages it works. */
  readonly rules?: GroupingDocument;
  /** Its official or working languages (BCP 47). */
  readonly languages?: readonly string[];
  /** Where it speaks for itself. */
  readonly website: string;
}

/** Regional and subregional groupings, as `content/bodies/groupings.json` keeps them. */
export const groupings: readonly Grouping[] = kept;

/** In a language, else in English. */
export function groupingName({ id, names }: Grouping, lang: string): string {
  return names?.[lang] ?? names?.['en'] ?? nameOf(countryGroups, id, lang);
}

/** Where its members lie today, the region with most of them first; codes of `countryGroups`. */
export function regionsOf({ id, regions }: Grouping): readonly string[] {
  if (regions !== undefined) return regions;
  const found = Map.groupBy(
    membersOf(id).flatMap((country) => regionOf(country) ?? []),
    (region) => region,
  );
  return [...found]
    .sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1))
    .map(([region]) => region);
}
