import { element, oneOrMore } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** What the activity does at this place. */
export const activityDescription = element('activity-description', {
  children: [oneOrMore(narrative)],
});
