import { anyNumber, element, optional, required, since } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** An organisation that takes part, and in which role. */
export const participatingOrg = element('participating-org', {
  attributes: [
    optional('ref'),
    optional('type'),
    required('role'),
    optional('activity-id', 'string', since('2.02')),
    optional('crs-channel-code', 'string', since('2.03')),
  ],
  children: [anyNumber(narrative)],
});
