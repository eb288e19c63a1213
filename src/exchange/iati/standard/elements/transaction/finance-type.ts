import { element, required } from '../../notation.ts';

/** Finance type of this transaction. */
export const financeType = element('finance-type', {
  attributes: [required('code')],
});
