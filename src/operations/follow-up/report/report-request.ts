import { Fault } from '../../../kernel/fault.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import { isPartialDate, precisionOf } from '../../../kernel/partial-date.ts';
import { isCountry } from '../../../vocabulary/countries.ts';
import type { ReportRequest } from './report-figures.ts';

/** Choices as they come from an address, a form or a command; empty ones are none. */
export interface ReportChoices {
  readonly asOf?: string | undefined;
  readonly since?: string | undefined;
  readonly country?: string | undefined;
}

/**
 * What a report is to be about, from what somebody chose.
 * @param today `YYYY-MM-DD`, where no day was chosen.
 * @throws Fault `badQuery` {place, got, right} for what is no day and for a `since` after `asOf`; `unknownCountry`.
 */
export function reportRequest(instrument: RecordId, choices: ReportChoices, today: string): ReportRequest {
  const asOf = dayIn('asOf', choices.asOf) ?? today;
  const since = dayIn('since', choices.since);
  if (since !== undefined && since > asOf) {
    throw new Fault('badQuery', { place: 'since', got: since, right: `≤ ${asOf}` });
  }
  const country = (choices.country ?? '').trim().toUpperCase();
  if (country !== '' && !isCountry(country)) {
    throw new Fault('unknownCountry', { got: country, right: 'ISO 3166-1 alpha-2' });
  }
  return {
    instrument,
    asOf,
    ...(since === undefined ? {} : { since }),
    ...(country === '' ? {} : { country }),
  };
}

function dayIn(place: string, text = ''): string | undefined {
  const day = text.trim();
  if (day === '') return undefined;
  if (!isPartialDate(day) || precisionOf(day) !== 'day') {
    throw new Fault('badQuery', { place, got: day, right: 'YYYY-MM-DD' });
  }
  return day;
}
