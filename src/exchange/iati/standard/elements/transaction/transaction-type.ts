import { element, required } from '../../notation.ts';

/** What happened: commitment, disbursement, expenditure … */
export const transactionType = element('transaction-type', {
  attributes: [required('code')],
});
