import { element, required } from '../../notation.ts';

/** How many payments a year. */
export const repaymentPlan = element('repayment-plan', {
  attributes: [required('code')],
});
