import { anyNumber, atMostOne, element, one, optional, required, since, until } from '../../notation.ts';
import { documentLink } from '../shared/document-link.ts';
import { plainDescription } from '../shared/plain-description.ts';
import { title } from '../shared/title.ts';
import { baseline } from './baseline.ts';
import { indicatorReference } from './indicator-reference.ts';
import { period } from './period.ts';

/** How the result is measured. */
export const indicator = element('indicator', {
  attributes: [
    required('measure'),
    optional('ascending', 'boolean'),
    optional('aggregation-status', 'boolean', since('2.03')),
  ],
  children: [
    one(title),
    atMostOne(plainDescription),
    anyNumber(documentLink, since('2.03')),
    anyNumber(indicatorReference, since('2.02')),
    atMostOne(baseline, until('2.02')),
    anyNumber(baseline, since('2.03')),
    anyNumber(period),
  ],
});
