/** The error conditions of the protocol (OAI-PMH 2.0, 3.6) that this node can give. */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch';

/** A refusal in the words of the protocol. Its text is for whoever runs the harvester: in English, as the protocol is. */
export class OaiError extends Error {
  readonly code: OaiErrorCode;

  constructor(code: OaiErrorCode, text: string) {
    super(text);
    this.name = 'OaiError';
    this.code = code;
  }

  /** Where the question itself was not understood, the answer repeats nothing of it (3.2). */
  get repeatsQuestion(): boolean {
    return this.code !== 'badVerb' && this.code !== 'badArgument';
  }
}
