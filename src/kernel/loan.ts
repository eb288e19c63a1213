import type { PartialDate } from './partial-date.ts';

/** How a loan is paid back: in equal parts of the principal, in equal sums, at once, in another way (IATI, LoanRepaymentType). */
export const repayments = ['equalPrincipal', 'annuity', 'lumpSum', 'other'] as const;
export type Repayment = (typeof repayments)[number];

/** How often in a year (IATI, LoanRepaymentPeriod). */
export const repaymentPlans = ['annual', 'semiAnnual', 'quarterly', 'monthly'] as const;
export type RepaymentPlan = (typeof repaymentPlans)[number];

/** On what terms money is lent: each part where somebody has said it. */
export interface Loan {
  /** Interest a year, in per cent. */
  readonly rate?: number;
  /** A second rate, for a part of the time or of the sum. */
  readonly secondRate?: number;
  readonly repayment?: Repayment;
  readonly plan?: RepaymentPlan;
  readonly committedOn?: PartialDate;
  readonly firstPaymentOn?: PartialDate;
  readonly lastPaymentOn?: PartialDate;
}
