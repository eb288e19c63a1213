import { isXmlCharacter } from './internal/characters.ts';

/** As the value of an attribute in double quotes, white space by number: readers would make spaces of it. */
export function escapedValue(text: string): string {
  return writable(text).replace(/[&<>"\r\n\t]/g, (mark) => named[mark] ?? mark);
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML cannot say.
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u;

/** What XML cannot say at all becomes U+FFFD: control characters, lone surrogates. */
function writable(text: string): string {
  if (!unwritable.test(text)) return text;
  return [...text]
    .map((character) => (isXmlCharacter(character.codePointAt(0) ?? 0) ? character : '\ufffd'))
    .join('');
}
