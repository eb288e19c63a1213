import { isXmlCharacter } from './characters.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/y;

/** Longest reference that means anything, with zeros to spare: past it an `&` is known to be wrong. */
export const longestReference = 32;

/**
 * The text with its references resolved: the five that XML names, and characters by number. There are no others,
 * since a document that declares entities is refused.
 * @returns the text, or the position of the `&` that begins no such reference.
 */
export function resolveReferences(text: string): string | number {
  let resolved = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    reference.lastIndex = at;
    const match = reference.exec(text);
    if (match === null || match[0].length > longestReference) return at;
    const [whole, hexadecimal, decimal, name] = match;
    const character = name === undefined ? byNumber(hexadecimal, decimal) : named[name];
    if (character === undefined) return at;
    resolved += text.slice(from, at) + character;
    from = at + whole.length;
  }
  return resolved + text.slice(from);
}

function byNumber(hexadecimal: string | undefined, decimal: string | undefined): string | undefined {
  const code =
    hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}
