import { element, oneOrMore } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** Department within the organisation. */
export const department = element('department', {
  children: [oneOrMore(narrative)],
});
