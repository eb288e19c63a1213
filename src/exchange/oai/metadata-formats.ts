import type { Presented } from '../../policy/present.ts';
import { dublinCore } from './dublin-core.ts';
import { fullRecord } from './full-record.ts';
import { recordNamespace } from './record-schema.ts';

/** A form in which records are harvested. */
export interface MetadataFormat {
  readonly namespace: string;
  /** Address of its schema; `base`: address of the node. */
  schema(base: string): string;
  write(record: Presented, address: string): string;
}

export const metadataFormats = {
  oai_dc: {
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    schema: () => 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    write: dublinCore,
  },
  southbridge: {
    namespace: recordNamespace,
    schema: (base) => `${base}/oai/record.xsd`,
    write: fullRecord,
  },
} as const satisfies Record<string, MetadataFormat>;

export type MetadataPrefix = keyof typeof metadataFormats;

// Object.keys forgets that the keys are the table's names.
export const metadataPrefixes = Object.keys(metadataFormats) as readonly MetadataPrefix[];
