import type { Element } from './element.ts';
import { isXmlCharacter } from './internal/characters.ts';

/** Makes an element to be written. An absent value leaves its attribute out. */
export function made(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: string | readonly Element[] = [],
): Element {
  const pairs: string[] = [];
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) pairs.push(key, value);
  const isText = typeof content === 'string';
  return { name, attributes: pairs, children: isText ? [] : content, text: isText ? content : '', line: 0 };
}

/** The element as XML, without white space between elements. Names are taken as they are; values are escaped. */
export function elementText(element: Element): string {
  const { name, attributes, children, text } = element;
  let written = `<${name}`;
  for (let i = 0; i < attributes.length; i += 2) {
    written += ` ${attributes[i] ?? ''}="${escapedValue(attributes[i + 1] ?? '')}"`;
  }
  if (children.length === 0 && text === '') return `${written}/>`;
  written += `>${children.length > 0 && text.trim() === '' ? '' : escapedText(text)}`;
  for (const child of children) written += elementText(child);
  return `${written}</${name}>`;
}

/** As text between tags. A carriage return is written by number: readers would make a line feed of it. */
export function escapedText(text: string): string {
  return writable(text).replace(/[&<>\r]/g, (mark) => named[mark] ?? mark);
}

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
