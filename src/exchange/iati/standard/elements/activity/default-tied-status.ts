import { element, required } from '../../notation.ts';

/** Tied status of all transactions that give none. */
export const defaultTiedStatus = element('default-tied-status', {
  attributes: [required('code')],
});
