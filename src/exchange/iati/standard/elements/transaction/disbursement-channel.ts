import { element, required } from '../../notation.ts';

/** Through whose account the money goes. */
export const disbursementChannel = element('disbursement-channel', {
  attributes: [required('code')],
});
