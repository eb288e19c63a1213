import { type MeasureState, measureStates } from '../../../followup/entry.ts';
import type { MeasureAccount } from './report-figures.ts';

/** How one country stands towards an instrument. */
export interface CountryAccount {
  readonly country: string;
  /** Measures that name it. */
  readonly addressed: number;
  /** How those stand. */
  readonly states: Readonly<Record<MeasureState, number>>;
  /** Commitments that it made. */
  readonly commitments: number;
  /** Reports that it made, of any of the measures. */
  readonly reports: number;
  /** Of the measures that name it those of which it has said nothing itself. */
  readonly unanswered: number;
  /** The day of its last report. */
  readonly lastOn?: string;
}

type Counting = {
  -readonly [K in keyof CountryAccount]: K extends 'states'
    ? Record<MeasureState, number>
    : CountryAccount[K];
};

/** Every country that is named in the measures, took one up or reported on one; by code. */
export function countryAccounts(measures: readonly MeasureAccount[]): readonly CountryAccount[] {
  const accounts = new Map<string, Counting>();
  const accountOf = (country: string): Counting => {
    const known = accounts.get(country) ?? fresh(country);
    accounts.set(country, known);
    return known;
  };
  for (const { row, said, commitments } of measures) {
    const spoke = new Set(said.flatMap(({ countries }) => countries));
    for (const country of row.measure.countries) {
      const account = accountOf(country);
      account.addressed += 1;
      account.states[row.standing.state] += 1;
      if (!spoke.has(country)) account.unanswered += 1;
    }
    for (const { countries } of commitments)
      for (const country of countries) accountOf(country).commitments += 1;
    for (const { countries, on } of said)
      for (const country of countries) {
        const account = accountOf(country);
        account.reports += 1;
        if (account.lastOn === undefined || account.lastOn < on) account.lastOn = on;
      }
  }
  return [...accounts.values()].sort((a, b) => (a.country < b.country ? -1 : 1));
}

function fresh(country: string): Counting {
  // Every state is a key.
  const states = Object.fromEntries(measureStates.map((state) => [state, 0])) as Record<MeasureState, number>;
  return { country, addressed: 0, states, commitments: 0, reports: 0, unanswered: 0 };
}
