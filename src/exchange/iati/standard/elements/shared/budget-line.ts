import { element, one, oneOrMore, optional } from '../../notation.ts';
import { narrative } from './narrative.ts';
import { value } from './value.ts';

/** A part of the budget. */
export const budgetLine = element('budget-line', {
  attributes: [optional('ref')],
  children: [one(value), oneOrMore(narrative)],
});
