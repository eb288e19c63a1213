import { anyNumber, atMostOne, element, since } from '../../notation.ts';
import { channelCode } from './channel-code.ts';
import { loanStatus } from './loan-status.ts';
import { loanTerms } from './loan-terms.ts';
import { otherFlags } from './other-flags.ts';

/** What only the Creditor Reporting System of the OECD asks for. */
export const crsAdd = element('crs-add', {
  children: [
    anyNumber(otherFlags),
    atMostOne(loanTerms),
    atMostOne(loanStatus),
    atMostOne(channelCode, since('2.02')),
  ],
});
