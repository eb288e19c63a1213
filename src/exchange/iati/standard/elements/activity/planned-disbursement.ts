import { atMostOne, element, one, optional, since } from '../../notation.ts';
import { periodEnd } from '../shared/period-end.ts';
import { periodStart } from '../shared/period-start.ts';
import { providerOrg } from '../shared/provider-org.ts';
import { receiverOrg } from '../shared/receiver-org.ts';
import { value } from '../shared/value.ts';

/** Money that is to leave in a period. */
export const plannedDisbursement = element('planned-disbursement', {
  attributes: [optional('type')],
  children: [
    one(periodStart),
    atMostOne(periodEnd),
    one(value),
    atMostOne(providerOrg, since('2.02')),
    atMostOne(receiverOrg, since('2.02')),
  ],
});
