import { element, oneOrMore, optional } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** What the activity is, aims at and for whom, by type of description. */
export const description = element('description', {
  attributes: [optional('type')],
  children: [oneOrMore(narrative)],
});
