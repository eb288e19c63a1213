import { element, required } from '../../notation.ts';

/** Day of the last repayment. */
export const repaymentFinalDate = element('repayment-final-date', {
  attributes: [required('iso-date', 'date')],
});
