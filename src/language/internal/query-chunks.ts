/** A piece of a query between spaces, or between quotation marks. */
export interface Chunk {
  readonly text: string;
  readonly quoted: boolean;
  /** Preceded by a minus: must not occur. */
  readonly without: boolean;
  /** Followed by an asterisk: the beginning of a word. */
  readonly starred: boolean;
}

/** Opening quotation marks with those that may close them. */
const closers: Readonly<Record<string, string>> = {
  '"': '"“”',
  '＂': '＂"',
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
};
const minus = '-−－';

/** Splits a query at spaces and quotation marks. A quotation that is never closed goes on to the end. */
export function queryChunks(query: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < query.length; ) {
    if (isSpace(query, i)) {
      i += 1;
      continue;
    }
    const without = minus.includes(query.charAt(i)) && i + 1 < query.length && !isSpace(query, i + 1);
    if (without) i += 1;
    const closing = closers[query.charAt(i)];
    const end = closing === undefined ? plainEnd(query, i) : quotedEnd(query, i + 1, closing);
    const text = query.slice(closing === undefined ? i : i + 1, end);
    chunks.push({
      text,
      quoted: closing !== undefined,
      without,
      starred: closing === undefined && /[*＊]$/.test(text),
    });
    i = closing === undefined ? end : end + 1;
  }
  return chunks;
}

function isSpace(query: string, index: number): boolean {
  return /\s/.test(query.charAt(index));
}

function plainEnd(query: string, from: number): number {
  let end = from;
  while (end < query.length && !isSpace(query, end) && closers[query.charAt(end)] === undefined) end += 1;
  return end;
}

function quotedEnd(query: string, from: number, closing: string): number {
  let end = from;
  while (end < query.length && !closing.includes(query.charAt(end))) end += 1;
  return end;
}
