import type { SheetWords } from '../tables/sheet-words.ts';
import type { DeflatedPart } from './deflated-part.ts';
import { SheetPart } from './sheet-part.ts';

/** Excel takes 32,767 characters in a cell. */
const cellCharacters = 32_000;

/** The sheet on which texts go on that are too long for one cell, or have no column. */
export class MoreSheet {
  readonly name: string;
  rows = 0;
  readonly #sheet: SheetPart;
  readonly #words: SheetWords;

  constructor(name: string, words: SheetWords) {
    this.name = name;
    this.#words = words;
    this.#sheet = new SheetPart('', {
      rightToLeft: words.rightToLeft,
      columns: [18, 18, 9, 18, 80].map((width) => ({ width, style: 'text' })),
      frozen: { rows: 1, columns: 0 },
    });
  }

  /** The first piece of a text that fits into a cell; what follows is kept here. */
  async cut(table: string, id: string, entry: string, column: string, text: string): Promise<string> {
    if (text.length <= cellCharacters) return text;
    const end = pieceEnd(text, 0);
    await this.add(table, id, entry, column, text.slice(end));
    return text.slice(0, end);
  }

  async add(table: string, id: string, entry: string, column: string, text: string): Promise<void> {
    if (this.rows === 0) await this.#header();
    for (let from = 0; from < text.length; ) {
      const to = pieceEnd(text, from);
      await this.#row([table, id, entry, column, text.slice(from, to)]);
      from = to;
    }
  }

  end(): Promise<DeflatedPart> {
    return this.#sheet.end(false);
  }

  async #header(): Promise<void> {
    const labels = (['table', 'id', 'number', 'column', 'text'] as const).map((name) =>
      this.#words.say(name),
    );
    await this.#sheet.row(labels.map((value) => ({ value, style: 'header' })));
  }

  async #row(cells: readonly string[]): Promise<void> {
    this.rows += 1;
    await this.#sheet.row(
      cells.map((value) => ({ value, style: 'text' })),
      30,
    );
  }
}

/** Never between the halves of one character. */
function pieceEnd(text: string, from: number): number {
  const to = Math.min(from + cellCharacters, text.length);
  return to < text.length && /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to;
}
