import { anyNumber, element, required } from '../../notation.ts';
import { narrative } from './narrative.ts';

/** A country by code and name, without a share. */
export const namedCountry = element('recipient-country', {
  attributes: [required('code')],
  children: [anyNumber(narrative)],
});
