import { atMostOne, element, required } from '../../notation.ts';
import { ownerOrg } from './owner-org.ts';

/** Another name under which the activity is or was known. */
export const otherIdentifier = element('other-identifier', {
  attributes: [required('ref'), required('type')],
  children: [atMostOne(ownerOrg)],
});
