import { followUpFindingCodes } from './follow-up-finding-codes.ts';
import { requestFindingCodes } from './request-finding-codes.ts';
import { standardFindingCodes } from './standard-finding-codes.ts';

/**
 * What was noticed about data: `error` keeps the value out, `warning` lets it in and asks for a look, `note` informs.
 * Worded in `messages/` under `finding.<code>`.
 */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'note';
  /** Where in the record: a field name or a path such as `participants.2.country`. */
  readonly path: string;
  /** Where in the source: a column, an element, a line. */
  readonly place?: string;
  readonly code: FindingCode;
  /** Words for the message: what stands there (`got`), what would be right (`right`), limits. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Every code of a finding, with a message of the same name in each language. */
export const findingCodes = [
  'missing',
  'ownCountryMissing',
  'invalid',
  'unknownCode',
  'unknownCountry',
  'notACountry',
  'badDate',
  'dateReadAs',
  'badNumber',
  'badAddress',
  'endBeforeStart',
  'percentOver',
  'tooLong',
  'noSuchSource',
  'unknownColumn',
  'damagedText',
  'duplicateKey',
  'possibleDuplicate',
  'textCut',
  'notUnderstood',
  'languageGuessed',
  'titleMade',
  'limitReached',
  'unknownRegister',
  'outdated',
  'unreadable',
  'mergedWith',
  'setAside',
  'wrongCellCount',
  'encodingGuessed',
  'countryConcluded',
  ...standardFindingCodes,
  ...followUpFindingCodes,
  ...requestFindingCodes,
  'ambiguousDate',
  'ambiguousNumber',
  'numberReadAs',
  'mergedCell',
  'hiddenRow',
  'unknownSheet',
  'entryWithoutRecord',
  'noSuchRecord',
  'movedOn',
  'consultationUnknown',
  'consultationOver',
  'membersOnly',
  'membersMissing',
  'staysAsBegun',
  'positionGivenAlready',
  'reservationWithoutText',
  'noSuchParagraph',
  'notFromFiles',
] as const;
export type FindingCode = (typeof findingCodes)[number];
