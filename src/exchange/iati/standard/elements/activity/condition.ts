import { element, oneOrMore, required } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** One condition. */
export const condition = element('condition', {
  attributes: [required('type')],
  children: [oneOrMore(narrative)],
  foreignAttributes: false,
});
