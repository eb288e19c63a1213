import { element, one, oneOrMore, optional } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';
import { value } from '../shared/value.ts';

/** A part of the expenditure. Since 2.02. */
export const expenseLine = element('expense-line', {
  attributes: [optional('ref')],
  children: [one(value), oneOrMore(narrative)],
});
