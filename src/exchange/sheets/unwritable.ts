/** Control characters, noncharacters and halves of characters: XML cannot hold them, or writers drop them. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be escaped.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd-\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text for a workbook: characters that its XML does not keep are written as the format has it (ECMA-376, ST_Xstring:
 * `_x000D_`), and what looks like such an escape is escaped itself, so that every text comes back as it was.
 */
export function escapeUnwritable(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(unwritable, inHex);
}

function inHex(chars: string): string {
  const units = Array.from({ length: chars.length }, (_, index) => chars.charCodeAt(index));
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('');
}
