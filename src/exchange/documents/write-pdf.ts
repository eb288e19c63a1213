import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Document } from './document.ts';
import { documentFonts, familiesFor } from './fonts.ts';

const load = createRequire(import.meta.url);
const template = join(import.meta.dirname, 'report.typ');

/** A document as the template reads it, and where the faces lie that it needs. */
export interface PdfData {
  readonly json: Uint8Array;
  readonly fontFolders: readonly string[];
}

export function pdfData(document: Document): PdfData {
  const json = JSON.stringify({ ...document, families: familiesFor(document.lang) });
  // By their folders: a face is read when it is first needed, and once.
  const folders = new Set(documentFonts(json).map((file) => dirname(file)));
  return { json: Buffer.from(json), fontFolders: [...folders] };
}

/**
 * A document as PDF/UA-1 (ISO 14289-1): tagged, with its language, a table of contents, and the faces that it uses.
 * Sets the whole document at once and lets nothing else run meanwhile: called in a process of its own.
 * @param madeAt the instant of making, ISO 8601: the same document of the same instant gives the same bytes.
 */
export function writePdf({ json, fontFolders }: PdfData, madeAt: string): Uint8Array {
  const library = load('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof NodeCompiler };
  const compiler = library.NodeCompiler.create({
    workspace: dirname(template),
    fontArgs: [{ fontPaths: [...fontFolders] }],
  });
  compiler.mapShadow(join(dirname(template), 'document.json'), Buffer.from(json));
  const made = compiler.compile({ mainFilePath: template });
  const { result } = made;
  if (result === null) {
    const [first] = made.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(`The document cannot be set: ${JSON.stringify(first)}`);
  }
  const creationTimestamp = Math.floor(Date.parse(madeAt) / 1000);
  return compiler.pdf(result, { pdfStandard: 'ua-1', pdfTags: true, creationTimestamp });
}
