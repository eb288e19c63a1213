import { anyNumber, element, optional, required, since, until } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** A policy aim, and how much it matters. */
export const policyMarker = element('policy-marker', {
  attributes: [
    optional('vocabulary'),
    required('code'),
    required('significance', 'string', until('2.01')),
    optional('significance', 'string', since('2.02')),
    optional('vocabulary-uri', 'anyURI', since('2.02')),
  ],
  children: [anyNumber(narrative)],
});
