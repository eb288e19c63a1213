import { element, oneOrMore } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** Postal address. */
export const mailingAddress = element('mailing-address', {
  children: [oneOrMore(narrative)],
});
