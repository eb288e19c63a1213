import { element, oneOrMore, optional } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** The organisation that gets the budget. */
export const recipientOrg = element('recipient-org', {
  attributes: [optional('ref')],
  children: [oneOrMore(narrative)],
  foreignAttributes: false,
});
