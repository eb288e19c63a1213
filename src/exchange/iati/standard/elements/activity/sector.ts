import { anyNumber, element, optional, required, since } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** A sector that the activity works in, with its share. */
export const sector = element('sector', {
  attributes: [
    optional('vocabulary'),
    required('code'),
    optional('percentage', 'decimal'),
    optional('vocabulary-uri', 'anyURI', since('2.02')),
  ],
  children: [anyNumber(narrative)],
});
