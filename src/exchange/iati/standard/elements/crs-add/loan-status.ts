import { atMostOne, element, optional, required } from '../../notation.ts';
import { interestArrears } from './interest-arrears.ts';
import { interestReceived } from './interest-received.ts';
import { principalArrears } from './principal-arrears.ts';
import { principalOutstanding } from './principal-outstanding.ts';

/** State of the loan in one year. */
export const loanStatus = element('loan-status', {
  attributes: [required('year', 'decimal'), optional('currency'), required('value-date', 'date')],
  children: [
    atMostOne(interestReceived),
    atMostOne(principalOutstanding),
    atMostOne(principalArrears),
    atMostOne(interestArrears),
  ],
});
