import { anyNumber, element, optional } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** Who gave the other identifier. */
export const ownerOrg = element('owner-org', {
  attributes: [optional('ref')],
  children: [anyNumber(narrative)],
});
