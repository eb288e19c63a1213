import { element, oneOrMore } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** Name of the contact. */
export const personName = element('person-name', {
  children: [oneOrMore(narrative)],
});
