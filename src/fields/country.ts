import { z } from 'zod';
import { countries as countryCodes, countryCode as recogniseCountry } from '../vocabulary/countries.ts';
import type { FacetName } from './facet.ts';
import type { Cell, Field, FieldOptions } from './field.ts';
import { base, noWords } from './internal/base.ts';
import { countryCode } from './internal/schemas.ts';

export interface CountryOptions<N extends boolean> extends FieldOptions<N> {
  /** On which side the country is counted. */
  readonly facet?: FacetName;
}

/** Under which list names of countries are known, where a country has a reservation on one. */
export const countryList: string = countryCodes.name;

/** One country, by its ISO 3166-1 alpha-2 code. */
export function country<N extends boolean = false>(
  options: CountryOptions<N> = {},
): Field<string, NoInfer<N>> {
  return {
    ...base(options),
    kind: 'country',
    control: { shape: 'country' },
    schema: countryCode,
    toCells: (value) => ({ '': value }),
    fromCells: (cells) => countriesIn(cells[''])[0],
    toWords: noWords,
    facets: (value) => (options.facet === undefined ? {} : { [options.facet]: [value] }),
  };
}

/** Several countries. */
export function countries<N extends boolean = false>(
  options: CountryOptions<N> = {},
): Field<readonly string[], NoInfer<N>> {
  return {
    ...base(options),
    kind: 'countries',
    control: { shape: 'countries' },
    schema: z.array(countryCode).min(1).max(250),
    toCells: (values) => ({ '': values.join('; ') }),
    fromCells: (cells) => {
      const read = countriesIn(cells['']);
      return read.length === 0 ? undefined : read;
    },
    toWords: noWords,
    facets: (values) => (options.facet === undefined ? {} : { [options.facet]: [...new Set(values)] }),
  };
}

/** Names and codes between semicolons or line breaks; what is not recognised stays as typed, for the schema to name. */
function countriesIn(cell: Cell | undefined): string[] {
  if (cell === undefined || cell === null) return [];
  return String(cell)
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => recogniseCountry(part) ?? part);
}
