import { anyNumber, atMostOne, element, optional, required, since, until } from '../../notation.ts';
import { documentLink } from '../shared/document-link.ts';
import { comment } from './comment.ts';
import { dimension } from './dimension.ts';
import { resultLocation } from './result-location.ts';

/** What was measured before. */
export const baseline = element('baseline', {
  attributes: [
    required('year', 'positiveInteger'),
    required('value', 'string', until('2.02')),
    optional('value', 'string', since('2.03')),
    optional('iso-date', 'date', since('2.03')),
  ],
  children: [
    anyNumber(resultLocation, since('2.03')),
    anyNumber(dimension, since('2.03')),
    anyNumber(documentLink, since('2.03')),
    atMostOne(comment),
  ],
});
