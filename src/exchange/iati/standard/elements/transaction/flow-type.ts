import { element, required } from '../../notation.ts';

/** Flow type of this transaction. */
export const flowType = element('flow-type', {
  attributes: [required('code')],
});
