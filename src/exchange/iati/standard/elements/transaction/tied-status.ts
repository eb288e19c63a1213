import { element, required } from '../../notation.ts';

/** Tied status of this transaction. */
export const tiedStatus = element('tied-status', {
  attributes: [required('code')],
});
