import { anyNumber, element, optional, required, since } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** A sector that the transaction is for, wholly. */
export const transactionSector = element('sector', {
  attributes: [optional('vocabulary'), required('code'), optional('vocabulary-uri', 'anyURI', since('2.02'))],
  children: [anyNumber(narrative)],
});
