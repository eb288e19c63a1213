import { element, oneOrMore } from '../../notation.ts';
import { narrative } from './narrative.ts';

/** A description in words, without a type. */
export const plainDescription = element('description', {
  children: [oneOrMore(narrative)],
});
