/**
 * Every way in which a request can be refused, with what it means to the caller. Doors translate the meaning (a web
 * status, an exit code) and word it from `messages/` under `fault.<code>`.
 */
export const faultMeanings = {
  notFound: 'absent',
  unknownRegister: 'absent',
  nothingPublishable: 'absent',
  nothingForFile: 'absent',
  revisionMoved: 'conflict',
  recordMoved: 'conflict',
  wrongStep: 'conflict',
  notInForce: 'conflict',
  roundOpen: 'conflict',
  nothingToErase: 'absent',
  invalid: 'refused',
  badQuery: 'refused',
  noSuchFile: 'absent',
  notAFile: 'refused',
  folderNotEmpty: 'refused',
  fileTooLarge: 'tooLarge',
  emptyFile: 'refused',
  unknownFormat: 'refused',
  notText: 'refused',
  badEncoding: 'refused',
  truncated: 'refused',
  notWellFormed: 'refused',
  doctypeRefused: 'refused',
  tooDeep: 'refused',
  cellTooLarge: 'tooLarge',
  rowTooLong: 'tooLarge',
  tooManyEntries: 'tooLarge',
  tooManyColumns: 'tooLarge',
  otherNode: 'conflict',
  uploadGone: 'absent',
  uploadOpen: 'conflict',
  inflatesTooMuch: 'tooLarge',
  damagedArchive: 'refused',
  noKnownColumns: 'refused',
  notAWorkbook: 'refused',
  oldStandard: 'refused',
  writeRefused: 'forbidden',
  notAllowed: 'forbidden',
  signInNeeded: 'forbidden',
  signInRefused: 'forbidden',
  signOnFailed: 'broken',
  secondFactorNeeded: 'forbidden',
  formExpired: 'forbidden',
  noHolder: 'forbidden',
  scopeNeeded: 'forbidden',
  tooManyRequests: 'tooMany',
  tooManyDocuments: 'tooMany',
  requestReused: 'refused',
  requestUnderWay: 'conflict',
  answerNotKept: 'conflict',
  accountExists: 'refused',
  weakPassword: 'refused',
  linkExpired: 'refused',
  unknownCountry: 'refused',
  tooManyAttempts: 'tooMany',
  tooManyInterests: 'tooMany',
  preconditionNeeded: 'refused',
  logDamaged: 'broken',
  logBusy: 'broken',
  diskFull: 'broken',
  diskFailed: 'broken',
  schemaTooNew: 'broken',
  databaseUnreachable: 'broken',
  databaseReadOnly: 'broken',
  databaseIncomplete: 'broken',
  wrongDatabase: 'broken',
  oldPrimary: 'broken',
  outcomeUnknown: 'broken',
  damagedWeights: 'broken',
  logRolledBack: 'broken',
  halfMigrated: 'broken',
  clockBack: 'broken',
  overloaded: 'broken',
  signatureRefused: 'refused',
  keyRevoked: 'refused',
  otherLog: 'conflict',
  backupDamaged: 'refused',
  backupUnfinished: 'refused',
  backupRefused: 'refused',
  noRight: 'refused',
  badSetting: 'refused',
  addressInUse: 'refused',
} as const satisfies Record<string, FaultMeaning>;

export type FaultMeaning =
  | 'absent'
  | 'conflict'
  | 'refused'
  | 'tooLarge'
  | 'tooMany'
  | 'forbidden'
  | 'broken';
export type FaultCode = keyof typeof faultMeanings;
export type FaultParams = Readonly<Record<string, string | number>>;

/** The one error that rooms throw on purpose. `params` name the place, the limit and what would be right. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly params: FaultParams;

  constructor(code: FaultCode, params: FaultParams = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.params = params;
  }

  get meaning(): FaultMeaning {
    return faultMeanings[this.code];
  }
}
