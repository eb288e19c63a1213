import type { Block, FootnoteMark, Line, Run } from '../exchange/documents/document.ts';
import { linesOf } from '../exchange/documents/lines-of.ts';
import { footnoteMark } from '../kernel/footnote-mark.ts';

/** Characters for private use stand for marks until all is written: only then it is known which comes first. */
const privateUse = 0xf0000;
const marks = /[\u{f0001}-\u{f0fff}]/gu;

/** The mark of the n-th reservation of a node while a report is being written. */
export function privateMark(n: number): string {
  return String.fromCodePoint(privateUse + n);
}

/**
 * Numbers the footnotes of a report in the order in which a reader meets them, and says at which marks they stand at the
 * foot of the page: at the first of each section that begins a page, so that none stands twice on one.
 */
export class FootnoteBook {
  readonly #numbers = new Map<string, number>();
  readonly #inSection = new Set<string>();
  readonly #inDocument = new Set<string>();

  constructor(blocks: readonly Block[]) {
    // Word counts footnotes where they stand: those of running text come before those of pictures and heads of tables.
    for (const line of blocks.flatMap(linesOf)) for (const { text } of line) this.#numberIn(text);
  }

  /** Private marks that were met, in the order of their numbers. */
  met(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** The blocks with a run for every mark in them. */
  placed(blocks: readonly Block[]): readonly Block[] {
    return blocks.map((block) => this.#block(block));
  }

  /** A text in which no footnote can stand, with its marks as superscript digits. */
  plain(text: string): string {
    return text.replace(marks, (mark) => footnoteMark(this.#numberOf(mark)));
  }

  /** A line with a run for every mark, under which no footnote stands. */
  line(line: Line): Line {
    return this.#line(line, false);
  }

  #block(block: Block): Block {
    switch (block.kind) {
      case 'heading':
        if (block.pageBreak === true) this.#inSection.clear();
        return { ...block, text: without(block.text) };
      case 'measure':
        return {
          ...block,
          title: { ...block.title, text: this.plain(block.title.text) },
          state: this.#line(block.state),
        };
      case 'paragraph':
        return { ...block, line: this.#line(block.line) };
      case 'list':
        return { ...block, items: block.items.map((item) => this.#line(item)) };
      case 'figures':
        return {
          ...block,
          items: block.items.map(({ value, label }) => ({ value, label: this.plain(label) })),
        };
      case 'picture':
        return {
          ...block,
          svg: this.plain(block.svg),
          caption: this.plain(block.caption),
          alt: without(block.alt),
        };
      case 'table':
        return {
          ...block,
          caption: this.plain(block.caption),
          head: block.head.map((cell) => this.line(cell)),
          rows: block.rows.map((row) => row.map((cell) => this.#line(cell))),
        };
    }
  }

  #line(line: Line, standing = true): Line {
    return line.flatMap((run) => this.#runs(run, standing));
  }

  /** What stands before the text of a run stays before it, its notes stay behind it. */
  #runs(run: Run, standing: boolean): readonly Run[] {
    const found = [...run.text.matchAll(marks)];
    if (found.length === 0) return [run];
    const { dot, notes, ...plain } = run;
    const parts: Run[] = [];
    let from = 0;
    for (const { 0: mark, index } of found) {
      parts.push({ ...plain, text: run.text.slice(from, index) });
      parts.push({ text: '', footnote: this.#mark(mark, standing) });
      from = index + mark.length;
    }
    parts.push({ ...plain, text: run.text.slice(from), ...(notes === undefined ? {} : { notes }) });
    const [first = run, ...others] = parts;
    return [{ ...first, ...(dot === undefined ? {} : { dot }) }, ...others].filter(says);
  }

  #mark(mark: string, standing: boolean): FootnoteMark {
    const number = this.#numberOf(mark);
    if (!standing || this.#inSection.has(mark)) return { number };
    this.#inSection.add(mark);
    if (this.#inDocument.has(mark)) return { number, stands: 'inSection' };
    this.#inDocument.add(mark);
    return { number, stands: 'inDocument' };
  }

  #numberIn(text: string): void {
    for (const mark of text.match(marks) ?? []) this.#numberOf(mark);
  }

  #numberOf(mark: string): number {
    const known = this.#numbers.get(mark) ?? this.#numbers.size + 1;
    this.#numbers.set(mark, known);
    return known;
  }
}

function without(text: string): string {
  return text.replace(marks, '');
}

function says({ text, footnote, notes, dot }: Run): boolean {
  return text !== '' || footnote !== undefined || notes !== undefined || dot !== undefined;
}
