import { codeLabel } from '../tables/code-names.ts';
import type { Holds } from '../tables/holds.ts';
import type { SheetWords } from '../tables/sheet-words.ts';
import { columnLetters } from './cell-name.ts';
import { stampSheet } from './own-tables.ts';

/** On the hidden sheet the first three columns hold the note of the workbook, a fourth parts them from the lists. */
const firstColumn = 4;

/** What can be chosen in the cells of a workbook: one column of the hidden sheet each, by name of its range. */
export class ChoiceLists {
  readonly #words: SheetWords;
  readonly columns = new Map<string, readonly string[]>();

  constructor(words: SheetWords) {
    this.#words = words;
  }

  /** The name of the range with the choices of a column; undefined where it has none, or takes several at once. */
  nameFor(holds: Holds | undefined): string | undefined {
    if (holds?.as === 'yesNo')
      return this.#kept('list_yesNo', () => [this.#words.say('yes'), this.#words.say('no')]);
    if (holds?.as === 'oneOf')
      return this.#kept(`list_${holds.words}`, () =>
        holds.codes.map((code) => this.#words.oneOf(holds.words, code)),
      );
    if (holds?.as !== 'code' || holds.many) return undefined;
    const { list } = holds;
    return this.#kept(`list_${list.name}`, () => {
      const codes = [...list.entries.values()].filter(({ validTo }) => validTo === undefined);
      const labels = codes.map(({ code }) =>
        this.#words.marked(list.name, code, codeLabel(list, code, this.#words.lang)),
      );
      // Short lists have an order of their own; long ones are looked through by name.
      return labels.length > 40 ? labels.sort(new Intl.Collator(this.#words.lang).compare) : labels;
    });
  }

  /** Ranges by name, for the workbook. */
  ranges(): ReadonlyMap<string, string> {
    return new Map(
      [...this.columns].map(([name, labels], i) => {
        const letters = columnLetters(firstColumn + i);
        return [name, `${stampSheet}!$${letters}$2:$${letters}$${labels.length + 1}`];
      }),
    );
  }

  /** The rows of the hidden sheet, with the lines of the note to the left of the lists. */
  rows(note: readonly (readonly string[])[]): readonly (readonly (string | undefined)[])[] {
    const lists = [...this.columns];
    const height = Math.max(note.length, ...lists.map(([, labels]) => labels.length + 1));
    return Array.from({ length: height }, (_, row) => {
      const left = Array.from({ length: firstColumn }, (__, i) => note[row]?.[i]);
      return [...left, ...lists.map(([name, labels]) => (row === 0 ? name : labels[row - 1]))];
    });
  }

  #kept(name: string, make: () => readonly string[]): string {
    const safe = name.replace(/\W/g, '_');
    if (!this.columns.has(safe)) this.columns.set(safe, make());
    return safe;
  }
}
