import rows from './data/country-facts.json' with { type: 'json' };

/** What is known of a country that makes it more or less like another. What nobody states is absent. */
export interface CountryFacts {
  readonly code: string;
  /** Of `subRegions`. */
  readonly subRegion?: string;
  /** Of `incomeGroups`, as of its date. */
  readonly income?: string;
  /**
   * Official languages (ISO 639-1 where there is such a code). CEPII, GeoDist (Mayer and Zignago 2011; Etalab 2.0), at
   * most three; Burundi, Montenegro, Rwanda, Serbia, South Sudan and Timor-Leste after their constitutions.
   */
  readonly languages?: readonly string[];
  /** Longitude and latitude of the capital in degrees (CEPII, else World Bank, CC BY 4.0). */
  readonly capital?: readonly [lon: number, lat: number];
  /** Of `peopleBands`. */
  readonly people?: string;
}

interface Row extends Omit<CountryFacts, 'capital'> {
  readonly capital?: readonly number[];
}

const byCode: ReadonlyMap<string, CountryFacts> = new Map(
  // The JSON import gives each row another type: all of them fit this one.
  (rows as readonly Row[]).map(({ capital, ...row }) => {
    const [lon, lat] = capital ?? [];
    return [row.code, lon === undefined || lat === undefined ? row : { ...row, capital: [lon, lat] }];
  }),
);

/** Facts of one country; of an unknown one its code alone. */
export function factsOfCountry(code: string): CountryFacts {
  return byCode.get(code) ?? { code };
}

const tropic = 23.4;
const temperateFrom = 35;

/** The belt (`latitudeBelts`) of the capital. */
export function beltOf(code: string): string | undefined {
  const latitude = byCode.get(code)?.capital?.[1];
  if (latitude === undefined) return undefined;
  const from = Math.abs(latitude);
  return from <= tropic ? 'tropical' : from < temperateFrom ? 'subtropical' : 'temperate';
}

/** Great-circle distance of two capitals in kilometres, on a sphere of 6,371 km; absent where one is not known. */
export function kilometresBetween(a: string, b: string): number | undefined {
  const from = byCode.get(a)?.capital;
  const to = byCode.get(b)?.capital;
  if (from === undefined || to === undefined) return undefined;
  const [lonA, latA, lonB, latB] = [...from, ...to].map((degrees) => (degrees * Math.PI) / 180);
  const [x, y, z, w] = [lonA ?? 0, latA ?? 0, lonB ?? 0, latB ?? 0];
  const chord = Math.sin((w - y) / 2) ** 2 + Math.cos(y) * Math.cos(w) * Math.sin((z - x) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
}
