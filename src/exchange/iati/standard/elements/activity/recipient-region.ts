import { anyNumber, element, optional, required, since } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** A region that benefits, with its share of the activity. */
export const recipientRegion = element('recipient-region', {
  attributes: [
    required('code'),
    optional('vocabulary'),
    optional('percentage', 'decimal'),
    optional('vocabulary-uri', 'anyURI', since('2.02')),
  ],
  children: [anyNumber(narrative)],
});
