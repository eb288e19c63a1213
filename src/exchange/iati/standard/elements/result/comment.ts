import { element, oneOrMore } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** A remark on a measurement. */
export const comment = element('comment', {
  children: [oneOrMore(narrative)],
});
