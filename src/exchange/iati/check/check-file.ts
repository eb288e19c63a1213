import { Fault } from '../../../kernel/fault.ts';
import type { CodeTables } from '../../../vocabulary/code-table.ts';
import type { InputFile } from '../../incoming.ts';
import type { InputLimits } from '../../limits.ts';
import { decodeXml } from '../../xml/decode-xml.ts';
import { XmlScanner } from '../../xml/xml-scanner.ts';
import type { StandardRoot } from '../standard/shape.ts';
import type { StandardVersion } from '../standard/version.ts';
import { DocumentChecker } from './document-checker.ts';
import type { StandardFinding } from './standard-finding.ts';

export interface CheckOptions {
  readonly limits: InputLimits;
  /** The code lists in use. */
  readonly tables: CodeTables;
  /** The hour, ISO 8601 in UTC. */
  readonly now: string;
  /** Hears each finding as it is made, record by record. */
  readonly onFinding: (finding: StandardFinding) => void;
  /** Findings of one record that are told at most, those that stand first in it; all where it is not named. */
  readonly mostPerRecord?: number;
  /** Hears how many bytes of the file have been taken. */
  readonly onBytes?: (taken: number) => void;
}

/** What a file was found to be. */
export interface CheckedFile {
  readonly root: StandardRoot;
  /** The version that it was held against; 2.03 where it names none that there is. */
  readonly version: StandardVersion;
  readonly records: number;
  /** Why the rest could not be read; what was found before it stands. */
  readonly stopped?: Fault;
}

/**
 * Holds a whole IATI file, 2.01 to 2.03, against the standard: structure, rules and codes in one go, as a stream. Memory
 * does not grow with the file, but for the identifiers of its records.
 * @throws Fault where there is nothing to judge: `emptyFile`, `unknownFormat`, `oldStandard` {got, right}, `badEncoding`,
 * and what is wrong before the first record begins.
 */
export async function checkIatiFile(file: InputFile, options: CheckOptions): Promise<CheckedFile> {
  const checker = new DocumentChecker(file.name, options);
  const scanner = new XmlScanner(checker, options.limits, file.name);
  let stopped: Fault | undefined;
  try {
    for await (const text of decodeXml(file.bytes(options.onBytes), file.name)) scanner.write(text);
    scanner.end();
  } catch (error) {
    if (!(error instanceof Fault) || checker.records === 0) throw error;
    stopped = error;
  }
  const { root, version } = checker.begun();
  return { root, version, records: checker.records, ...(stopped === undefined ? {} : { stopped }) };
}
