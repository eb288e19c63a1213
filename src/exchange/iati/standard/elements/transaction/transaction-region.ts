import { anyNumber, element, optional, required, since } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** The one region that the transaction benefits. */
export const transactionRegion = element('recipient-region', {
  attributes: [required('code'), optional('vocabulary'), optional('vocabulary-uri', 'anyURI', since('2.02'))],
  children: [anyNumber(narrative)],
});
