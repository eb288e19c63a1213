import { element, oneOrMore } from '../../notation.ts';
import { narrative } from './narrative.ts';

/** A title in words. */
export const title = element('title', {
  children: [oneOrMore(narrative)],
});
