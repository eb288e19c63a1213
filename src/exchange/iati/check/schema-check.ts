import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../../kernel/fault.ts';
import type { InputFile } from '../../incoming.ts';
import type { StandardFinding } from './standard-finding.ts';

/** A schema is held against the whole document in memory. */
const mostBytes = 100_000_000;

/**
 * Path of the schema of a version that our tables do not describe, in a folder that an administrator has filled:
 * `<folder>/<version>/iati-activities-schema.xsd`. Undefined where there is none.
 */
export function findSchema(folder: string, version: string): string | undefined {
  if (!/^\d\.\d\d$/.test(version)) return undefined;
  const path = join(folder, version, 'iati-activities-schema.xsd');
  return existsSync(path) ? path : undefined;
}

/**
 * Holds a file of an older version against the official schema, by libxml2.
 * @throws Fault `fileTooLarge`, `notWellFormed` {file, got}.
 */
export async function checkBySchema(
  file: InputFile,
  schema: string,
  version: string,
  onFinding: (finding: StandardFinding) => void,
): Promise<void> {
  const bytes = await wholeOf(file);
  // Loaded only where an administrator has asked for it.
  const { XmlDocument, XmlValidateError, XsdValidator } = await import('libxml2-wasm');
  const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
  xmlRegisterFsInputProviders();
  const description = XmlDocument.fromBuffer(readFileSync(schema), { url: schema });
  const validator = XsdValidator.fromDoc(description);
  const document = parsed(() => XmlDocument.fromBuffer(bytes), file.name);
  try {
    validator.validate(document);
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    for (const { message, line } of error.details) onFinding(said(message.trim(), line, version));
  } finally {
    document.dispose();
    validator.dispose();
    description.dispose();
  }
}

function parsed<T>(parse: () => T, file: string): T {
  try {
    return parse();
  } catch (error) {
    const got = error instanceof Error ? error.message.slice(0, 200) : '';
    throw new Fault('notWellFormed', { file, got }, error);
  }
}

function said(message: string, line: number, version: string): StandardFinding {
  const path = /^Element '(?:\{[^}]*\})?([^']+)'/.exec(message)?.[1] ?? '';
  return {
    layer: 'structure',
    rule: 'xsd',
    severity: 'error',
    code: 'schemaSays',
    path,
    line,
    place: `${path}:${line}`,
    params: { got: message.slice(0, 400), right: version },
  };
}

async function wholeOf(file: InputFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.bytes()) {
    size += piece.length;
    if (size > mostBytes) throw new Fault('fileTooLarge', { file: file.name, got: size, limit: mostBytes });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
