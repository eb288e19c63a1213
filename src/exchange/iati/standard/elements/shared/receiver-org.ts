import { anyNumber, element, optional, since } from '../../notation.ts';
import { narrative } from './narrative.ts';

/** Who gets the money. */
export const receiverOrg = element('receiver-org', {
  attributes: [optional('ref'), optional('receiver-activity-id'), optional('type', 'string', since('2.02'))],
  children: [anyNumber(narrative)],
});
