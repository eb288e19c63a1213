/** What can be wrong with a need, an offer, a match or what came of one, as the records that it names stand. */
export const requestFindingCodes = [
  'deadlinePast',
  'needUnknown',
  'needOver',
  'ownNeed',
  'notAsking',
  'offerUnknown',
  'offerEnded',
  'offerOfOthers',
  'matchedAlready',
  'nothingProposed',
  'noEvidence',
  'matchUnknown',
  'matchNotAgreed',
  'matchTaken',
] as const;
