import type { FacetValues } from '../../fields/facet.ts';

/** What a report is recognised by: words of its title (folded) by language, and what it is counted under. */
export interface PairTraits {
  readonly titles: ReadonlyMap<string, ReadonlySet<string>>;
  readonly organisations: ReadonlySet<string>;
  readonly facets: FacetValues;
  readonly year?: number;
}

export interface PairScore {
  /** From 0 to 1. */
  readonly score: number;
  /** What speaks for it, strongest first: `title`, `country`, `year`, `sector`, `organisation`. */
  readonly because: readonly string[];
}

const weights = { title: 0.45, country: 0.25, year: 0.1, sector: 0.1, organisation: 0.1 } as const;

/** Two reports below this are not proposed as one initiative. */
export const likelyFrom = 0.6;

/** How likely two reports are of one initiative. The same both ways round. */
export function pairScore(a: PairTraits, b: PairTraits): PairScore {
  const parts = {
    title: titlesAlike(a.titles, b.titles),
    country: alike(new Set(a.facets.country), new Set(b.facets.country)),
    year: yearsAlike(a.year, b.year),
    sector: alike(new Set(a.facets.sector), new Set(b.facets.sector)),
    organisation: alike(a.organisations, b.organisations),
  };
  const names = Object.keys(weights) as (keyof typeof weights)[];
  const score = names.reduce((sum, name) => sum + weights[name] * parts[name], 0);
  const because = names
    .filter((name) => parts[name] >= 0.5)
    .sort((one, other) => weights[other] * parts[other] - weights[one] * parts[one]);
  return { score: Math.round(score * 100) / 100, because };
}

/** In the language in which they are most alike: a translation beside one of them makes no difference. */
function titlesAlike(a: PairTraits['titles'], b: PairTraits['titles']): number {
  const shared = [...a].map(([lang, words]) => alike(words, b.get(lang) ?? new Set()));
  return Math.max(0, ...shared, alike(allWords(a), allWords(b)));
}

function allWords(titles: PairTraits['titles']): ReadonlySet<string> {
  return new Set([...titles.values()].flatMap((words) => [...words]));
}

/** Dice's coefficient: twice what both have over what each has; 0 where one has nothing. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const both = [...a].filter((one) => b.has(one)).length;
  return (2 * both) / (a.size + b.size);
}

function yearsAlike(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const apart = Math.abs(a - b);
  return apart === 0 ? 1 : apart === 1 ? 0.5 : 0;
}
