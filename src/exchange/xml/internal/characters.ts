/** What an ASCII character may be in a document: sums of the marks below. */
export const nameStart = 1;
export const namePart = 2;
export const space = 4;

const marks = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') {
  marks[character.charCodeAt(0)] = nameStart | namePart;
}
for (const character of '0123456789-.') marks[character.charCodeAt(0)] = namePart;
for (const character of ' \t\n\r') marks[character.charCodeAt(0)] = space;

/** The marks of the characters 0 to 127. */
export const characterMarks: Readonly<Uint8Array> = marks;

const start =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const wholeName = new RegExp(`^[${start}][${start}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*$`, 'u');

/** True for a Name of XML 1.0 (fifth edition), https://www.w3.org/TR/xml/#NT-Name. */
export function isXmlName(text: string): boolean {
  return wholeName.test(text);
}

/** True for a code point that may stand in a document at all, https://www.w3.org/TR/xml/#NT-Char. */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that a document must not hold.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Where the first character stands that no document may hold; -1 where there is none. Surrogates were checked while decoding. */
export function findForbidden(text: string): number {
  return text.search(forbidden);
}
