import { anyNumber, atMostOne, element, one, optional, since, until } from '../../notation.ts';
import { namedCountry } from '../shared/named-country.ts';
import { plainDescription } from '../shared/plain-description.ts';
import { providerOrg } from '../shared/provider-org.ts';
import { receiverOrg } from '../shared/receiver-org.ts';
import { value } from '../shared/value.ts';
import { aidType } from './aid-type.ts';
import { disbursementChannel } from './disbursement-channel.ts';
import { financeType } from './finance-type.ts';
import { flowType } from './flow-type.ts';
import { tiedStatus } from './tied-status.ts';
import { transactionDate } from './transaction-date.ts';
import { transactionRegion } from './transaction-region.ts';
import { transactionSector } from './transaction-sector.ts';
import { transactionType } from './transaction-type.ts';

/** Money committed, spent or received. */
export const transaction = element('transaction', {
  attributes: [optional('ref'), optional('humanitarian', 'boolean', since('2.02'))],
  children: [
    one(transactionType),
    one(transactionDate),
    one(value),
    atMostOne(plainDescription),
    atMostOne(providerOrg),
    atMostOne(receiverOrg),
    atMostOne(disbursementChannel),
    anyNumber(transactionSector),
    atMostOne(namedCountry),
    atMostOne(transactionRegion),
    atMostOne(flowType),
    atMostOne(financeType),
    atMostOne(aidType, until('2.02')),
    anyNumber(aidType, since('2.03')),
    atMostOne(tiedStatus),
  ],
});
