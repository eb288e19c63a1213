/** What the first bytes say a file is. Content decides; the name only where the content fits several. */
export type Sniffed =
  | { readonly kind: 'gzip' | 'zip' | 'xml' | 'jsonArray' | 'jsonLines' | 'table' | 'empty' }
  | {
      readonly kind: 'refused';
      readonly fault: 'notText' | 'unknownFormat';
      readonly got: string;
      readonly right: string;
    };

const tables = 'CSV, XLSX, JSON, JSON Lines, IATI XML';

/** What people send by mistake: where in the file (bytes) which signs (latin-1) stand, and what it is then. */
const strangers: readonly (readonly [at: number, signs: string, got: string])[] = [
  [0, '\x89PNG', 'PNG'],
  [0, '\xff\xd8\xff', 'JPEG'],
  [0, 'GIF8', 'GIF'],
  [8, 'WEBP', 'WebP'],
  [0, '%PDF', 'PDF'],
  [0, 'II*\0', 'TIFF'],
  [0, 'MM\0*', 'TIFF'],
  [0, 'ID3', 'MP3'],
  [4, 'ftyp', 'MP4'],
  [0, 'SQLite format 3\0', 'SQLite'],
  [0, '\x7fELF', 'program'],
  [0, 'BZh9', 'bzip2'],
  [0, '\xfd7zXZ', 'xz'],
  [0, '7z\xbc\xaf', '7-Zip'],
  [0, '(\xb5/\xfd', 'zstd'],
  [0, 'Rar!', 'RAR'],
  [0, 'PAR1', 'Parquet'],
];

/** Judges by the first bytes of a file (64 KiB are plenty). */
export function sniff(head: Uint8Array): Sniffed {
  if (head.length === 0) return { kind: 'empty' };
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'gzip' };
  const start = Buffer.from(head.subarray(0, 64)).toString('latin1');
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (start.startsWith('\xd0\xcf\x11\xe0')) return refused('unknownFormat', 'XLS', 'XLSX, CSV');
  const stranger = strangers.find(([at, signs]) => start.startsWith(signs, at));
  if (stranger !== undefined) return refused('notText', stranger[2], tables);
  return sniffText(head);
}

function sniffText(head: Uint8Array): Sniffed {
  const wide = wideEncoding(head);
  if (wide === undefined && head.subarray(0, 8_192).includes(0)) return refused('notText', 'binary', tables);
  const text = new TextDecoder(wide ?? 'utf-8').decode(head.subarray(0, 4_096)).trimStart();
  if (/^<!doctype html|^<html/i.test(text)) return refused('unknownFormat', 'HTML', tables);
  if (text.startsWith('<')) return { kind: 'xml' };
  if (/^\[\s*[[{\]]/.test(text)) return { kind: 'jsonArray' };
  if (/^\{[^\S\n]*["}]/.test(text)) return { kind: 'jsonLines' };
  if (/^\{\s*"/.test(text)) return refused('unknownFormat', 'JSON object', 'JSON array, JSON Lines');
  return { kind: text === '' ? 'empty' : 'table' };
}

/** Encodings of two bytes a character, told by their byte order mark. */
export function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

function refused(fault: 'notText' | 'unknownFormat', got: string, right: string): Sniffed {
  return { kind: 'refused', fault, got, right };
}
