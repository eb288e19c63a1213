import { atMostOne, element, optional } from '../../notation.ts';
import { commitmentDate } from './commitment-date.ts';
import { repaymentFinalDate } from './repayment-final-date.ts';
import { repaymentFirstDate } from './repayment-first-date.ts';
import { repaymentPlan } from './repayment-plan.ts';
import { repaymentType } from './repayment-type.ts';

/** Terms of a loan: interest and repayment. */
export const loanTerms = element('loan-terms', {
  attributes: [optional('rate-1', 'decimal'), optional('rate-2', 'decimal')],
  children: [
    atMostOne(repaymentType),
    atMostOne(repaymentPlan),
    atMostOne(commitmentDate),
    atMostOne(repaymentFirstDate),
    atMostOne(repaymentFinalDate),
  ],
});
