import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import type { Tracked, Tracking } from '../ports/tracking.ts';
import type { FacetCount } from '../ports.ts';
import { type InstrumentLine, lineOf } from './instruments.ts';

/** What instruments ask of a country or a body, and what it took up itself. */
export interface AskedOf {
  /** One line an instrument that asks something of it; the counts are of these measures alone. */
  readonly lines: readonly InstrumentLine[];
  readonly commitments: readonly Tracked[];
}

/** A country by its alpha-2 code, as things stand on the day `asOf` (`YYYY-MM-DD`). */
export async function askedOfCountry(house: House, code: string, asOf: string): Promise<AskedOf> {
  await followForReading(house);
  const { tracking } = house.board;
  return sorted(tracking, tracking.ofCountry(code), asOf);
}

/** A body by its name, as measures and commitments write it. */
export async function askedOfBody(house: House, name: string, asOf: string): Promise<AskedOf> {
  await followForReading(house);
  const { tracking } = house.board;
  const named = tracking.ofBody(name);
  return sorted(tracking, named, asOf);
}

/** All bodies that are to act, with the number of measures and commitments that name them. */
export async function bodies(house: House): Promise<readonly FacetCount[]> {
  await followForReading(house);
  return house.board.tracking.bodies();
}

function sorted(tracking: Tracking, named: readonly Tracked[], asOf: string): AskedOf {
  const measures = named.filter(({ tracked }) => tracked.role === 'measure');
  const lines = [...Map.groupBy(measures, ({ tracked }) => tracked.instrument ?? '')].flatMap(
    ([id, some]) => {
      const instrument = tracking.find(id);
      return instrument === undefined ? [] : [lineOf(tracking, instrument, some, asOf)];
    },
  );
  return { lines, commitments: named.filter(({ tracked }) => tracked.role === 'commitment') };
}
