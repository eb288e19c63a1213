import { element, required } from '../../notation.ts';

/** Flow type of all transactions that give none. */
export const defaultFlowType = element('default-flow-type', {
  attributes: [required('code')],
});
