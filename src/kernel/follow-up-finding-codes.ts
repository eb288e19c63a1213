/** What can be wrong with a record of follow-up as the records that it names stand. */
export const followUpFindingCodes = [
  'unknownRound',
  'roundClosed',
  'notAddressed',
  'notInRound',
  'dueBeforeInstrument',
  'noMeasures',
  'notInInstrument',
  'unknownPost',
  'numberTwice',
  'dependsOnItself',
  'reportBeforeInstrument',
  'unknownInstrument',
  'doesNotAddUp',
] as const;
