import { crc32, deflateRawSync } from 'node:zlib';
import type { InputLimits } from '../limits.ts';
import { addNotes } from './mark-notes.ts';
import { markSheet } from './mark-sheet.ts';
import { MarkedStyles } from './marked-styles.ts';
import type { CellMark, Marks, NameMark, RowMark } from './marks.ts';
import { openBook, partBytes } from './open-book.ts';
import { type PackedPart, zipFile } from './zip-file.ts';

/** The parts of a workbook on their way to another one: changed ones as text, the others untouched. */
export type PartTexts = Map<string, string>;

/**
 * Somebody's workbook with what is said of it: two columns behind the last one, cells at fault filled and noted. Rows
 * that were written have the number of their record. All else stays as it came: sheets, formats, columns, pictures.
 * @throws as `openBook`.
 */
export function markBook(bytes: Buffer, file: string, marks: Marks, limits: InputLimits): Buffer {
  const book = openBook(bytes, file, limits);
  const texts: PartTexts = new Map();
  const textOf = (part: string): string => texts.get(part) ?? partBytes(book.parts, part).toString('utf8');
  const stylesPart = [...book.parts.keys()].find((name) => /^xl\/styles\.xml$/i.test(name));
  const styles = stylesPart === undefined ? undefined : new MarkedStyles(textOf(stylesPart));
  const rows = Map.groupBy(marks.rows, ({ sheet = '' }: RowMark) => sheet);
  const cells = Map.groupBy(marks.cells, ({ sheet = '' }: CellMark) => sheet);
  const names = Map.groupBy(marks.names, ({ sheet = '' }: NameMark) => sheet);
  for (const sheet of book.sheets) {
    const own = rows.get(sheet.name) ?? [];
    if (own.length === 0) continue;
    const at = cells.get(sheet.name) ?? [];
    const named = names.get(sheet.name) ?? [];
    const marked = markSheet(textOf(sheet.part), { rows: own, cells: at, names: named }, marks, styles);
    texts.set(sheet.part, marked);
    addNotes({ book, texts, textOf }, sheet.part, at);
  }
  if (stylesPart !== undefined && styles !== undefined) texts.set(stylesPart, styles.xml());
  const all = new Set([...book.parts.keys(), ...texts.keys()]);
  const packed = [...all].map((name) => {
    const text = texts.get(name);
    return packedPart(name, text === undefined ? partBytes(book.parts, name) : Buffer.from(text));
  });
  return Buffer.concat([...zipFile(packed)]);
}

function packedPart(name: string, bytes: Buffer): PackedPart {
  const packed = deflateRawSync(bytes, { level: 4 });
  return { name, chunks: [packed], crc: crc32(bytes), size: bytes.length, packed: packed.length };
}
