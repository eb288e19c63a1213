import { element, oneOrMore } from '../../notation.ts';
import { narrative } from './narrative.ts';

/** A name in words. */
export const name = element('name', {
  children: [oneOrMore(narrative)],
});
