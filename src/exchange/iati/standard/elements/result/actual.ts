import { anyNumber, atMostOne, element, optional, required, since, until } from '../../notation.ts';
import { documentLink } from '../shared/document-link.ts';
import { comment } from './comment.ts';
import { dimension } from './dimension.ts';
import { resultLocation } from './result-location.ts';

/** What was reached. */
export const actual = element('actual', {
  attributes: [required('value', 'string', until('2.02')), optional('value', 'string', since('2.03'))],
  children: [
    anyNumber(resultLocation, since('2.02')),
    anyNumber(dimension, since('2.02')),
    atMostOne(comment),
    anyNumber(documentLink, since('2.03')),
  ],
  foreignAttributes: false,
});
