import { element, required } from '../../notation.ts';

/** How the principal is paid back. */
export const repaymentType = element('repayment-type', {
  attributes: [required('code')],
});
