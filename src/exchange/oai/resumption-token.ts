import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MetadataPrefix } from './metadata-formats.ts';
import { OaiError } from './oai-error.ts';

/** Where a list goes on: the question, the last record told and how many came before. The node remembers none of it. */
export interface Resumption {
  readonly verb: 'ListRecords' | 'ListIdentifiers';
  readonly metadataPrefix: MetadataPrefix;
  readonly set?: string;
  readonly from?: string;
  readonly until?: string;
  readonly after: { readonly at: string; readonly seq: number };
  readonly cursor: number;
}

const longest = 1_000;

/** A token that only this node can have made: the question as text and a code of it (HMAC, 128 bits). It never expires. */
export function writeToken(resumption: Resumption, key: string): string {
  const { verb, metadataPrefix, set = '', from = '', until = '', after, cursor } = resumption;
  const text = JSON.stringify([verb, metadataPrefix, set, from, until, after.at, after.seq, cursor]);
  const said = Buffer.from(text).toString('base64url');
  return `${said}.${codeOf(said, key)}`;
}

/** @throws OaiError `badResumptionToken` for whatever this node did not write itself. */
export function readToken(token: string, key: string): Resumption {
  const [said = '', code = '', ...more] = token.split('.');
  const right = Buffer.from(codeOf(said, key));
  const given = Buffer.from(code);
  const genuine = token.length <= longest && right.length === given.length && timingSafeEqual(right, given);
  if (!genuine || more.length > 0) {
    throw new OaiError(
      'badResumptionToken',
      'This node did not give that resumptionToken; start the list anew',
    );
  }
  return resumptionIn(Buffer.from(said, 'base64url').toString());
}

/** As `writeToken` writes it, this version's or an older one's. */
type Written = readonly [
  verb: Resumption['verb'],
  metadataPrefix: MetadataPrefix,
  set: string,
  from: string,
  until: string,
  at: string,
  seq: number,
  cursor: number,
];

function resumptionIn(text: string): Resumption {
  // What bears the right code was written by `writeToken`.
  const [verb, metadataPrefix, set, from, until, at, seq, cursor] = JSON.parse(text) as Written;
  return {
    verb,
    metadataPrefix,
    ...(set === '' ? {} : { set }),
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until }),
    after: { at, seq },
    cursor,
  };
}

function codeOf(said: string, key: string): string {
  return createHmac('sha256', `oai resumption ${key}`)
    .update(said)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}
