/** Columns of a line; a Chinese sign takes two. */
export const columns = 72;

const wide = '\\p{Script=Han}\\p{Script=Hangul}\\u3000-\\u30ff\\uff01-\\uff60';
const opening = '“‘（《「『【〈';
const closing = '”’）》」』】〉，。、；：！？…';

/** What stays together: a word, or one Chinese sign, with the brackets and stops that belong to it. */
const piece = new RegExp(`([ ]*)([${opening}]*(?:[${wide}]|[^ ${wide}${opening}]+)?[${closing}]*)`, 'gu');
const wideSign = new RegExp(`[${wide}]`, 'u');

/** Breaks a text into lines between words, or between Chinese signs. A word longer than a line gets a line of its own. */
export function wrapped(text: string, first = '', next = ''): string {
  const lines: string[] = [];
  let line = first;
  let width = widthOf(first);
  let empty = true;
  for (const [, gap = '', word = ''] of text.matchAll(piece)) {
    if (word === '') continue;
    const space = empty || gap === '' ? '' : ' ';
    if (!empty && width + space.length + widthOf(word) > columns) {
      lines.push(line);
      line = `${next}${word}`;
    } else {
      line += `${space}${word}`;
    }
    width = widthOf(line);
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** Columns that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += wideSign.test(sign) ? 2 : 1;
  return width;
}
