import { z } from 'zod';
import type { LangText } from '../kernel/lang-text.ts';
import type { FacetName } from './facet.ts';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { countryCode, found, shortText } from './internal/schemas.ts';
import { wordsOf } from './internal/words.ts';
import { country, number, parts, text } from './part.ts';

/** Where: a name, a country, a point (WGS 84 degrees), as much as is known. */
export interface Place {
  readonly name?: LangText;
  readonly country?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

export interface PlacesOptions<N extends boolean> extends FieldOptions<N> {
  readonly facet?: FacetName;
}

/** Where something happens or happened. */
export function places<N extends boolean = false>(
  options: PlacesOptions<N> = {},
): Field<readonly Place[], NoInfer<N>> {
  const { facet } = options;
  return listField<Place, N>(options, {
    kind: 'places',
    control: { shape: 'places' },
    item: z
      .strictObject({
        name: z.exactOptional(shortText),
        country: z.exactOptional(countryCode),
        latitude: z.exactOptional(z.number().min(-90).max(90)),
        longitude: z.exactOptional(z.number().min(-180).max(180)),
      })
      .refine((place) => Object.keys(place).length > 0, found('missing')),
    parts: parts({ name: text, country, latitude: number, longitude: number }),
    toWords: (items) => items.flatMap((item) => wordsOf(item.name)),
    facets: (items) =>
      facet === undefined ? {} : { [facet]: [...new Set(items.flatMap(({ country }) => country ?? []))] },
  });
}
