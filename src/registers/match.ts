import { code } from '../fields/code.ts';
import { contacts } from '../fields/contacts.ts';
import { countries } from '../fields/country.ts';
import { reference } from '../fields/reference.ts';
import { prose, text } from '../fields/text.ts';
import { focalPointReview } from '../lifecycle/workflow.ts';
import { coverages, matchOrigins } from '../vocabulary/request-lists.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/**
 * An answer to a need. Released by one side it is accepted by one; confirmed by the other it is agreed by both, and only
 * then does it count. What a third party proposes waits for either side to make it its own.
 */
export const match = defineRegister({
  name: 'match',
  version: 1,
  means: ['schema:CreativeWork', 'request:match'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    need: reference({ to: 'need', needed: true, means: ['request:of', 'dc:isPartOf'] }),
    offer: reference({ to: 'offer', means: ['request:with'] }),
    practice: reference({ to: 'practice' }),
    organisation: reference({ to: 'organisation' }),
    answeredBy: countries({ needed: true, facet: 'provider', means: ['request:offering'] }),
    askedBy: countries({ needed: true, facet: 'host', means: ['request:asking'] }),
    summary: prose({ means: ['dc:description'] }),
    reason: prose(),
    coverage: code(coverages, { means: ['request:coverage'] }),
    proposed: code(matchOrigins),
    onAgreement: prose({ seenBy: 'partners' }),
    contacts: contacts({ seenBy: 'partners' }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'reason'],
  confirmEveryMonths: 12,
  workflow: focalPointReview,
  crossCheck: true,
});

export type Match = ValuesOf<typeof match>;
