import { posix } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import type { InputFile } from '../incoming.ts';
import type { InputLimits } from '../limits.ts';
import { checkZip, type ZipParts } from '../sheets/check-zip.ts';
import { readFormats, type ShownDate } from './number-formats.ts';
import { readWholePart } from './xml-parts.ts';

/** A workbook may hold this many times its packed limit once unpacked. */
const workbookUnpack = 10;

/** One sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Hidden by its maker: lists and such, not for people to fill in. */
  readonly hidden: boolean;
  /** The part of the archive that holds it. */
  readonly part: string;
}

/** An Excel workbook, opened and not yet read. */
export interface Book {
  readonly parts: ZipParts;
  readonly sheets: readonly SheetEntry[];
  /** Texts that cells point to. */
  readonly strings: readonly string[];
  readonly formats: readonly ShownDate[];
  /** Days count from 1904, as old programs for Macintosh had it. */
  readonly from1904: boolean;
  readonly limits: InputLimits;
}

/** All bytes of a workbook: spreadsheets cannot be streamed. @throws Fault `fileTooLarge`. */
export async function bytesOfBook(
  file: InputFile,
  limits: InputLimits,
  onBytes?: (taken: number) => void,
): Promise<Buffer> {
  const tooLarge = (got: number) =>
    new Fault('fileTooLarge', { file: file.name, limit: limits.workbookBytes, got });
  if (file.size > limits.workbookBytes) throw tooLarge(file.size);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.bytes(onBytes)) {
    size += chunk.length;
    if (size > limits.workbookBytes) throw tooLarge(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Opens an `.xlsx`: its list of sheets, its texts, its formats.
 * @throws Fault those of `checkZip`, `unknownFormat` for another kind of zip, `damagedArchive`, those of `readPart`.
 */
export function openBook(bytes: Buffer, file: string, limits: InputLimits): Book {
  const parts = checkZip(bytes, limits.workbookBytes * workbookUnpack, limits);
  const names = [...parts.keys()];
  if (!names.includes('[Content_Types].xml') || !names.some((name) => name.startsWith('xl/'))) {
    const got = names.includes('mimetype')
      ? 'ODS'
      : names.some((name) => name.startsWith('word/'))
        ? 'DOCX'
        : 'ZIP';
    throw new Fault('unknownFormat', { file, got, right: 'XLSX, CSV' });
  }
  const main = relations(parts, '_rels/.rels', limits).find(({ type }) => type === 'officeDocument');
  const workbook = main?.target ?? 'xl/workbook.xml';
  const related = relations(parts, relationsOf(workbook), limits);
  const byId = new Map(related.map(({ id, target }) => [id, target]));
  const partOf = (type: string) => related.find((one) => one.type === type)?.target;
  const { sheets, from1904 } = readSheetList(partBytes(parts, workbook), workbook, byId, limits);
  const strings = optional(parts, partOf('sharedStrings') ?? 'xl/sharedStrings.xml');
  const styles = optional(parts, partOf('styles') ?? 'xl/styles.xml');
  return {
    parts,
    sheets,
    strings: strings === undefined ? [] : readStrings(strings.bytes, strings.part, limits),
    formats: styles === undefined ? [] : readFormats(styles.bytes, styles.part, limits),
    from1904,
    limits,
  };
}

/** The bytes of a part. @throws Fault `damagedArchive` where there is none. */
export function partBytes(parts: ZipParts, name: string): Buffer {
  const inflate = parts.get(name);
  if (inflate === undefined) throw new Fault('damagedArchive', { got: name.slice(0, 200) });
  return inflate();
}

function optional(parts: ZipParts, part: string): { bytes: Buffer; part: string } | undefined {
  const inflate = parts.get(part);
  return inflate === undefined ? undefined : { bytes: inflate(), part };
}

/** One relation of a part to another. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `comments`. */
  readonly type: string;
  readonly target: string;
}

export function relationsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

export function relations(parts: ZipParts, name: string, limits: InputLimits): readonly Relation[] {
  const found = optional(parts, name);
  if (found === undefined) return [];
  const folder = posix.dirname(posix.dirname(name));
  const all: Relation[] = [];
  const open = (element: string, attribute: (name: string) => string | undefined) => {
    if (element !== 'Relationship' || attribute('TargetMode') === 'External') return;
    const target = attribute('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    const type = attribute('Type')?.split('/').at(-1) ?? '';
    all.push({ id: attribute('Id') ?? '', type, target: path });
  };
  readWholePart(found.bytes, name, { open, text: () => {}, close: () => {} }, limits);
  return all;
}

function readSheetList(
  bytes: Buffer,
  part: string,
  byId: ReadonlyMap<string, string>,
  limits: InputLimits,
): Pick<Book, 'sheets' | 'from1904'> {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  const open = (name: string, attribute: (name: string) => string | undefined) => {
    if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
    if (name !== 'sheet') return;
    const target = byId.get(attribute('id') ?? '');
    if (target === undefined) throw new Fault('damagedArchive', { got: part });
    const hidden = (attribute('state') ?? 'visible') !== 'visible';
    sheets.push({ name: attribute('name') ?? '', hidden, part: target });
  };
  readWholePart(bytes, part, { open, text: () => {}, close: () => {} }, limits);
  return { sheets, from1904 };
}

function readStrings(bytes: Buffer, part: string, limits: InputLimits): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  const open = (name: string) => {
    if (name === 'si') text = '';
    if (name === 'rPh') phonetic += 1;
    // Readings of Chinese signs stand beside the text and are not part of it.
    inText = name === 't' && phonetic === 0;
  };
  const close = (name: string) => {
    if (name === 't') inText = false;
    if (name === 'rPh') phonetic -= 1;
    if (name === 'si') strings.push(unescapeText(text));
  };
  const take = (piece: string) => {
    if (inText) text += piece;
  };
  readWholePart(bytes, part, { open, close, text: take }, limits);
  return strings;
}

/** `_x000D_` back to the character that it stands for (ECMA-376, ST_Xstring). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
