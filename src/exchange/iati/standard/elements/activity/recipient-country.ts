import { anyNumber, element, optional, required } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** A country that benefits, with its share of the activity. */
export const recipientCountry = element('recipient-country', {
  attributes: [required('code'), optional('percentage', 'decimal')],
  children: [anyNumber(narrative)],
});
