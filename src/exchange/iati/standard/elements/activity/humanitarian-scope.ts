import { anyNumber, element, optional, required } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** The emergency or appeal that the activity answers. Since 2.02. */
export const humanitarianScope = element('humanitarian-scope', {
  attributes: [
    required('type'),
    required('vocabulary'),
    optional('vocabulary-uri', 'anyURI'),
    required('code'),
  ],
  children: [anyNumber(narrative)],
});
