/** Most signs in the name of a sheet, and signs that Excel does not let stand in it. */
const longest = 31;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are among those forbidden.
const forbidden = /\s*[[\]:*?/\\：\u0000-\u001f]+\s*/g;

/** Gives names to sheets: what they are called, cut and numbered where programs want it. */
export class SheetNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    const plain =
      wanted
        .replace(forbidden, ' – ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    for (let n = 1; ; n += 1) {
      const end = n === 1 ? '' : ` ${n}`;
      const name = `${cut(plain, longest - end.length)}${end}`;
      const folded = name.toLowerCase();
      if (this.#taken.has(folded) || folded === 'history') continue;
      this.#taken.add(folded);
      return name;
    }
  }
}

/** Cut between characters, counted as Excel does: in halves of UTF-16. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end).trimEnd();
}
