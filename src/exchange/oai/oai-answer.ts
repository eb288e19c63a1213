import type { Presented } from '../../policy/present.ts';
import { xmlAttributes, xmlElement, xmlText } from '../xml/xml-text.ts';
import { datestampOf } from './datestamp.ts';
import { type MetadataPrefix, metadataFormats, metadataPrefixes } from './metadata-formats.ts';
import type { OaiError } from './oai-error.ts';
import { allSets } from './sets.ts';

const start = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">`;

/** The question as an answer repeats it. */
export interface Asked {
  /** Address at which the node answers harvesters. */
  readonly baseUrl: string;
  /** Instant of the answer, ISO 8601 UTC. */
  readonly at: string;
  /** As given; nothing of it where it was not understood. */
  readonly parameters: Iterable<readonly [string, string]>;
}

/** An answer of the protocol as a whole (OAI-PMH 2.0, 3.2). */
export function oaiAnswer({ baseUrl, at, parameters }: Asked, inside: string): string {
  const request = xmlElement('request', baseUrl, Object.fromEntries(parameters));
  return `${start}<responseDate>${datestampOf(at)}</responseDate>${request}${inside}</OAI-PMH>\n`;
}

export function errorPart({ code, message }: OaiError): string {
  return xmlElement('error', message, { code });
}

export interface Identity {
  readonly name: string;
  readonly baseUrl: string;
  readonly adminEmail: string;
  readonly earliest: string;
  /** The repository's name within identifiers, where it is a domain name. */
  readonly repository?: string;
  readonly sample: string;
}

export function identifyPart({ name, baseUrl, adminEmail, earliest, repository, sample }: Identity): string {
  const scheme =
    repository === undefined
      ? ''
      : `<description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd"><scheme>oai</scheme>${xmlElement('repositoryIdentifier', repository)}<delimiter>:</delimiter>${xmlElement('sampleIdentifier', sample)}</oai-identifier></description>`;
  return `<Identify>${xmlElement('repositoryName', name)}${xmlElement('baseURL', baseUrl)}<protocolVersion>2.0</protocolVersion>${xmlElement('adminEmail', adminEmail)}<earliestDatestamp>${earliest}</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity><compression>gzip</compression>${scheme}</Identify>`;
}

/** `base`: address of the node, under which our own schema stands. */
export function formatsPart(base: string): string {
  const formats = metadataPrefixes.map((prefix) => {
    const { namespace, schema } = metadataFormats[prefix];
    return `<metadataFormat>${xmlElement('metadataPrefix', prefix)}${xmlElement('schema', schema(base))}${xmlElement('metadataNamespace', namespace)}</metadataFormat>`;
  });
  return `<ListMetadataFormats>${formats.join('')}</ListMetadataFormats>`;
}

export function setsPart(): string {
  const sets = allSets().map(
    ({ spec, name }) => `<set>${xmlElement('setSpec', spec)}${xmlElement('setName', name)}</set>`,
  );
  return `<ListSets>${sets.join('')}</ListSets>`;
}

/** A record as the protocol tells of it. */
export interface OaiItem {
  readonly identifier: string;
  /** Instant of the last change, ISO 8601 UTC. */
  readonly at: string;
  readonly sets: readonly string[];
  /** Absent where the record is no longer offered. */
  readonly record?: Presented;
  /** Its page. */
  readonly address: string;
}

export function headerPart({ identifier, at, sets, record }: OaiItem): string {
  const status = record === undefined ? ' status="deleted"' : '';
  const specs = sets.map((spec) => `<setSpec>${xmlText(spec)}</setSpec>`).join('');
  return `<header${status}>${xmlElement('identifier', identifier)}<datestamp>${datestampOf(at)}</datestamp>${specs}</header>`;
}

/** What was deleted has a header and no metadata. */
export function recordPart(item: OaiItem, prefix: MetadataPrefix): string {
  const { record, address } = item;
  const metadata =
    record === undefined ? '' : `<metadata>${metadataFormats[prefix].write(record, address)}</metadata>`;
  return `<record>${headerPart(item)}${metadata}</record>`;
}

/** The end of a part of a list. An empty token says that the list, begun with another, is at its end. */
export function tokenPart(token: string, cursor: number): string {
  return `<resumptionToken${xmlAttributes({ cursor })}>${xmlText(token)}</resumptionToken>`;
}
