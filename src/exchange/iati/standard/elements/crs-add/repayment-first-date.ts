import { element, required } from '../../notation.ts';

/** Day of the first repayment. */
export const repaymentFirstDate = element('repayment-first-date', {
  attributes: [required('iso-date', 'date')],
});
