import { element, required } from '../../notation.ts';

/** Day on which it happened. */
export const transactionDate = element('transaction-date', {
  attributes: [required('iso-date', 'date')],
});
