import { countries } from '../vocabulary/countries.ts';
import { beltOf, factsOfCountry } from '../vocabulary/country-facts.ts';
import { groupsOf } from '../vocabulary/country-groups.ts';
import { alikeFrom, type Trait, traits } from './weights.ts';

/** In which ways two countries are alike. Nothing here says that one is better than another. */
export interface Likeness {
  readonly country: string;
  /** What both are, by trait: codes of income groups, groups, sub-regions, belts, languages, bands of people. */
  readonly same: readonly { readonly trait: Trait; readonly values: readonly string[] }[];
  /** Traits in which they differ, with what the other country is. */
  readonly different: readonly { readonly trait: Trait; readonly values: readonly string[] }[];
  /** Traits of which one of the two says nothing. */
  readonly unknown: readonly Trait[];
}

/** Groups that say in what position a country is. */
const statuses: readonly string[] = ['LDC', 'LLDC', 'SIDS'];

/** How `other` is like `own`, today. */
function likenessOf(own: string, other: string): Likeness {
  const same: { trait: Trait; values: readonly string[] }[] = [];
  const different: { trait: Trait; values: readonly string[] }[] = [];
  const unknown: Trait[] = [];
  for (const trait of traits) {
    const [a, b] = [traitOf(trait, own), traitOf(trait, other)];
    if (a === undefined || b === undefined) {
      unknown.push(trait);
      continue;
    }
    const shared = a.filter((value) => b.includes(value));
    // Two countries with no special status are alike in that, too.
    if (shared.length > 0 || (a.length === 0 && b.length === 0)) same.push({ trait, values: shared });
    else different.push({ trait, values: b });
  }
  return { country: other, same, different, unknown };
}

/** The country of several that is most like one's own; the first of equals. Itself is left out. */
export function likestOf(own: string, others: readonly string[]): Likeness | undefined {
  let best: Likeness | undefined;
  for (const other of others) {
    if (other === own) continue;
    const likeness = likenessOf(own, other);
    if (best === undefined || likeness.same.length > best.same.length) best = likeness;
  }
  return best;
}

/** Countries that are alike in at least `alikeFrom` traits, itself left out: what "countries like mine" means. */
export function countriesLike(own: string): readonly string[] {
  return [...countries.entries.keys()].filter(
    (other) => other !== own && likenessOf(own, other).same.length >= alikeFrom,
  );
}

/** What a country is in one way; undefined where nobody states it. */
function traitOf(trait: Trait, code: string): readonly string[] | undefined {
  const facts = factsOfCountry(code);
  switch (trait) {
    case 'status': {
      const groups = groupsOf(code);
      return groups.length === 0 ? undefined : groups.filter((group) => statuses.includes(group));
    }
    case 'belt':
      return one(beltOf(code));
    case 'language':
      return facts.languages;
    case 'income':
      return one(facts.income);
    case 'subRegion':
      return one(facts.subRegion);
    case 'people':
      return one(facts.people);
  }
}

function one(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}
