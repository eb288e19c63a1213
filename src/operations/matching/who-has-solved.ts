import type { FacetName } from '../../fields/facet.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Setting } from '../../matching/candidate.ts';
import { type Explained, explain } from '../../matching/explain.ts';
import { countriesLike } from '../../matching/likeness.ts';
import type { Problem } from '../../matching/problem.ts';
import type { Ranked } from '../../matching/rank.ts';
import type { Presented } from '../../policy/present.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { factsOfCountry } from '../../vocabulary/country-facts.ts';
import { followForReading } from '../follow.ts';
import { type House, today } from '../house.ts';
import { inForce } from '../internal/in-force.ts';
import type { FacetCount } from '../ports.ts';
import { show } from '../show.ts';
import { digestOfShown, houseLibrary, wordsOfRecord } from './house-library.ts';
import { rankLibrary } from './rank-library.ts';

/** A question as the doors give it: words, or a record that asks with its own. */
export interface SolveRequest {
  /** Typed or pasted; markup is taken out. */
  readonly text: string;
  /** Language of the reader. */
  readonly lang: string;
  /** A need, an offer or any other record to find something for: its words, sectors, goals and country ask. */
  readonly record?: { readonly register: string; readonly id: RecordId };
  /** Country of those who ask (alpha-2). */
  readonly country?: string;
  /** Registers to look in; without them those that answer the question. */
  readonly kinds?: readonly string[];
  /** Only records from or in countries like that of those who ask. */
  readonly onlyAlike: boolean;
  /** Only records with texts in one of these languages, titles included; without them in whatever language. */
  readonly written?: readonly string[];
  readonly limit: number;
}

export interface Solution {
  readonly record: Presented;
  readonly ranked: Ranked;
  readonly explained: Explained;
}

export interface Solved {
  readonly problem: Problem;
  /** The record that asked. */
  readonly asker?: Presented;
  readonly setting: Setting;
  readonly kinds: readonly string[];
  /** Countries that count as like that of those who ask. */
  readonly alike: readonly string[];
  /** Records that have any of the words and pass the filters. */
  readonly total: number;
  /** How many have texts in each of the seven languages, where any has; of records in whatever language. */
  readonly written: readonly FacetCount[];
  readonly solutions: readonly Solution[];
}

/** Registers that answer a problem, and those that answer an offer, as far as the house has them. */
export function kindsFor(register?: string): readonly string[] {
  const wanted = register === 'offer' ? ['need'] : ['practice', 'activity', 'organisation', 'offer'];
  return wanted.filter((name) => findRegister(name) !== undefined);
}

/**
 * Who has solved this? Records that everybody may see, in the order of points that are all told with them.
 * @throws Fault `notFound`, `unknownRegister` for a record that nobody may see.
 */
export async function whoHasSolved(house: House, request: SolveRequest): Promise<Solved> {
  await followForReading(house);
  const { lang, onlyAlike, limit } = request;
  const asker =
    request.record === undefined
      ? undefined
      : (await show(house, request.record.register, request.record.id)).record;
  const digest = asker === undefined ? undefined : digestOfShown(asker);
  const text = digest === undefined ? request.text : `${wordsOfRecord(digest)}\n${request.text}`;
  const country = request.country ?? digest?.facets.host?.[0] ?? digest?.facets.provider?.[0];
  const setting: Setting = {
    ...(country === undefined ? {} : { country }),
    sectors: digest?.facets.sector ?? [],
    goals: digest?.facets.sdg ?? [],
    year: Number(today(house).slice(0, 4)),
  };
  const kinds = request.kinds ?? kindsFor(asker?.register.name);
  const alike = country === undefined ? [] : countriesLike(country);
  const filters: Partial<Record<FacetName, readonly string[]>> = {
    kind: kinds,
    // No record stands under this: where nobody is alike nothing is found.
    ...(onlyAlike && country !== undefined ? { country: alike.length === 0 ? ['none'] : alike } : {}),
  };
  const { problem, total, written, ranked } = await rankLibrary(houseLibrary(house), {
    text,
    lang,
    filters,
    ...(request.written && { written: request.written }),
    setting,
    ...(asker === undefined ? {} : { except: asker.id }),
  });
  const solutions = await explained(house, problem, ranked.slice(0, limit), { lang, setting });
  return { problem, ...(asker && { asker }), setting, kinds, alike, total, written, solutions };
}

async function explained(
  house: House,
  problem: Problem,
  ranked: readonly Ranked[],
  { lang, setting: { country, year } }: { readonly lang: string; readonly setting: Setting },
): Promise<readonly Solution[]> {
  const records = await inForce(
    house,
    ranked.map(({ candidate }) => candidate.id),
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  const official = country === undefined ? [] : (factsOfCountry(country).languages ?? []);
  const spoken = country === undefined ? [] : [...new Set([lang, ...official])];
  return ranked.flatMap((one) => {
    const record = byId.get(one.candidate.id);
    return record === undefined
      ? []
      : [{ record, ranked: one, explained: explain(problem, one, { spoken, year }) }];
  });
}
