const name = '[A-Za-z_][\\w:.-]*';
const value = '"[^"<&\\0-\\x1f\\ufffe\\uffff]*"';
const gap = '[ \\t\\n]';
// Up to three attributes, none of which may bear the name of one before it.
const attributes = `(?:${gap}+(${name})=${value}(?:${gap}+(?!\\2=)(${name})=${value}(?:${gap}+(?!\\2=|\\3=)${name}=${value})?)?)?`;
const content = '[^<>&\\0-\\x08\\x0b-\\x1f\\ufffe\\uffff]*';
const leaf = new RegExp(`${gap}*<(${name})${attributes}${gap}*(?:/>|>${content}</\\1>)`, 'y');

/**
 * Over blank text and one whole element with nothing in it but plain text, in one step: what most of a record consists
 * of, and in a part that nobody wants the quickest way through. The pattern lets through only what is well-formed.
 * @returns the position behind it, or -1 where something else stands.
 */
export function afterPlainLeaf(buffer: string, at: number): number {
  leaf.lastIndex = at;
  return leaf.test(buffer) ? leaf.lastIndex : -1;
}
