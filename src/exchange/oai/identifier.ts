import { isRecordId, type RecordId } from '../../kernel/ids.ts';

/** A record as its node names it. */
export interface RecordName {
  readonly register: string;
  readonly id: RecordId;
}

/** The name of a record for harvesters: `oai:node.example.org:activity/abcd-efgh-ijkm`. */
export function oaiIdentifier(repository: string, { register, id }: RecordName): string {
  return `oai:${repository}:${register}/${id}`;
}

/** The record of a name that this node gave; nothing for any other text. */
export function recordNameIn(repository: string, identifier: string): RecordName | undefined {
  const start = `oai:${repository}:`;
  if (!identifier.startsWith(start)) return undefined;
  const [register = '', id = '', ...more] = identifier.slice(start.length).split('/');
  if (!/^[a-z][A-Za-z]*$/.test(register) || !isRecordId(id) || more.length > 0) return undefined;
  return { register, id };
}

/** The host of the node's address: a name of the domain system only can be told as OAI identifier scheme. */
export function repositoryOf(publicAddress: string): string {
  return new URL(publicAddress).hostname.replace(/[[\]]/g, '');
}

/** Whether identifiers of the repository follow the scheme `oai` (oai-identifier 2.0: a domain name). */
export function hasDomainName(repository: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]*)+$/.test(repository);
}
