import { element, oneOrMore } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** Organisation to write to. */
export const organisation = element('organisation', {
  children: [oneOrMore(narrative)],
});
