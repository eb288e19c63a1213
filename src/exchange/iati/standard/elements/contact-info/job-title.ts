import { element, oneOrMore } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** Function of the contact. */
export const jobTitle = element('job-title', {
  children: [oneOrMore(narrative)],
});
