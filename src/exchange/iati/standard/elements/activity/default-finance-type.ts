import { element, required } from '../../notation.ts';

/** Finance type of all transactions that give none. */
export const defaultFinanceType = element('default-finance-type', {
  attributes: [required('code')],
});
