import type { LangText } from './lang-text.ts';
import type { PartialDate } from './partial-date.ts';

/** How a number came about: told by a party, counted or measured, estimated, planned; `unknown` where the source does not say. */
export const bases = ['reported', 'counted', 'estimated', 'planned', 'unknown'] as const;
export type Basis = (typeof bases)[number];

/** What the source says about the exactness of a number. */
export const qualifiers = ['about', 'moreThan', 'lessThan', 'atLeast', 'upTo', 'almost'] as const;
export type Qualifier = (typeof qualifiers)[number];

/**
 * A number that means something: never bare. Two figures of the same kind with different dates or sources stand
 * side by side, none overwrites the other.
 */
export interface Figure {
  /** What was counted or measured. */
  readonly label?: LangText;
  readonly value: number;
  readonly unit: LangText;
  /** The date at which it was true; absent where the source prints none, and then it is shown with less weight. */
  readonly asOf?: PartialDate;
  /** Index into the record's own list of sources, from 0. */
  readonly source?: number;
  readonly basis: Basis;
  readonly qualifier?: Qualifier;
  readonly note?: LangText;
}

/** What an amount of money is: promised, paid, spent, planned. After the IATI transaction types and budgets. */
export const moneyBases = [
  'budget',
  'commitment',
  'disbursement',
  'expenditure',
  'required',
  'available',
  'reported',
] as const;
export type MoneyBasis = (typeof moneyBases)[number];

/** An amount in its own currency; never converted in place. */
export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The date whose exchange rate applies, or the date at which the amount was true. */
  readonly valueDate?: PartialDate;
  readonly basis: MoneyBasis;
  readonly qualifier?: Qualifier;
  readonly label?: LangText;
  readonly source?: number;
}
