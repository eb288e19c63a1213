import { fieldOf, type PartnerQuestion, suggestPartners } from './suggest-partners.ts';

/** What a list of favourites would hide. */
export interface Gaps {
  /** Countries that have done such things and stand in nobody's first ten. */
  readonly neverNamed: readonly string[];
  /** Countries of which no record says that they have done such things. */
  readonly silent: readonly string[];
  /** Countries that want something here and have few partners for it, most wants first. */
  readonly wanting: readonly {
    readonly country: string;
    readonly needs: number;
    readonly partners: number;
  }[];
}

const firstOnes = 10;
/** From so many partners on nobody has few. */
const few = 3;

/**
 * Who falls through. @param countries all that could be named or ask. @param needs open needs in the sector by country.
 */
export function gapsOf(
  question: Omit<PartnerQuestion, 'country'>,
  countries: readonly string[],
  needs: ReadonlyMap<string, number>,
): Gaps {
  const field = fieldOf(question);
  const named = new Set(
    countries.flatMap((country) =>
      suggestPartners({ ...question, country }, field)
        .slice(0, firstOnes)
        .map((partner) => partner.country),
    ),
  );
  const able = new Set(field.inSector.sought());
  const wanting = [...needs]
    .map(([country, count]) => ({ country, needs: count, partners: field.inSector.partnersOf(country).size }))
    .filter(({ partners }) => partners < few)
    .sort((a, b) => b.needs - a.needs || a.partners - b.partners || (a.country < b.country ? -1 : 1));
  return {
    neverNamed: [...able].filter((country) => !named.has(country)).sort(),
    silent: countries.filter((country) => !able.has(country)),
    wanting,
  };
}
