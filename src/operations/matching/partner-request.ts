import type { Wanted } from '../../matching/partners/links.ts';
import { countryCode } from '../../vocabulary/countries.ts';
import { sectorCategory, sectors } from '../../vocabulary/sectors.ts';
import type { PartnerRequest } from './partners.ts';

/** What an address asks for; without a country that is known there is no request. */
export interface AskedForPartners {
  readonly request?: PartnerRequest;
  readonly country: string;
  readonly sector: string;
  readonly wanted: Wanted;
  /** What was typed and names nothing: `country` or `sector`. */
  readonly unknown: readonly ('country' | 'sector')[];
}

/** Reads `country` (name or code), `sector` (DAC code of three or five digits) and `wanted` (`provider` or `recipient`). */
export function partnerRequest(parameters: URLSearchParams): AskedForPartners {
  const typed = (parameters.get('country') ?? '').trim().slice(0, 100);
  const typedSector = (parameters.get('sector') ?? '').trim().slice(0, 100);
  const country = countryCode(typed) ?? countryCode(typed.toUpperCase());
  const known = sectors.entries.has(typedSector) ? sectorCategory(typedSector) : undefined;
  const wanted = parameters.get('wanted') === 'recipient' ? 'recipient' : 'provider';
  const unknown: ('country' | 'sector')[] = [];
  if (typed !== '' && country === undefined) unknown.push('country');
  if (typedSector !== '' && known === undefined) unknown.push('sector');
  return {
    country: country ?? typed,
    sector: known ?? typedSector,
    wanted,
    unknown,
    ...(country === undefined || unknown.length > 0
      ? {}
      : { request: { country, wanted, ...(known === undefined ? {} : { sector: known }) } }),
  };
}
