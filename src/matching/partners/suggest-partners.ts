import { factsOfCountry, kilometresBetween } from '../../vocabulary/country-facts.ts';
import { type Link, LinkTable, type Wanted } from './links.ts';
import {
  leastKilometres,
  type PartnerFactor,
  partnerFactors,
  partnerPoints,
  unknownKilometres,
} from './partner-weights.ts';

/** A country with which another could work, and why it is named. */
export interface Partner {
  readonly country: string;
  readonly points: number;
  readonly factors: readonly {
    readonly factor: PartnerFactor;
    readonly points: number;
    readonly of: number;
  }[];
  /** To how many countries it has given (or from how many it had) something in the sector, and at all. */
  readonly inSector: number;
  readonly reach: number;
  /** Records of the two together in other sectors. */
  readonly together: number;
  /** Countries with some of the same partners that work with it in the sector, the likest first. */
  readonly others: readonly string[];
  readonly kilometres?: number;
  readonly languages: readonly string[];
  readonly sameSubRegion: boolean;
}

export interface PartnerQuestion {
  readonly country: string;
  readonly wanted: Wanted;
  /** Links in the sector, or all of them where no sector was named. */
  readonly links: readonly Link[];
  /** Links in every sector. */
  readonly all: readonly Link[];
}

/** All that suggestions for many countries share: tables of who works with whom. */
export interface Field {
  readonly inSector: LinkTable;
  readonly anywhere: LinkTable;
  readonly mostInSector: number;
}

/** Made once for a sector or for all of them; asked again for every country. */
export function fieldOf({ links, all, wanted }: Omit<PartnerQuestion, 'country'>): Field {
  const inSector = new LinkTable(links, wanted);
  const anywhere = new LinkTable(all, wanted);
  const sought = [...anywhere.sought()];
  return {
    inSector,
    anywhere,
    mostInSector: Math.max(1, ...sought.map((one) => inSector.servedBy(one).size)),
  };
}

/**
 * Countries that have done such things and do not yet do them with this one, most points first. Whoever works with it
 * in the sector already is no suggestion.
 */
export function suggestPartners(question: PartnerQuestion, field = fieldOf(question)): readonly Partner[] {
  const { country } = question;
  const known = field.inSector.partnersOf(country);
  const likes = alikeByPartners(country, field.anywhere);
  const fresh = [...field.inSector.sought()].filter((one) => one !== country && !known.has(one));
  const strongest = Math.max(0, ...fresh.map((one) => pullOf(country, one, field)));
  return fresh
    .map((sought) => partnerOf(sought, { country, field, likes, strongest }))
    .sort((a, b) => b.points - a.points || (a.country < b.country ? -1 : 1));
}

type Alike = readonly { readonly country: string; readonly likeness: number }[];

/** Other countries by how much their partners are the same (cosine of the two sets), the likest first. */
function alikeByPartners(country: string, anywhere: LinkTable): Alike {
  const own = anywhere.partnersOf(country);
  const found: { country: string; likeness: number }[] = [];
  for (const other of anywhere.asking()) {
    if (other === country) continue;
    const theirs = anywhere.partnersOf(other);
    let shared = 0;
    for (const one of own.keys()) if (theirs.has(one)) shared += 1;
    if (shared > 0) found.push({ country: other, likeness: shared / Math.sqrt(own.size * theirs.size) });
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.country < b.country ? -1 : 1));
}

/** With how many countries one works, by distance. */
function pullOf(country: string, sought: string, { anywhere }: Field): number {
  const kilometres = kilometresBetween(country, sought) ?? unknownKilometres;
  return anywhere.servedBy(sought).size / Math.max(leastKilometres, kilometres);
}

const mostOthers = 5;

interface Asking {
  readonly country: string;
  readonly field: Field;
  readonly likes: Alike;
  /** The strongest pull of all that are looked at. */
  readonly strongest: number;
}

function partnerOf(sought: string, { country, field, likes, strongest }: Asking): Partner {
  const served = field.inSector.servedBy(sought);
  const reach = field.anywhere.servedBy(sought).size;
  const together = field.anywhere.partnersOf(country).get(sought) ?? 0;
  const kilometres = kilometresBetween(country, sought);
  const [own, theirs] = [factsOfCountry(country), factsOfCountry(sought)];
  const languages = (own.languages ?? []).filter((one) => theirs.languages?.includes(one));
  const sameSubRegion = own.subRegion !== undefined && own.subRegion === theirs.subRegion;
  const all = likes.reduce((sum, { likeness }) => sum + likeness, 0);
  const others = likes.filter((other) => served.has(other.country));
  const share: Readonly<Record<PartnerFactor, number>> = {
    gravity: strongest === 0 ? 0 : pullOf(country, sought, field) / strongest,
    others: all === 0 ? 0 : others.reduce((sum, { likeness }) => sum + likeness, 0) / all,
    experience: Math.log1p(served.size) / Math.log1p(field.mostInSector),
    already: together > 0 ? 1 : 0,
    subRegion: sameSubRegion ? 1 : 0,
    language: languages.length > 0 ? 1 : 0,
  };
  const factors = partnerFactors.map((factor) => ({
    factor,
    points: partnerPoints[factor] * share[factor],
    of: partnerPoints[factor],
  }));
  return {
    country: sought,
    points: factors.reduce((sum, one) => sum + one.points, 0),
    factors,
    inSector: served.size,
    reach,
    together,
    others: others.slice(0, mostOthers).map((other) => other.country),
    ...(kilometres === undefined ? {} : { kilometres }),
    languages,
    sameSubRegion,
  };
}
