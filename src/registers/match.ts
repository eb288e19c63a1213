import { code } from '../fields/code.ts';
import { contacts } from '../fields/contacts.ts';
import { countries } from '../fields/country.ts';
import { reference } from '../fields/reference.ts';
import { prose, text } from '../fields/text.ts';
import { matching } from '../lifecycle/workflow.ts';
import { coverages, matchAudiences, matchOrigins } from '../vocabulary/request-lists.ts';
import { grounds } from './grounds.ts';
import { defineRegister, type ValuesOf } from './register.ts';

/**
 * An answer to a need. Released by one side it is accepted by one; confirmed by the other it is agreed by both, and only
 * then does it count. Of one that is for the two sides alone nobody else learns anything but
 * that the need has an answer.
 */
export const match = defineRegister({
  name: 'match',
  version: 1,
  means: ['schema:CreativeWork', 'request:match', 'room:parties'],
  fields: {
    title: text({ needed: true, means: ['dc:title'] }),
    need: reference({ to: 'need', needed: true, means: ['request:of', 'dc:isPartOf'] }),
    offer: reference({ to: 'offer', means: ['request:with'] }),
    practice: reference({ to: 'practice', means: ['request:with'] }),
    organisation: reference({ to: 'organisation' }),
    answeredBy: countries({
      needed: true,
      facet: 'provider',
      means: ['request:offering', 'room:countries'],
    }),
    askedBy: countries({ needed: true, facet: 'host', means: ['request:asking', 'room:countries'] }),
    visibility: code(matchAudiences, { needed: true, means: ['room:visibility'] }),
    summary: prose({ means: ['dc:description'] }),
    reason: prose(),
    coverage: code(coverages, { means: ['request:coverage'] }),
    proposed: code(matchOrigins),
    onAgreement: prose({ seenBy: 'agreed' }),
    contacts: contacts({ seenBy: 'partners' }),
    ...grounds,
  },
  title: 'title',
  summary: 'summary',
  expected: ['summary', 'reason', 'coverage'],
  confirmEveryMonths: 12,
  workflow: matching,
  crossCheck: true,
});

export type Match = ValuesOf<typeof match>;
