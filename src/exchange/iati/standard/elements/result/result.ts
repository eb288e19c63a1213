import { anyNumber, atMostOne, element, one, oneOrMore, optional, required, since } from '../../notation.ts';
import { documentLink } from '../shared/document-link.ts';
import { plainDescription } from '../shared/plain-description.ts';
import { title } from '../shared/title.ts';
import { indicator } from './indicator.ts';
import { resultReference } from './result-reference.ts';

/** An outcome, output or impact, measured by indicators. */
export const result = element('result', {
  attributes: [required('type'), optional('aggregation-status', 'boolean')],
  children: [
    one(title),
    atMostOne(plainDescription),
    anyNumber(documentLink, since('2.03')),
    anyNumber(resultReference, since('2.03')),
    oneOrMore(indicator),
  ],
});
