import { countries, countryName } from '../../vocabulary/countries.ts';
import type { Translate } from '../../wording/messages.ts';
import { markedName } from '../../wording/reserved.ts';

/**
 * What a country is called on a page, with the marks of the reservations that countries made on the name. Every page
 * words countries by this alone; names without marks are for sorting, for forms and for the footnotes themselves.
 */
export function countryLabel(t: Translate, code: string): string {
  return markedName(t, countries.name, code, countryName(code, t.lang));
}
