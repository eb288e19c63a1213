import { anyNumber, element, optional, since } from '../../notation.ts';
import { narrative } from './narrative.ts';

/** Who gives the money. */
export const providerOrg = element('provider-org', {
  attributes: [optional('ref'), optional('provider-activity-id'), optional('type', 'string', since('2.02'))],
  children: [anyNumber(narrative)],
});
